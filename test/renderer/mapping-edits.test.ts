// What an owner may do to a mapping: columns used, cut up, given a policy, fixed values, words.
import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  meaningOf,
  newFieldOf,
  splitsOf,
  withChoice,
  withFixed,
  withoutSplit,
  withSplit,
  withUse,
  withValue,
} from '../../renderer/screens/import/mapping-edits.ts';
import type { ImportColumn, Mapping } from '../../shared/import.ts';

const column = (change: Partial<ImportColumn> = {}): ImportColumn => ({
  index: 0,
  letter: 'A',
  header: 'Place',
  content: 'text',
  filled: 3,
  days: false,
  examples: ['Graz, Austria', 'Linz, Austria', 'Wien'],
  values: [],
  unique: false,
  dateOrder: null,
  decimal: null,
  ambiguous: false,
  readings: [],
  ...change,
});
const empty: Mapping = {
  rows: 'leads',
  columns: [],
  fixed: [],
  values: [],
  policy: 'fill',
  unknownLeads: 'create',
};
const targets = ({ columns }: Mapping) => columns.map(choiceOf);

describe('a column', () => {
  it('becomes something, something else, nothing; read as its cells are written', () => {
    const date = column({ content: 'date', dateOrder: 'mdy' });
    const first = withChoice(empty, date, null, 'mqlOn');
    expect(first.columns).toEqual([{ column: 0, target: 'mqlOn', dateOrder: 'mdy' }]);
    const use = first.columns[0] ?? null;
    expect(withChoice(first, date, use, 'notes').columns).toEqual([{ column: 0, target: 'notes' }]);
    expect(withChoice(first, date, use, null).columns).toEqual([]);
  });

  it('is used for several things, in the order of the columns', () => {
    const both = withChoice(withChoice(empty, column({ index: 1 }), null, 'company'), column(), null, 'city');
    expect(targets(both)).toEqual(['city', 'company']);
    expect(targets(withChoice(both, column(), null, 'notes'))).toEqual(['city', 'notes', 'company']);
  });

  it('becomes an activity of a type, or a field of the owner’s own, of the kind its cells suggest', () => {
    const date = column({ header: 'Contract end', content: 'date', dateOrder: 'dmy' });
    expect(newFieldOf(date)).toBe('new:date:Contract end');
    expect(withChoice(empty, date, null, `customField:${newFieldOf(date)}`).columns).toEqual([
      { column: 0, target: 'customField', fieldId: 'new:date:Contract end', dateOrder: 'dmy' },
    ]);
    expect(withChoice(empty, date, null, 'activity:demo-requested').columns).toEqual([
      { column: 0, target: 'activity', typeId: 'demo-requested', dateOrder: 'dmy' },
    ]);
  });

  it('keeps its policy when it becomes something else', () => {
    const city = withChoice(empty, column(), null, 'city');
    const kept = withUse(city, city.columns[0] ?? never(), { policy: 'keep' });
    expect(withChoice(kept, column(), kept.columns[0] ?? null, 'region').columns).toEqual([
      { column: 0, target: 'region', policy: 'keep' },
    ]);
  });
});

describe('cells that hold several things', () => {
  it('are cut at marks they hold; a space counts only where most have one', () => {
    expect(splitsOf(column()).map(({ label, parts }) => [label, parts])).toEqual([
      ['comma', 2],
      ['space', 2],
    ]);
    expect(splitsOf(column({ examples: ['Graz', 'St. Pölten', 'Linz'] }))).toEqual([]);
  });

  it('become city and country, an address in three, a name in two; and whole again', () => {
    const cut = withSplit(empty, column(), ',', 2);
    expect(cut.columns).toEqual([
      { column: 0, target: 'city', part: { by: ',', index: 0 } },
      { column: 0, target: 'country', part: { by: ',', index: 1 } },
    ]);
    expect(withoutSplit(cut, column()).columns).toEqual([{ column: 0, target: 'city' }]);
    expect(targets(withSplit(empty, column({ header: 'Address' }), ',', 3))).toEqual(['notes', 'city', 'country']);
    const name = withChoice(empty, column({ header: 'Name' }), null, 'fullName');
    expect(targets(withSplit(name, column({ header: 'Name' }), ' ', 2))).toEqual(['firstName', 'lastName']);
  });
});

it('a value for every row is set once, changed in its place, and taken away', () => {
  const two = withFixed(withFixed(empty, 'campaignId', 'Spring'), 'tags', 'Fair');
  expect(withFixed(two, 'campaignId', 'Autumn').fixed).toEqual([
    { target: 'campaignId', value: 'Autumn' },
    { target: 'tags', value: 'Fair' },
  ]);
  expect(withFixed(two, 'campaignId', null).fixed).toEqual([{ target: 'tags', value: 'Fair' }]);
});

it('a word has one meaning for each target', () => {
  const known = withValue(withValue(empty, 'stage', 'Won', 'customer'), 'reason', 'Won', null);
  expect(withValue(known, 'stage', 'Won', 'lost').values).toEqual([
    { target: 'reason', value: 'Won', to: null },
    { target: 'stage', value: 'Won', to: 'lost' },
  ]);
  expect(meaningOf(known, 'stage', ' WON')).toBe('customer');
  expect(meaningOf(known, 'reason', 'won')).toBeNull();
  expect(meaningOf(known, 'stage', 'Lost')).toBeUndefined();
  expect(withValue(known, 'stage', 'won', 'lost').values).toHaveLength(2);
});

function never(): never {
  throw new Error('There is no such use.');
}
