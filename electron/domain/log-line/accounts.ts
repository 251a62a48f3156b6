// Every word of the line is accounted for: what no chip shows goes to the note.
import { fold } from './fold.ts';
import { type NoteRun, tiny } from './notes.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';
import { titles } from './small-words.ts';

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Stretches of `line` that neither stand in `shown` nor were understood as something else.
 * `read`: what an activity, a day or an amount was read from.
 */
export function lostWords(
  line: string,
  shown: readonly (string | null)[],
  read: readonly LineSpan[],
): readonly NoteRun[] {
  const there = new Set(shown.flatMap(text => wordsOf(text ?? '')));
  const isKnown = (word: string): boolean =>
    there.has(word) || tiny.has(word) || titles.has(word) || /^env(?:iron)?$/.test(word);
  const lost: { from: number; to: number }[] = [];
  for (const match of line.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (read.some(span => span.from < to && from < span.to) || wordsOf(match[0]).every(isKnown)) continue;
    const last = lost.at(-1);
    // "Found us on the website": small words between two that are lost go with them.
    const between = last ? line.slice(last.to, from) : '';
    const isNear = last && !/[,;:.!?]/.test(between) && wordsOf(between).every(isKnown) && wordsOf(between).length < 3;
    if (isNear) last.to = to;
    else lost.push({ from, to });
  }
  return lost.map(({ from, to }) => ({ from, text: line.slice(from, to) }));
}

/** Words that only name a thing: with a next step alone they belong to it. */
const tells = foldedPattern(
  /(?:\p{L}{2}(?:ed|ado|ada|ido|ida|ato|ata|uto)|\p{L}{3}[ée]e?s?|(?:ge|be|ver)\p{L}+t|not|no|nicht|kein\p{L}*|pas|non|niet|geen|nao|is|was|has|hat|ha|ist|war|est|a|es|said|says|sagt|wants?|needs?|will|wollen|mochten?|braucht|veut|cherche|quiere|busca|vuole|cerca|wil|zoekt|quer|.*'.*)$/u,
);
/** Whether a stretch has a word that rather says what happened. */
export const soundsPast = (text: string): boolean =>
  /(?<![\p{L}])(?:\p{L}{3,}(?:ed|ado|ada|ido|ato|ata|uto|ou|io)|(?:ge|be|ver|aus|an|ab|auf|ein)?ge\p{L}{2,}(?:t|en)|\p{L}{3,}(?:igt|ielt|iert|icht|acht)|was|war|had|hatte|did|met|saw|went|took|gave|came|left|said|rang|sent|spoke|told|wrote|paid|got|made)(?![\p{L}])/u.test(
    fold(text),
  );

const mostOfTopic = 4;
export const isTopic = (note: string): boolean => {
  const words = note.split(/\s+/);
  return words.length <= mostOfTopic && !words.some(word => tells.test(fold(word).replace(/[^\p{L}']+$/u, '')));
};

/** Whether all that `note` says stands in `text` as well. */
export const isSaidIn = (note: string, text: string): boolean => {
  const there = new Set(wordsOf(text));
  return wordsOf(note).every(word => there.has(word) || tiny.has(word));
};
