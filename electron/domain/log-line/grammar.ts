// Who did what to whom in the part of the line that says what happened.
import type { FoundActivity } from './activities.ts';
import { findBegun, findNamed, findRival, findTerm } from './activities.ts';
import type { Side } from './activity-terms.ts';
import { fold, isCovered, masks } from './fold.ts';
import { languageOf } from './language.ts';
import { findMisspelled } from './misspelled.ts';
import type { DividedLine, Part } from './parts.ts';
import { takePeople } from './people.ts';
import type { LineHome, LineSpan, SaidPerson } from './said.ts';
import { endsName, titles } from './small-words.ts';

/** From here on it is told what it was about. */
const about =
  /(?<=^|\s)(?:about|re|regarding|concerning|asking|wanting|to (?:say|ask|discuss|book|arrange|see|talk|chase|confirm|check|order|cancel|complain|get|find)|that|because|who|which|so|pour (?=\p{L}+(?:er|ir|re)(?![\p{L}]))\S+|para (?=\p{L}+(?:ar|er|ir)(?![\p{L}]))\S+|om te|and (?:said|says|wants|wanted|asked|is|will|has|they|he|she)|wegen|bezuglich|bzgl\.?|betreffend|betreffs|uber(?! (?:das |unser |die |unsere |eure )?(?:kontakt|web|online|formular|internet|homepage|facebook|instagram|linkedin))|zwecks|weil|dass|au sujet|a propos|concernant|parce|sobre|acerca|porque|omdat|over (?:een|de|het)|riguardo|angaende)(?=\s|$|:)/u;

/** Where what it is about begins; the end of the part where nothing says so. */
export function aboutFrom(folded: string, { from, to }: LineSpan): number {
  const text = folded.slice(from, to);
  // "About the gate, she called": at the very beginning it leads nowhere.
  const match = about.exec(text);
  return match && text.slice(0, match.index).trim() !== '' ? from + match.index : to;
}

export type FoundIn = {
  readonly part: Part;
  readonly head: LineSpan;
  readonly found: FoundActivity;
  /** Something else that happened, joined to it. */
  readonly rival: FoundActivity | null;
};

const moved = (found: FoundActivity, by: number): FoundActivity => ({
  ...found,
  spans: found.spans.map(({ from, to }) => ({ from: from + by, to: to + by })),
});

/** The first part that says what happened: by the name of a type, by a word for it, or else by what somebody wants. */
export function findActivity({ folded: typed, parts }: DividedLine, { types, language }: LineHome): FoundIn | null {
  // Dutch "met" is a preposition, English "met" what happened.
  const isDutch = languageOf(typed, language) === 'nl';
  const folded = isDutch ? typed.replace(/(?<![\p{L}])(?<!gesproken )met(?![\p{L}])/gu, 'mit') : typed;
  const inUse = types.filter(({ archived }) => !archived);
  for (const weak of [false, true]) {
    for (const part of parts) {
      if (part.isStep) continue;
      const head = { from: part.from, to: aboutFrom(folded, part) };
      const text = folded.slice(head.from, head.to);
      const named = weak ? null : findNamed(text, inUse);
      const term = findTerm(text, weak);
      const [own, word] = [named?.spans[0], term?.spans[0]];
      // "Rang, booked a site visit": what is done comes before what is named.
      const verbFirst = own && word && term?.verb && word.to <= own.from;
      const found = named && !verbFirst ? named : term;
      if (found) return { part, head, found: moved(found, head.from), rival: findRival(text, found) };
    }
  }
  for (const part of parts) {
    const head = { from: part.from, to: aboutFrom(folded, part) };
    const found = part.isStep ? null : findMisspelled(folded.slice(head.from, head.to));
    if (found) return { part, head, found: moved(found, part.from), rival: null };
  }
  for (const part of parts) {
    const found = part.isStep ? null : findBegun(folded.slice(part.from, part.to), inUse);
    if (found) return { part, head: { from: part.from, to: part.to }, found: moved(found, part.from), rival: null };
  }
  return null;
}

