// Whole files, generated: every encoding with every delimiter and quoting comes out as it went in, and nothing at all throws.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../../electron/formats/xlsx/write-xlsx.ts';
import { AppError } from '../../../shared/result.ts';
import { encode } from './encodings.ts';
import { preview, read } from './support.ts';

const alphabets: Readonly<
  Record<string, { readonly locale: string; readonly names: readonly string[]; readonly towns: readonly string[] }>
> = {
  'windows-1252': {
    locale: 'de-DE',
    names: ['Jürgen', 'Zoë', 'André', 'José', 'Søren', 'Françoise', 'Björn'],
    towns: ['Köln', 'Orléans', 'Cádiz', 'Århus', 'Besançon'],
  },
  'windows-1250': {
    locale: 'pl-PL',
    names: ['Łukasz', 'Żaneta', 'Paweł', 'Małgorzata', 'Jiří', 'Győző'],
    towns: ['Łódź', 'Gdańsk', 'Kraków', 'Plzeň', 'Győr'],
  },
  'windows-1251': {
    locale: 'ru-RU',
    names: ['Иван', 'Ольга', 'Сергей', 'Наталья', 'Дмитрий'],
    towns: ['Москва', 'Казань', 'Новгород', 'Тула'],
  },
  'windows-1253': {
    locale: 'el-GR',
    names: ['Γιώργος', 'Μαρία', 'Ελένη', 'Νίκος'],
    towns: ['Αθήνα', 'Πάτρα', 'Θεσσαλονίκη'],
  },
  'windows-1254': {
    locale: 'tr-TR',
    names: ['Ayşe', 'Çağlar', 'Gülşah', 'İbrahim'],
    towns: ['İstanbul', 'Eskişehir', 'Iğdır'],
  },
  shift_jis: { locale: 'ja-JP', names: ['太郎', '花子', '一郎', 'さくら'], towns: ['東京', '大阪', 'よこはま'] },
  gb18030: { locale: 'zh-CN', names: ['小明', '华', '伟', '丽'], towns: ['北京', '上海', '广州'] },
  'euc-kr': { locale: 'ko-KR', names: ['철수', '영희', '민수'], towns: ['서울', '부산', '대구'] },
};
const unicode = ['utf-8', 'utf-8 mark', 'utf-16le mark', 'utf-16be mark', 'utf-16le'] as const;
const company = fc.constantFrom(
  'Fox',
  'Acme; Sons',
  'Lee, Ott',
  '"Quoted" Ltd',
  'Two\nLines',
  'Tab\tbed',
  "O'Neil",
  '=1+1',
);

test('people come out as they went in, in every encoding, with every delimiter, quoted or not', async () => {
  const file = fc.constantFrom(...Object.keys(alphabets)).chain(page => {
    const { names, towns } = alphabets[page] ?? { names: [], towns: [] };
    return fc.record({
      page: fc.constant(page),
      encoding: fc.constantFrom(page, ...unicode),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n'),
      quoteAll: fc.boolean(),
      lastEnd: fc.boolean(),
      leads: fc.array(fc.tuple(fc.constantFrom(...names), fc.nat({ max: 9999 }), company, fc.constantFrom(...towns)), {
        minLength: 4,
        maxLength: 20,
      }),
    });
  });
  await fc.assert(
    fc.asyncProperty(file, async ({ page, encoding, delimiter, newline, quoteAll, lastEnd, leads }) => {
      const cells = [
        ['First name', 'E-mail', 'Company', 'City'],
        ...leads.map(([name, number, company, town]) => [name, `p${number}@x.example`, company, town]),
      ];
      const content = cells
        .map(row =>
          row
            .map(cell =>
              quoteAll || /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
            )
            .join(delimiter),
        )
        .join(newline);
      const [id = '', mark] = encoding.split(' ');
      const bytes = encode(content + (lastEnd ? newline : ''), id, mark === 'mark');
      const region = { locale: alphabets[page]?.locale ?? 'en', dateOrder: 'dmy', decimal: ',' } as const;
      const { rows, rejected } = await read({ kind: 'bytes', name: 'list.csv', bytes }, { region });
      expect(rejected).toEqual([]);
      expect(
        rows.map(({ attributes }) => [attributes.firstName, attributes.email, attributes.company, attributes.city]),
      ).toEqual(
        leads.map(([name, number, company, town]) => [name, `p${number}@x.example`, company.replace('\n', ', '), town]),
      );
    }),
    // Telling code pages apart is a judgement: the same files each time, so that a failure is a change.
    { numRuns: 120, seed: 20_240_305 },
  );
});

test('workbooks of any cells come out as they went in', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }).filter(value => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value)),
    fc.integer(),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 }), async rows => {
      const bytes = writeXlsx([{ name: 'A', rows: [['Name', 'E-mail', 'Notes'], ...rows] }]);
      const seen = await preview({ kind: 'bytes', name: 'a.xlsx', bytes }, { headerRow: 0, headerRows: 1 });
      const filled = rows
        .map(row => row.map(value => String(value ?? '')))
        .filter(row => row.some(value => value.trim() !== ''));
      // A row of units under the header is a trap of its own.
      if (seen.problems.length === 0) expect(seen.rows).toEqual(filled);
    }),
    { numRuns: 100 },
  );
});

test('any bytes at all are read, or refused in a sentence', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 400 }).map(value => Buffer.from(value)),
    fc
      .array(
        fc.constantFrom(
          '"',
          ',',
          ';',
          '\n',
          '\r',
          '\t',
          'Name',
          'E-mail',
          'a@b.org',
          '1/2/2024',
          '=',
          "'",
          '\0',
          'é',
          'sep=;',
        ),
        { maxLength: 60 },
      )
      .map(parts => Buffer.from(parts.join(''))),
    fc.uint8Array({ maxLength: 200 }).map(tail => Buffer.concat([Buffer.from('PK\x03\x04'), tail])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async content => {
      try {
        const { preview: seen, rows, rejected } = await read({ kind: 'bytes', name: 'x', bytes: content });
        expect(rows.length + rejected.length).toBe(seen.rowCount);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        expect(error.message).toMatch(/^[A-Z].*\.$/);
      }
    }),
    { numRuns: 400 },
  );
});
