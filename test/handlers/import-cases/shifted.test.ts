// A row of delimited text that has lost a cell, or has one too many, is asked about: what follows stands under the wrong header.
import { expect, it } from 'vitest';
import { aWorkspace } from '../../support/workspace.ts';

const header = 'Name,Email,Phone,Company,City,Notes';
const person = (i: number, notes: string) =>
  `Per Holm${i},p${i}@holm.example,+43 1 23456${10 + i},Mill ${i},Graz,${notes}`;
const people = Array.from({ length: 8 }, (_, i) => person(i, 'rang'));
const endsEmpty = person(9, '');

/** As a program writes it that leaves out what is empty. */
const shorter = 'Bo Fox,bo@fox.example,+43 1 9999999,Fern,Linz';

const found = (lines: readonly string[]) => foundIn([header, ...lines].join('\n'));

async function foundIn(text: string) {
  const { call } = aWorkspace({ timeZone: 'Europe/Vienna' });
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  const { findings } = await call('imports.check', { jobId: 'c', source, mapping });
  return findings.flatMap(({ kind, key, odd, rows }) =>
    kind === 'shifted' ? [{ key, odd, rows: rows.map(row => row.name) }] : [],
  );
}

it.each([
  ['a cell is lost, and another is not understood where it now stands', 'Bo Fox,bo@fox.example,Quay,Wien,hi', 'fewer'],
  ['the address is lost', 'Bo Fox,+43 1 9999998,Quay,Wien,hi', 'fewer'],
  ['a company holds the separator', 'Bo Fox,bo@fox.example,+43 1 9999999,Fern, Ltd,Linz,note', 'more'],
  ['a note holds the separator', 'Bo Fox,bo@fox.example,+43 1 9999999,Fern,Linz,rang, call back', 'more'],
])('%s', async (_, row, key) => {
  expect(await found([...people, row])).toEqual([{ key: `${key} cells`, odd: true, rows: ['Bo Fox'] }]);
});

it('a cell is lost where nothing looks wrong, in a file whose rows end with their empty cells', async () => {
  const row = 'Bo Fox,bo@fox.example,+43 1 9999999,Linz,note';
  expect(await found([endsEmpty, row, ...people, person(10, '')])).toEqual([
    { key: 'fewer cells', odd: true, rows: ['Bo Fox'] },
  ]);
});

it.each([
  ['rows end early where nothing more is known', [...people, 'Bo Fox,bo@fox.example,+43 1 9999999,Fern,Linz']],
  ['one row ends with its empty cell, and another does not', [endsEmpty, shorter, ...people]],
  ['the last row lacks its last separator', [endsEmpty, person(10, ''), ...people, shorter]],
  ['a remark stands in one cell', [endsEmpty, person(10, ''), '# exported on Monday', ...people]],
  ['a number is no number where rows end early', [...people, 'Bo Fox,bo@fox.example,n/a 12,Mill']],
  ['every row is full', [...people, endsEmpty]],
  ['rows have separators without a cell behind them', [...people, `${endsEmpty},,`]],
  ['most rows have more cells than headers', people.map(line => `${line},x`)],
])('says nothing when %s', async (_, lines) => {
  expect(await found(lines)).toEqual([]);
});

it('a column without a header may hold a remark', async () => {
  const text = [`${header},`, ...people.map(line => `${line},`), `${person(10, 'rang')},a remark`].join('\n');
  expect(await foundIn(text)).toEqual([]);
});

it('is asked in a file of three rows', async () => {
  const row = 'Bo Fox,bo@fox.example,+43 1 9999999,Fern, Ltd,Linz,note';
  expect(await found([...people.slice(0, 2), row])).toEqual([{ key: 'more cells', odd: true, rows: ['Bo Fox'] }]);
});

it('is not written before somebody has looked', async () => {
  const workspace = aWorkspace();
  const text = [header, ...people, 'Bo Fox,bo@fox.example,+43 1 9999999,Fern, Ltd,Linz,note'].join('\n');
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await workspace.call('imports.read', { jobId: 'r', source });
  expect(await workspace.appError('imports.run', { jobId: 'x', source, mapping })).toContain('more cells than headers');
  expect(await workspace.call('leads.list', {})).toMatchObject({ total: 0 });
  await workspace.call('imports.run', { jobId: 'x', source, mapping, confirmed: ['more cells'] });
  expect(await workspace.call('leads.list', {})).toMatchObject({ total: 9 });
});