const words = (text: string): string[] =>
  text
    .split(/\s+/)
    .map(word => fold(word).replace(/[^\p{L}']/gu, ''))
    .filter(Boolean);
const setOf = (text: string) => new Set(text.split(' '));
const we = setOf(
  "i we i've we've ive weve ich wir habe haben hab je j'ai nous yo nosotros he hemos ho abbiamo eu nos ik wij jag vi",
);
const they = setOf('he she they er sie il elle ils elles ella ellos lui lei loro ele ela hij zij hon han');
const them = setOf('him her them ihn ihm ihr sie lui leur le lo la les hem haar henne honom');
const fromThem = setOf('from off von vom de du des da dal dalla van od fran del do dos das by');
const toThem = setOf('to an a au aux for fur pour para al naar voor bij dla till for');
const received =
  /(?<![\p{L}])(?:gekregen|kreeg|erhalten|bekommen|recue?s?|recibid[oa]s?|recibi|ricevut[oa]|recebi(?:do|da)?|received|rec'd)(?![\p{L}])/u;
const byWayOf = setOf('by via per par por on over su op');
const together = setOf('with mit avec con com met z med');

type Taken = { readonly people: readonly SaidPerson[]; readonly span: LineSpan; readonly before: readonly string[] };

/** The first people in a stretch, behind its small words. `skip`: whether any word may be passed over. */
function firstPeople({ masked }: DividedLine, { from, to }: LineSpan, skip: 'small' | 'any'): Taken | null {
  const text = masked.slice(from, to);
  const hasNames = /(?<=\s)\p{Lu}\p{Ll}|[\ue001\ue002]/u.test(masked);
  for (const match of text.matchAll(/\S+/g)) {
    const word = fold(match[0]).replace(/[^\p{L}\p{N}'@&]/gu, '');
    if (isCovered(match[0].charAt(0))) continue;
    const taken = takePeople(text.slice(match.index));
    // "Architect Simon Pell", typed small, is called Simon Pell; "with drawings" is nobody where names have capitals.
    const isSmall = /^\p{Ll}/u.test(match[0]) && !titles.has(word);
    const name = text.slice(match.index, match.index + taken.used);
    const hides =
      isSmall &&
      (/\s\p{Lu}/u.test(name.split(/ (?:@|at|from|of|von|de|bei) /)[0] ?? '') ||
        (hasNames && /^\S+$/.test(name.trim())));
    if (hides) continue;
    if (taken.people.length > 0) {
      const span = { from: from + match.index, to: from + match.index + taken.used };
      return { people: taken.people, span, before: words(text.slice(0, match.index)) };
    }
    if (skip === 'small' && !(endsName(word) || titles.has(word) || word === '')) return null;
  }
  return null;
}

const preposition =
  /(?:^|\s)(?:to|for|with|from|an|fur|mit|von|vom|a|au|pour|avec|de|con|para|por|al|naar|aan|met|van|do|od|till|fran|da|com|at|bei|bij|chez|off|w\/)\s+(?=\S)/g;

/** Behind "to", "from", "with": "photos of oak treads to dave". */
function byPreposition(read: DividedLine, span: LineSpan): Taken | null {
  const text = read.folded.slice(span.from, span.to);
  for (const match of text.matchAll(preposition)) {
    const from = span.from + match.index + match[0].length;
    const taken = firstPeople(read, { from, to: span.to }, 'small');
    if (taken) return { ...taken, before: [...words(match[0]), ...taken.before] };
  }
  return null;
}

export type Told = {
  readonly side: Side | null;
  readonly people: readonly SaidPerson[];
  /** What the people take of the line. */
  readonly used: readonly LineSpan[];
};

const unreached =
  /no (?:answer|reply|response|luck|joy)|not in|left (?:a )?(?:message|voicemail|msg|vm)|voice ?mail|engaged|busy|nicht erreicht|nicht da|keiner da|niemand da|keiner rangegangen|besetzt|niemand|pas de reponse|sans reponse|absent|no contest|sin respuesta|comunicando|geen gehoor|non risponde|nao atendeu|nie odbiera|inget svar/;

/** Who did it, and who is meant. `others`: people named elsewhere in the line. */
export function tell(read: DividedLine, { part, head, found }: FoundIn, home: LineHome, others: boolean): Told {
  const first = found.spans[0] ?? head;
  const last = found.spans.at(-1) ?? head;
  const left = { from: part.from, to: first.from };
  const leftText = read.folded.slice(left.from, left.to);
  const leftWords = words(leftText);
  const members = home.members.map(name => fold(name).split(' ')[0] ?? '');
  const isMember = (one: SaidPerson): boolean =>
    home.members.some(
      name => fold(name) === fold([one.attributes.firstName, one.attributes.lastName].filter(Boolean).join(' ')),
    ) ||
    (one.attributes.lastName === null && members.includes(fold(one.attributes.firstName ?? '')));
  // "Katalog an Familie Stein verschickt": what was sent stands before the one it was sent to.
  const sentTo = 'kind' in found.means && found.means.kind === 'sent' ? byPreposition(read, left) : null;
  const leftTo = sentTo?.before.some(word => toThem.has(word)) ? sentTo : null;
  const leftTaken = leftTo ?? firstPeople(read, left, 'small') ?? firstPeople(read, left, 'any');
  const ours = leftWords.some(word => we.has(word)) || leftTaken?.people.some(isMember) === true;
  const leftContact = [masks.email, masks.phone].some(mask => leftText.includes(mask));
  const subject = leftTaken && !leftTaken.people.some(isMember) ? leftTaken : null;
  const hasSubject = subject !== null || leftContact;

  // The right side, between and behind the words of the activity.
  const pieces: LineSpan[] = [];
  for (let index = 0; index < found.spans.length; index++)
    pieces.push({ from: found.spans[index]?.to ?? head.to, to: found.spans[index + 1]?.from ?? head.to });
  const rightText = read.folded.slice(first.to, head.to);
  const rightWords = words(rightText);
  const kind = 'kind' in found.means ? found.means.kind : null;

  const object = (): Taken | null => {
    const bySending = kind === 'sent' || kind === 'quote' || !found.verb;
    const order = bySending
      ? [(piece: LineSpan) => byPreposition(read, piece), (piece: LineSpan) => firstPeople(read, piece, 'small')]
      : [(piece: LineSpan) => firstPeople(read, piece, 'small'), (piece: LineSpan) => byPreposition(read, piece)];
    for (const look of order) {
      for (const piece of pieces) {
        const taken = look(piece);
        if (taken) return taken;
      }
    }
    return null;
  };

  const asks = found.side === 'theirs' && found.verb && (kind === 'information' || kind === 'demo');
  // "Ann referred Bob": the one who comes is Bob.
  const referred =
    kind === 'referral' && hasSubject && /(?:referred|recommended)$/.test(read.folded.slice(first.from, first.to));
  // "Referral from Sue": who is meant stands elsewhere.
  const named = (hasSubject && !referred) || asks ? null : object();
  const meant =
    kind === 'referral' &&
    named?.before.some(word => fromThem.has(word) || ['par', 'por', 'durch', 'di', 'da'].includes(word))
      ? null
      : named;
  const who = meant ?? (referred ? subject : subject);
  const used = who ? [who.span] : [];

  const side = ((): Side | null => {
    if (found.mutual) return null;
    // "Hab mit Toni telefoniert" says not who called.
    const isShared =
      kind === 'call' && /telefoniert|gesproken|gebeld|telefonato|hablado/.test(read.folded.slice(first.from, last.to));
    if (isShared && [...leftWords, ...rightWords.slice(0, 1)].some(word => together.has(word))) return null;
    if (found.side && !(found.side === 'theirs' && kind === 'reply' && !hasSubject && toThem.has(rightWords[0] ?? '')))
      return found.side;
    if (!found.verb && received.test(`${leftText} ${rightText.slice(0, 30)}`)) return 'theirs';
    // "Me escribió Julia", "ha scritto Marta": the verb says that somebody else did it.
    const verb = read.folded.slice(first.from, first.to);
    const toUs = /^(?:me|nos|mi|ci|m|uns|mir|mich|ons|mij)$/.test(leftWords.at(-1) ?? '');
    const byThem = /(?:io|aron|ieron|ou|aram|eram)$/.test(verb) || /^(?:ha|han|hat|heeft|ont|hanno) /.test(verb);
    if (found.verb && !ours && (toUs || byThem)) return 'theirs';
    if (ours || leftTo) return 'ours';
    if (found.verb && kind === 'call' && !hasSubject && together.has(rightWords[0] ?? '')) return null;
    // "Ann Lee by WhatsApp": they wrote. "Bei Frau Lang angerufen": we called.
    if (!found.verb && hasSubject && byWayOf.has(leftWords.at(-1) ?? '')) return 'theirs';
    if (kind === 'call' && (leftWords[0] === 'bei' || rightWords[0] === 'bei')) return 'ours';
    if (leftWords.some(word => they.has(word)) && !hasSubject) return 'theirs';
    if (found.verb) {
      if (hasSubject) {
        if (leftWords.some(word => together.has(word))) return null;
        // German puts the one who is called before the verb too: without "hat" both can be meant.
        const participle =
          /^(?:gebeld|gemaild|gestuurd|bezocht|angerufen|telefoniert|zuruckgerufen|gemailt|angeschrieben|geschrieben|geschickt|gesendet|verschickt|zugeschickt|getroffen)/.test(
            read.folded.slice(last.from, last.to),
          );
        if (participle && !leftWords.some(word => ['hat', 'haben', 'heeft', 'hebben'].includes(word))) return null;
        if (found.spans.length > 0 && them.has(rightWords[0] ?? '')) return null;
        return 'theirs';
      }
      if (kind === 'reply') return toThem.has(rightWords[0] ?? '') ? 'ours' : 'theirs';
      if (
        meant ||
        them.has(rightWords[0] ?? '') ||
        kind === 'sent' ||
        kind === 'quote' ||
        kind === 'email' ||
        kind === 'voicemail'
      )
        return 'ours';
      if (/[\ue001\ue002]/.test(rightText)) return 'ours';
      return unreached.test(read.folded.slice(first.to)) ? 'ours' : null;
    }
    const before =
      meant?.before.find(word => fromThem.has(word) || toThem.has(word) || together.has(word)) ?? rightWords[0] ?? '';
    if (kind === 'quote') return fromThem.has(before) ? 'theirs' : 'ours';
    if (fromThem.has(before)) return 'theirs';
    if (toThem.has(before)) return 'ours';
    if (unreached.test(read.folded.slice(first.to)) && (kind === 'call' || kind === 'voicemail')) return 'ours';
    return null;
  })();
  return {
    side: side ?? (others && found.verb && kind === 'email' ? 'theirs' : null),
    people: who?.people ?? [],
    used,
  };
}
