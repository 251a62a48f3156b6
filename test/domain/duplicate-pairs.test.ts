// Pairs of records that may be one person: by the sound of a name at one company.
import { describe, expect, it } from 'vitest';
import { duplicatePairs, pairKey } from '../../electron/domain/duplicate-pairs.ts';

const person = (id: string, name: string, company: string | null = 'Oak Ltd') => {
  const [firstName = null, lastName = null] = name.split(' ');
  return { id, firstName, lastName, company, email: null, phone: null, linkedinUrl: null, externalId: null };
};
const pairs = (people: readonly ReturnType<typeof person>[], apart: readonly string[] = []) => {
  const steps = duplicatePairs(people, 'GB', new Set(apart));
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};

describe('one name in two spellings at one company', () => {
  it.each([
    ['Jane Smith', 'Jane Smyth'],
    ['Kate Müller', 'Kate Mueller'],
    ['Stephen Clark', 'Steven Clarke'],
    ['Philip Schmidt', 'Phillip Schmitt'],
    ['Erik Jansson', 'Eric Janson'],
  ])('%s and %s may be one, and are not surely', (one, other) => {
    expect(pairs([person('1', one), person('2', other)])).toEqual([
      { id: '1', otherId: '2', why: 'Same company, and a name that sounds the same.', sure: false },
    ]);
  });

  it.each([
    ['Jane Smith', 'Joan Smith'],
    ['Tom Reed', 'Tim Reed'],
    ['Kate Moss', 'Kate Moor'],
  ])('%s and %s are two', (one, other) => {
    expect(pairs([person('1', one), person('2', other)])).toEqual([]);
  });

  it('are not compared across companies, without one, or when they were told apart', () => {
    expect(pairs([person('1', 'Jane Smith'), person('2', 'Jane Smyth', 'Elm Ltd')])).toEqual([]);
    expect(pairs([person('1', 'Jane Smith', null), person('2', 'Jane Smyth', null)])).toEqual([]);
    expect(pairs([person('1', 'Jane Smith'), person('2', 'Jane Smyth')], [pairKey('1', '2')])).toEqual([]);
  });
});
