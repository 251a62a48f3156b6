// Delimited text: any delimiter, any quoting, cut anywhere; the same rows as another parser reads; every row with its line.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sniffDelimiter } from '../../../electron/formats/csv/delimiter.ts';
import { csvReader } from '../../../electron/jobs/import-parser/csv.ts';
import { preview, text } from '../../domain/import/support.ts';

const delimiters = [',', ';', '\t', '|', '^', '~'] as const;
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Ann',
    'a "quoted" word',
    'two\nlines',
    'with, comma',
    'semi; colon',
    'tab\there',
    'pipe|',
    '"',
    '""',
    ' spaced ',
    'é😀',
    '1.234,56',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter(value => !/[\r\ufeff\ufffd]/.test(value)),
);
const table = (columns: number) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 });
const write = (rows: readonly (readonly string[])[], delimiter: string, newline: string, all: boolean): string =>
  rows
    .map(row =>
      row
        .map(value =>
          all || /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value,
        )
        .join(delimiter),
    )
    .join(newline);

/** Reads a text cut into pieces at given places. */
function readIn(content: string, delimiter: string, cuts: readonly number[]) {
  const reader = csvReader(delimiter);
  const rows: string[][] = [];
  const lines: number[] = [];
  let from = 0;
  for (const to of [...cuts.map(cut => cut % (content.length + 1)).sort((a, b) => a - b), content.length]) {
    const some = reader.push(content.slice(from, to), false);
    rows.push(...some.rows);
    lines.push(...some.lines);
    from = to;
  }
  const rest = reader.push('', true);
  return { rows: [...rows, ...rest.rows], lines: [...lines, ...rest.lines], problem: reader.problem() };
}

test('what was written is read, however it is quoted and wherever it is cut', () => {
  fc.assert(
    fc.property(
      table(3),
      fc.constantFrom(...delimiters),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 4 }),
      (rows, delimiter, newline, all, cuts) => {
        const read = readIn(write(rows, delimiter, newline, all), delimiter, cuts);
        expect(read.rows).toEqual(rows);
        expect(read.problem).toBeNull();
        let line = 1;
        for (const [i, row] of rows.entries()) {
          expect(read.lines[i]).toBe(line);
          line += 1 + row.join('').split('\n').length - 1;
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('reads the same rows as csv-parse', () => {
  fc.assert(
    fc.property(table(4), fc.constantFrom(...delimiters), fc.boolean(), (rows, delimiter, all) => {
      const content = write(rows, delimiter, '\n', all);
      const other: string[][] = parse(content, { delimiter, relax_column_count: true, relax_quotes: true });
      expect(readIn(content, delimiter, []).rows).toEqual(other);
    }),
    { numRuns: 200 },
  );
});

test('the delimiter of any list of people is found', () => {
  const words = fc.constantFrom(
    'Ann Lee',
    'Müller, Bernd',
    'a@b.org',
    'x; y',
    '12,50',
    '1.234,56',
    '+49 170 1',
    '2024-05-01 10:30',
    '',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, words, words), { minLength: 3, maxLength: 30 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (rows, delimiter) => {
        const content = write([['Name', 'E-mail', 'Amount'], ...rows], delimiter, '\r\n', false);
        expect(sniffDelimiter(content)[0]).toBe(delimiter);
      },
    ),
    { numRuns: 200 },
  );
});

describe('what goes wrong in files', () => {
  test('a quote that is never closed is a character, its line a row, and it is told', async () => {
    const seen = await preview(text('Name,City\nAnn,Berlin\nBob,"Köln\nCarl,Bonn\nDora,Ulm\n'));
    expect(seen.rows).toEqual([
      ['Ann', 'Berlin'],
      ['Bob', '"Köln'],
      ['Carl', 'Bonn'],
      ['Dora', 'Ulm'],
    ]);
    expect(seen.problems).toEqual([
      { line: 3, message: 'A quotation mark in line 3 has no partner; it was taken as a character.' },
    ]);
  });

  test('a quote that is never closed in a big file does not take the memory of the whole file', async () => {
    const big = `Name,City\nAnn,"Berlin\n${'Bob,Köln with a longer name\n'.repeat(100_000)}`;
    const seen = await preview(text(big));
    expect([seen.rowCount, seen.problems[0]?.line]).toEqual([100_001, 2]);
  });

  test('a file of nothing but quotes is read whole', async () => {
    const seen = await preview(text(`Name,City\n${'"x""y,1\n'.repeat(200_000)}`));
    expect(seen.rowCount).toBeGreaterThan(0);
  });

  test('"sep=" is believed and is not a row', async () => {
    for (const line of ['sep=;', '"sep=;"', 'SEP=;']) {
      const seen = await preview(text(`${line}\r\nName;E-mail\r\nAnn, Lee;a@b.org\r\n`));
      expect([seen.delimiter, seen.rows, seen.lines]).toEqual([';', [['Ann, Lee', 'a@b.org']], [3]]);
    }
  });

  test('one column needs no delimiter', async () => {
    const seen = await preview(text('E-mail\na@b.org\nc@d.org\n'));
    expect(seen.columns.map(column => [column.header, column.content])).toEqual([['E-mail', 'email']]);
    expect(seen.rowCount).toBe(2);
  });

  test('the delimiter can be chosen', async () => {
    const seen = await preview(text('Name#City\nAnn#Ulm\n'), { delimiter: '#' });
    expect(seen.rows).toEqual([['Ann', 'Ulm']]);
  });

  test.each([
    ['%PDF-1.7 ...', 'PDF'],
    ['<html><p>Name</p></html>', 'web page'],
    ['{"leads": []}', 'JSON'],
  ])('%s is no table, and it is said what to do', async (content, what) => {
    await expect(preview(text(content))).rejects.toThrow(what);
  });
});

test('cells pasted from a spreadsheet: tabs, and quotes where a cell has lines or quotes', async () => {
  const seen = await preview({
    kind: 'pasted',
    text: 'Name\tNotes\tPhone\r\nAnn Lee\t"two\nlines, ""so"""\t030 1\r\nBob\t5" screen\t\r\n',
  });
  expect([seen.format, seen.delimiter]).toEqual(['pasted', '\t']);
  expect(seen.rows).toEqual([
    ['Ann Lee', 'two\nlines, "so"', '030 1'],
    ['Bob', '5" screen', ''],
  ]);
});
