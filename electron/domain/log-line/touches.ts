// Campaign and content of a line: "downloaded the staircase guide", "from the spring mailing", "met at the Bath show".
import { fold } from './fold.ts';
import { foldedPattern } from './pattern.ts';
import type { LineHome, LineSpan, SaidTouch } from './said.ts';
import { endsName } from './small-words.ts';

export type FoundTouch = LineSpan & {
  /** The words of the line. */
  readonly text: string;
  /** What has that name: ids of campaigns, or content as it is written in the file. */
  readonly options: readonly string[];
  /** The whole name stands there, and it is no other's. */
  readonly sure: boolean;
};
export type FoundTouches = { readonly campaign: FoundTouch | null; readonly content: FoundTouch | null };

type Word = LineSpan & { readonly text: string };
type Known = { readonly value: string; readonly words: readonly string[] };

const wordsOf = (folded: string): Word[] =>
  [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map(match => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }));

/** Articles and the like say nothing of a name, unless it has nothing else. */
function telling(name: string): string[] {
  const all = wordsOf(fold(name)).map(({ text }) => text);
  const few = all.filter(
    word =>
      !/^(?:the|an?|of|for|and|our|der|die|das|den|und|fur|l|la|le|les|d|de|du|des|et|pour|el|los|las|y|il|lo|gli|e|o|os|as|do|da|het|een|en|van)$/.test(
        word,
      ),
  );
  return few.length > 0 ? few : all;
}

/** "Guides" is the guide. */
const same = (one: string, other: string): boolean =>
  one === other || (one.length > 3 && other.length > 3 && (one === `${other}s` || other === `${one}s`));

