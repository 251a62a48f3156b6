// Every word of a line stands somewhere: in a chip, in the note, or among what was read as a day, an amount or an activity.
import { describe, expect, it } from 'vitest';
import { fold } from '../../../electron/domain/log-line/fold.ts';
import { tiny } from '../../../electron/domain/log-line/notes.ts';
import { parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import { readLine } from '../../../electron/domain/log-line/parts.ts';
import { titles } from '../../../electron/domain/log-line/small-words.ts';
import { type Sentence, sentencesOf } from './corpus.ts';
import { english } from './said.ts';

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Words that only lead to a campaign or an amount. */
const leads = new Set(['off', 'through', 'env']);

/** Words of the line that are shown nowhere. */
function lostOf({ line, home }: Pick<Sentence, 'line' | 'home'>): string[] {
  const { people, activity, note, step, campaign, content } = parseLine(line, home);
  const { parts, emails, phones } = readLine(line, home);
  const spans = [...parts.flatMap(part => [...part.dates, ...part.amounts]), ...emails, ...phones];
  const open = spans.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), line);
  const persons = people.flatMap(({ text, household, attributes }) => [text, household, ...Object.values(attributes)]);
  const shown = [...persons, activity?.word, note, step?.text, step?.words, campaign?.text, content?.text];
  const there = new Set(shown.flatMap(text => wordsOf(text ?? '')));
  return wordsOf(open).filter(word => !there.has(word) && !tiny.has(word) && !titles.has(word) && !leads.has(word));
}

const batches = Array.from({ length: 15 }, (_, index) => `batch-${index + 1}`);

describe('every word of a line', () => {
  it.each(batches)('stands somewhere: %s', batch => {
    const lost = sentencesOf(batch).flatMap(one => lostOf(one).map(word => `${word}: ${one.line}`));
    expect(lost).toEqual([]);
  });

  it.each([
    'Won! Gemma Pike signed, 9,850 + VAT',
    'Recommended by Joan Petty: Carl Ince, wants new gates',
    'blorb frump Ann Lee zindle quark 14 wibbles',
    'Rang Ann Lee, not before Easter, never mind the gate',
  ])('also of words nothing knows: %s', line => expect(lostOf({ line, home: english })).toEqual([]));
});
