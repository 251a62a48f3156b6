// Tables in shapes of their own: on their side, two in one file, months as headers, lines divided otherwise.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../electron/jobs/import-parser/open-table.ts';
import { berlin, everybody, importOne, names, said } from '../../support/imported.ts';
import { aFolder } from '../../support/workspace.ts';

const tryOut = async (lines: readonly string[]) => {
  const workspace = berlin();
  const { checked, preview } = await importOne(workspace, lines);
  const told = [...preview.problems.map(({ message }) => message), said(checked)].join('\n');
  return { workspace, people: everybody(workspace), told, preview };
};

describe('a table on its side', () => {
  it.each([
    [['Name;Ada Holm;Bo Lind', 'Firma;Mühle GmbH;Kai GmbH', 'E-Mail;ada@mill.example;', 'Status;gewonnen;offen']],
    [['Nom,Ada Holm,Bo Lind', 'Société,Mühle GmbH,Kai GmbH', 'Téléphone,01 23 45 67 89,', 'Statut,Gagné,Nouveau']],
    [['Name;Ada Holm;Bo Lind', '', 'Company;Mühle GmbH;Kai GmbH', 'City;Ulm;Bonn', 'Status;Customer;Lead']],
  ])('is turned, and it is told: %s', async lines => {
    const { people, told } = await tryOut(lines);
    expect(people).toMatchObject([
      { who: 'Ada Holm', company: 'Mühle GmbH', stage: 'customer' },
      { who: 'Bo Lind', company: 'Kai GmbH', stage: 'lead' },
    ]);
    expect(told).toContain('The rows and columns of this table are swapped');
  });

  it.each([
    [['Status;Name;E-Mail', 'Customer;Ada Holm;ada@mill.example', 'Lead;Bo Lind;bo@mill.example']],
    [
      [
        'Status;Name;E-Mail',
        'Customer;Ada Holm;ada@mill.example',
        'Lead;Bo Lind;bo@mill.example',
        'Prospect;Cy Ott;cy@mill.example',
      ],
    ],
    [['Name;Phone', 'Ada Holm;01632 960001', 'Bo Lind;01632 960002', 'Cy Ott;01632 960003']],
  ])('any other is not: %s', async lines => {
    const { told, workspace } = await tryOut(lines);
    expect(told).not.toContain('swapped');
    expect(names(workspace).slice(0, 2)).toEqual(['Ada Holm', 'Bo Lind']);
  });
});

/** From a file, which is read piece by piece. */
function open(lines: readonly string[]) {
  const path = join(aFolder(), 'list.csv');
  writeFileSync(path, lines.join('\n'));
  return openTable({ kind: 'file', path }, {}, 'en-GB');
}

/** Rows of the first piece that is read. */
async function rowsReadAtOnce(lines: readonly string[]): Promise<number> {
  for await (const { rows } of (await open(lines)).data()) return rows.length;
  return 0;
}