/** Behind these stands where somebody comes from, or what they looked at. */
const leads = foldedPattern(
  /(?<![\p{L}])(?:from|off|at|via|through|by|on|in|after|thanks to|saw|seen|read|downloaded|opened|clicked(?: on| thru| through)?|watched|attended|got|found (?:us|me) (?:on|in|at|via|through)|von|vom|uber|auf|bei|beim|aus|durch|im|gesehen|de|du|par|via|au|sur|lors du|vu|por|en|con|vio|da|dal|dalla|su|sul|alla|tramite|visto|op|bij|uit|zag|do|no|na|pelo|pela|viu) ?(?:(?:the|our|my|your|der|die|das|dem|den|unser\p{L}*|la|le|les|l|notre|el|los|las|nuestr[oa]|il|lo|gli|nostr[oa]|de|het|onze|o|a|os|as|nosso|nossa)[ '])?$/u,
);
const leadLength = (before: string): number => leads.exec(before)?.[0].length ?? 0;

/** Where all words of a name stand beside each other, with nothing but small words between. */
function wholeName(words: readonly Word[], name: readonly string[]): LineSpan | null {
  for (let start = 0; start + name.length <= words.length; start++) {
    if (!same(words[start]?.text ?? '', name[0] ?? '')) continue;
    let at = start;
    let next = 1;
    while (next < name.length && at + 1 < words.length) {
      const word = words[at + 1]?.text ?? '';
      if (same(word, name[next] ?? '')) next++;
      else if (!endsName(word)) break;
      at++;
    }
    if (next === name.length) return { from: words[start]?.from ?? 0, to: words[at]?.to ?? 0 };
  }
  return null;
}

/** Words of many names, which tell none of them. */
const common = new Set(
  'guide guides brochure checklist webinar mailing newsletter show fair event ad ads advert campaign flyer leaflet video page site post offer home spring summer autumn winter 2024 2025 2026 2027 leitfaden ratgeber katalog broschure messe aktion anzeige salon foire guia feria catalogo campana fiera catalogo campagna beurs gids feira'.split(
    ' ',
  ),
);

/** A telling word of a name behind a word that leads to it: "from google" may be Google Ads. */
function partOfName(folded: string, words: readonly Word[], name: readonly string[]): LineSpan | null {
  if (name.length < 2) return null;
  for (const word of words) {
    if (word.text.length < 4 || common.has(word.text) || !name.some(one => one === word.text)) continue;
    if (leadLength(folded.slice(0, word.from)) > 0) return { from: word.from, to: word.to };
  }
  return null;
}

/** What is fetched, watched or clicked has a name. */
const ofContent =
  /download|webinar|click|heruntergeladen|geladen|geklickt|telecharg|cliqu|descarg|scaricat|gedownload|geklikt|baixou/;
/** Behind these a word is as likely a place, or part of what a line is about. */
const looseLead = foldedPattern(/^(?:in|on|by|after|im|auf|en|con|de|op|su|do|no|na|e)(?!\p{L})/u);

/** Whether a name of one word, such as "Kitchen" or "Bath", is meant where it stands and not a thing, a place or a person. */
function isMeant(folded: string, line: string, { from, to }: LineSpan): boolean {
  const before = folded.slice(0, from);
  const lead = leads.exec(before)?.[0] ?? '';
  const word = /\S+(?=\s*$)/u.exec(line.slice(0, from))?.[0] ?? '';
  const isLed = lead !== '' && !looseLead.test(lead);
  if (isLed) return true;
  if (lead === '' && /^\p{Lu}/u.test(word) && !ofContent.test(fold(word))) return false;
  const next = /^\s*([\p{L}\p{N}]+)/u.exec(folded.slice(to))?.[1] ?? '';
  return common.has(next) || ofContent.test(folded);
}

function find(folded: string, line: string, words: readonly Word[], known: readonly Known[]): FoundTouch | null {
  const present = new Set(words.flatMap(({ text }) => [text, `${text}s`, text.replace(/s$/, '')]));
  const near = known.filter(({ words: name }) => name.some(word => present.has(word)));
  const whole = near.flatMap(({ value, words: name }) => {
    const span = wholeName(words, name);
    return span ? [{ ...span, value, single: name.length === 1 }] : [];
  });
  // The longest name: "Bath Home Show" and not "Home Show".
  const [best] = whole.toSorted((one, other) => other.to - other.from - (one.to - one.from));
  if (best) {
    const { from, to } = best;
    const options = whole.filter(one => one.from === from && one.to === to).map(({ value }) => value);
    const sure = options.length === 1 && (!best.single || isMeant(folded, line, best));
    return { from, to, text: line.slice(from, to), options, sure };
  }
  const parts = near.flatMap(({ value, words: name }) => {
    const span = partOfName(folded, words, name);
    return span ? [{ ...span, value }] : [];
  });
  const [first] = parts;
  if (!first) return null;
  const options = parts.filter(({ from }) => from === first.from).map(({ value }) => value);
  return {
    from: first.from,
    to: first.to,
    text: line.slice(first.from, first.to),
    options: options.slice(0, 6),
    sure: false,
  };
}

/** Names that are known in the workspace, wherever they stand. `folded`: as `line` is typed, with nothing read of it. */
export function findTouches(line: string, folded: string, { campaigns, contents }: LineHome): FoundTouches {
  if (campaigns.length + contents.length === 0) return { campaign: null, content: null };
  const words = wordsOf(folded);
  const named = campaigns.map(({ id, label }) => ({ value: id, words: telling(label) }));
  const written = contents.map(content => ({ value: content, words: telling(content) }));
  return { campaign: find(folded, line, words, named), content: find(folded, line, words, written) };
}

/** What it takes of the line: the name, and what leads to it. */
export const spanOf = (folded: string, { from, to }: FoundTouch): LineSpan => ({
  from: from - leadLength(folded.slice(0, from)),
  to,
});

const article = foldedPattern(
  /^(?:the|an?|our|your|one of our|der|die|das|den|dem|einen?|unser\p{L}*|l[ea]s?|l'|une?|notre|el|los|las|un[oa]?|nuestr[oa]|il|lo|gli|la|het|de|een|onze|o|os|as|uma?|nosso|nossa)\s+/iu,
);

/** What was downloaded, watched or clicked, where no content has that name: it is offered as new. `text`: behind the word for it. */
export function newContent(text: string): SaidTouch | null {
  const words = text
    .replace(/[\ue001-\ue006].*$/u, '')
    .trim()
    .replace(article, '')
    .replace(/^(?:on|in|auf|sur|en)\s+/i, '')
    .replace(article, '')
    .trim();
  if (words === '' || words.split(/\s+/).length > 6 || words.length > 60 || endsName(fold(words))) return null;
  return { text: words, options: [words], sure: false };
}
