// The glossary explains every word it uses, in one sentence each.
import { expect, test } from 'vitest';
import { type Entry, glossary } from '../../shared/glossary.ts';
import { stageLabels, stages } from '../../shared/stages.ts';

const entries: readonly Entry[] = Object.values(glossary);

test.each(entries)('$term is explained in one sentence that fits a hover', ({ meaning }) => {
  expect(meaning).toMatch(/^[A-Z][^.!?]*(\d\.\d+[^.!?]*)*\.$/);
  expect(meaning.length).toBeLessThan(140);
});

test('no two words are the same', () => {
  const terms = entries.map(({ term }) => term.toLowerCase());
  expect(new Set(terms).size).toBe(terms.length);
});

test('every stage is in it, in the words used everywhere', () => {
  for (const stage of stages) {
    expect(glossary[stage].term).toBe(stageLabels[stage].label);
    expect(glossary[stage].meaning).toContain(stageLabels[stage].meaning.slice(1));
  }
});

test('abbreviations in a meaning are terms themselves', () => {
  const known = new Set(entries.flatMap(({ term }) => term.split(' ')));
  for (const { term, meaning } of entries) {
    for (const short of meaning.match(/\b[A-Z]{2,}s?\b/g) ?? [])
      expect([...known], term).toContain(short.replace(/s$/, ''));
  }
});