describe('two tables in one file', () => {
  it.each([
    [['', 'Suppliers;;', 'Company;Contact;Email', 'Timber Ltd;Joe;joe@timber.example']],
    [['', 'Firma;Ansprechpartner;E-Mail', 'Timber Ltd;Joe;joe@timber.example']],
    [[';;', 'Lost;;', 'Client;Phone;Reason', 'Timber Ltd;01632 960001;price']],
    [['', 'Suppliers;;', '', 'Company;Contact;Email', 'Timber Ltd;Joe;joe@timber.example']],
    [['', 'Suppliers;;', 'as of May;;', 'Company;Contact;Email', 'Timber Ltd;Joe;joe@timber.example']],
    [['', ';Lieferanten;', '', ';Stand Mai;', '', 'Firma;Kontakt;E-Mail', 'Timber Ltd;Joe;joe@timber.example']],
  ])('the second is told: %s', async more => {
    const { workspace, told } = await tryOut(['Name;Email;City', 'Ada Holm;ada@mill.example;Ulm', ...more]);
    expect(names(workspace)).toEqual(['Ada Holm']);
    expect(told).toMatch(/A second table begins here \(.*\): its row is not imported with the first. Choose line/);
  });

  it('who stands before the gap with a name alone is of the first', async () => {
    const { workspace, told } = await tryOut([
      'Name;Email;City',
      'Ada Holm;ada@mill.example;Ulm',
      'Cy Ott;;',
      '',
      'Suppliers;;',
      'Company;Contact;Email',
      'Timber Ltd;Joe;joe@timber.example',
    ]);
    expect(names(workspace)).toEqual(['Ada Holm', 'Cy Ott']);
    expect(told).toContain('A second table begins here');
  });

  it('the second is told wherever its title stands, also as the last row of what is read at once', async () => {
    const header = 'Name;Email;City';
    const row = (i: number) => `Ada Holm${i};ada${i}@mill.example;Ulm`;
    const many = Array.from({ length: 40_000 }, (_, i) => row(100_000 + i));
    const ends = await rowsReadAtOnce([header, ...many]);
    expect(ends).toBeLessThan(many.length - 1);
    // Longer than the row in its place: its end comes with the next piece.
    const other = `Company;Contact;${'Email'.padEnd(80)}`;
    for (const at of [ends - 2, ends - 1, ends, ends + 1]) {
      // As long as the row in its place, so that what is read at once ends where it did.
      const title = `${'Suppliers'.padEnd((many[at]?.length ?? 0) - 2)};;`;
      const lines = [header, ...many.slice(0, at), title, other, 'Timber Ltd;Joe;joe@timber.example'];
      const table = await open([...lines, ...many.slice(at).map(() => 'Oak Ltd;Jim;jim@oak.example')]);
      const rows: string[][] = [];
      for await (const piece of table.data()) rows.push(...piece.rows);
      expect([rows.length, rows.at(-1)?.[0]]).toEqual([at, `Ada Holm${100_000 + at - 1}`]);
      expect(table.problems.map(({ message }) => message).join()).toContain('A second table begins here');
    }
  });

  it('a lone cell at the end of what is read at once is no title where no table follows', async () => {
    const header = 'Name;Email;City';
    const many = Array.from({ length: 40_000 }, (_, i) => `Ada Holm${100_000 + i};ada${i}@mill.example;Ulm`);
    const ends = await rowsReadAtOnce([header, ...many]);
    for (const at of [ends - 1, many.length - 1]) {
      const lone = `${'Cy Ott'.padEnd((many[at]?.length ?? 0) - 2)};;`;
      const table = await open([header, ...many.map((line, i) => (i === at ? lone : line))]);
      const rows: string[][] = [];
      for await (const piece of table.data()) rows.push(...piece.rows);
      expect([rows.length, rows[at]?.[0]?.trim()]).toEqual([many.length, 'Cy Ott']);
    }
  });

  it('side by side is asked', async () => {
    const { told } = await tryOut([
      'Name,Email,Value,,Name,Email,Why',
      'Ada Holm,ada@mill.example,1200,,Cy Ott,cy@mill.example,price',
      'Bo Lind,bo@mill.example,800,,Dee Marsh,dee@mill.example,no reply',
    ]);
    expect(told).toContain('Two tables seem to stand side by side');
  });
});

it.each([
  ['Kunde;Jan 26;Feb 26;Summe', 'Mühle GmbH;1.200,00;;1.200,00', 'Jan 26: 1.200,00'],
  ['Customer;2024;2025;Total', 'Mühle GmbH;1.200,00;;1.200,00', '2024: 1.200,00'],
  ['Klant;mrt 2026;apr 2026;Totaal', 'Mühle GmbH;1.200,00;;1.200,00', 'mrt 2026: 1.200,00'],
])('%s are headers', async (header, row, note) => {
  const { people } = await tryOut([header, row, 'Kai GmbH;;450,00;450,00']);
  expect(people.map(({ company }) => company)).toEqual(['Mühle GmbH', 'Kai GmbH']);
  expect(people[0]?.notes).toContain(note);
});

it.each([
  ['Ada Holm;ada@mill.example;01632 960001'],
  ['Ada Holm|ada@mill.example|01632 960001'],
  ['Ada Holm\tada@mill.example\t01632 960001'],
])('a line divided otherwise is read and told: %s', async line => {
  const { people, told } = await tryOut(['Name,Email,Phone', line, 'Bo Lind,bo@mill.example,01632 960002']);
  expect(people).toMatchObject([
    { who: 'Ada Holm', email: 'ada@mill.example', phone: '01632 960001' },
    { who: 'Bo Lind' },
  ]);
  expect(told).toContain('This line uses another delimiter than the rest.');
});
