// Where the table is: titles above, headers of two rows, units below, totals, the header again, rows that have slipped.
import { describe, expect, test } from 'vitest';
import { preview, read, targets, text } from './support.ts';

const headers = async (content: string) => {
  const seen = await preview(text(content));
  return {
    names: seen.columns.map(column => column.header),
    first: seen.rows[0],
    row: seen.headerRow,
    lines: seen.lines,
    seen,
  };
};

describe('the header', () => {
  test('below titles, dates and blank lines', async () => {
    const found = await headers(
      'Lead report,,,\nCreated 01.02.2024 by Ann,,,\n,,,\nName,E-mail,Company,Phone\nBob,b@x.org,Fox,030 12345\n',
    );
    expect([found.row, found.names, found.first]).toEqual([
      3,
      ['Name', 'E-mail', 'Company', 'Phone'],
      ['Bob', 'b@x.org', 'Fox', '030 12345'],
    ]);
    expect(found.seen.preamble[0]?.[0]).toBe('Lead report');
  });

  test('in no language we know, with data unlike it', async () => {
    const found = await headers('Aname,Bmail,Ctown\nZed,z@x.org,Ulm\nYan,y@x.org,Bonn\n');
    expect([found.row, found.names]).toEqual([0, ['Aname', 'Bmail', 'Ctown']]);
  });

  test('none at all: the first row is somebody, and columns are known by what is in them', async () => {
    const {
      preview: seen,
      mapping,
      rows,
    } = await read(text('Ann Lee,ann@x.org,+49 170 1234567\nBob Fox,bob@x.org,+49 170 7654321\n'));
    expect(seen.headerRow).toBe(-1);
    expect(mapping.columns.map(({ column, target }) => [column, target])).toEqual([
      [0, 'fullName'],
      [1, 'email'],
      [2, 'phone'],
    ]);
    expect(rows.map(row => row.attributes.email)).toEqual(['ann@x.org', 'bob@x.org']);
  });

  test('in two rows, where the second one repeats itself', async () => {
    const found = await headers('Contact,,Company,\nName,Phone,Name,Phone\nAnn,030 12345,Fox,030 54321\n');
    expect([found.names, found.seen.headerRows]).toEqual([
      ['Contact Name', 'Contact Phone', 'Company Name', 'Company Phone'],
      2,
    ]);
    expect(found.first?.[2]).toBe('Fox');
  });

  test('followed by a row of units', async () => {
    const found = await headers('Name,Budget,Employees,Since\n,(EUR),people,dd.mm.yyyy\nAnn,500,12,01.02.2024\n');
    expect([found.first, found.seen.problems[0]?.line]).toEqual([['Ann', '500', '12', '01.02.2024'], 2]);
  });

  test('where the owner says it is', async () => {
    const content = 'x,y\nName,E-mail\nAnn,a@x.org\n';
    expect((await preview(text(content), { headerRow: 1 })).rows).toEqual([['Ann', 'a@x.org']]);
    expect((await preview(text(content), { headerRow: -1 })).rowCount).toBe(3);
    expect(
      (await preview(text('A,B\nName,Mail\nx,y\n'), { headerRow: 0, headerRows: 2 })).columns.map(
        column => column.header,
      ),
    ).toEqual(['A Name', 'B Mail']);
  });

  test('blank, repeated, and named like things every object has', async () => {
    const { preview: seen, rows } = await read(
      text('__proto__,constructor,toString,name,name,,E-mail\np,c,t,Ann Lee,Bob Fox,blank,a@x.org\n'),
    );
    expect(seen.columns.map(column => column.header)).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'name',
      'name',
      '',
      'E-mail',
    ]);
    expect(seen.rows[0]).toEqual(['p', 'c', 't', 'Ann Lee', 'Bob Fox', 'blank', 'a@x.org']);
    expect(rows[0]?.attributes).toMatchObject({ firstName: 'Ann', lastName: 'Lee', email: 'a@x.org' });
    expect(rows[0]?.attributes.notes?.split('\n')).toEqual([
      '__proto__: p',
      'constructor: c',
      'toString: t',
      'name: Bob Fox',
      'Column F: blank',
    ]);
    expect(Object.keys({})).toEqual([]);
  });

  test('the same headers in another order are remembered as the same', async () => {
    const [a, b, c] = await Promise.all(
      ['Name,E-mail\nx,y@z.org', 'E-MAIL;name\ny@z.org;x', 'Name,Phone\nx,1'].map(content => preview(text(content))),
    );
    expect(a?.signature).toBe(b?.signature);
    expect(a?.signature).not.toBe(c?.signature);
  });
});

describe('rows that are no rows', () => {
  const content = [
    'Name,E-mail,Amount',
    'Ann,a@x.org,100',
    ',,',
    'Name,E-mail,Amount',
    'Bob,b@x.org,200,one too many',
    'Carl,c@x.org',
    'Total Energies,t@x.org,5',
    'Total,,300',
    'Summe:,,300',
  ].join('\n');

  test('are refused with their reason and their line, and a company named Total is not', async () => {
    const { rows, rejected } = await read(text(content));
    expect(rows.map(row => [row.line, row.attributes.firstName])).toEqual([
      [2, 'Ann'],
      [5, 'Bob'],
      [6, 'Carl'],
      [7, 'Total'],
    ]);
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'This row repeats the header.'],
      [8, 'This is a totals row.'],
      [9, 'This is a totals row.'],
    ]);
  });
});

test('300 columns of which 290 are empty: the ten are mapped', async () => {
  const names = Array.from({ length: 300 }, (_, i) =>
    i % 30 === 0
      ? (['Name', 'E-mail', 'Company', 'Phone', 'City', 'Country', 'Job title', 'Industry', 'Website', 'Notes'][
          i / 30
        ] ?? '')
      : `Field ${i}`,
  );
  const cells = names.map(
    name =>
      ({
        Name: 'Ann Lee',
        'E-mail': 'a@x.org',
        Company: 'Fox',
        Phone: '030 12345',
        City: 'Ulm',
        Country: 'Germany',
        'Job title': 'CEO',
        Industry: 'Toys',
        Website: 'www.fox.example',
        Notes: 'Hello',
      })[name] ?? '',
  );
  const result = await read(text(`${names.join(',')}\n${cells.join(',')}\n`));
  expect(Object.keys(targets(result))).toHaveLength(10);
  expect(result.preview.columns.filter(column => column.content === 'empty')).toHaveLength(290);
  expect(result.preview.columns[270]?.letter).toBe('JK');
});
