// The sentences of test/fixtures/log-lines: how many are read as a person reads them, and that nothing wrong is logged unasked.
import { describe, expect, it } from 'vitest';
import { sentencesOf, verdictOf } from './corpus.ts';

/** Of thirty sentences: those that are right, at least, and those with a wrong part that is not asked about, at most. */
const bars = [
  ['batch-1', 29, 0],
  ['batch-2', 28, 0],
  ['batch-3', 22, 0],
  ['batch-4', 24, 0],
  ['batch-5', 28, 0],
] as const;

describe.each(bars)('%s of the sentences', (batch, least, most) => {
  const verdicts = sentencesOf(batch).map(verdictOf);
  it(`at most ${most} are read wrong without being asked`, () => {
    const unasked = verdicts.filter(({ silent }) => silent.length > 0).map(({ line, silent }) => `${line}: ${silent}`);
    expect(unasked.length, unasked.join('\n')).toBeLessThanOrEqual(most);
  });
  it(`at least ${least} of 30 are read as a person reads them`, () => {
    const wrong = verdicts.filter(one => one.wrong.length > 0);
    expect(verdicts).toHaveLength(30);
    const list = wrong.map(({ line, wrong: parts }) => `${line}: ${parts}`).join('\n');
    expect(30 - wrong.length, list).toBeGreaterThanOrEqual(least);
  });
});
