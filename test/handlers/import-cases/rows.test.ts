// Every line of a file is a row or is named: quotation marks, columns without a name, merged cells, what programs put into cells.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnFindings } from '../../../shared/import-column-findings.ts';
import { berlin, everybody, importOne, names, said } from '../../support/imported.ts';

describe('quotation marks nobody paired', () => {
  it.each([
    ['a01a-quote-opens-cell.csv', ['Ada Holm', 'Bo Lind', 'Cy Marsh', 'Do Vane']],
    ['a01c-quote-never-closed-later-quoted.csv', ['Ada Holm', 'Bo Lind', 'Cy Marsh', 'Do Vane']],
    ['a01e-quote-opens-cell-nothing-quoted-later.csv', ['Ada Holm', 'Bo Lind', 'Cy Marsh']],
  ])('%s: every line is a row', async (file, leads) => {
    const workspace = berlin();
    await importOne(workspace, file);
    expect(names(workspace)).toEqual(leads);
  });

  it.each([
    [
      'inches',
      ['Name,Size,E-mail', 'Ada Holm,5",ada@mill.example', 'Bo Lind,"7,bo@quay.example', 'Cy Marsh,9",cy@fern.example'],
    ],
    [
      'a nickname',
      [
        'Name;Firma;E-mail',
        '"Ada" Holm;Mill;ada@mill.example',
        'Bo "Bo" Lind;Quay;bo@quay.example',
        '"Cy Marsh;Fern";cy@fern.example',
      ],
    ],
    [
      'tabs',
      [
        'Nom\tSociété\tE-mail',
        '"Ada Holm\tMill\tada@mill.example',
        'Bo Lind\tQuay\tbo@quay.example',
        'Cy Marsh\t"Fern"\tcy@fern.example',
      ],
    ],
  ])('%s: three lines are three people', async (_what, lines) => {
    const workspace = berlin();
    await importOne(workspace, lines);
    expect(everybody(workspace).map(({ email }) => email)).toHaveLength(3);
  });

  it('a cell of several lines stays one cell', async () => {
    const workspace = berlin();
    await importOne(workspace, [
      'Name;Notizen;E-mail',
      'Ada Holm;"first line',
      'second ""line""; third',
      '";ada@mill.example',
      'Bo Lind;;bo@quay.example',
    ]);
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ada Holm', email: 'ada@mill.example', notes: 'first line\nsecond "line"; third' },
      { who: 'Bo Lind' },
    ]);
  });

  it('n lines with quotation marks anywhere give n rows, or a problem', { timeout: 60_000 }, async () => {
    const word = fc.constantFrom('Mill', '"Mill', 'Mill"', '"Mill"', '"Mill" Ltd', 'Mi"ll', '""', '"');
    // One workspace for all runs, and other people in each: making one takes longer than the import.
    const workspace = berlin();
    let people = 0;
    const another = () => {
      people += 1;
      const name = [...String(people)].map(digit => 'abcdefghij'[Number(digit)]).join('');
      return `Person X${name};${name}@mill.example`;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async text => {
        const lines = text.map(company => `${company};${another()}`);
        const { counts, problems } = await importOne(workspace, ['Company;Name;E-mail', ...lines]);
        if (counts.created !== text.length) expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('columns without a name', () => {
  it('a cell beyond the headers stands in a column without a name, and is kept', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b06-column-without-a-name.csv');
    expect(everybody(workspace).map(({ who, notes }) => [who, notes])).toEqual([
      ['Ann Lee', expect.stringContaining('hot')],
      ['Bo Fox', expect.stringContaining('cold')],
      ['Cy Ott', expect.stringContaining('hot')],
    ]);
  });

  it('also in one row only', async () => {
    const workspace = berlin();
    const { counts } = await importOne(workspace, 'b06-note-beside.csv');
    expect(counts.rejected).toBe(0);
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ann Lee', notes: expect.stringContaining('called twice') },
      { who: 'Bo Fox' },
    ]);
  });

  it.each([
    ['semicolons', ['Name;E-Mail', 'Ada Holm;ada@mill.example;;;ruft zurück']],
    ['tabs', ['Nom\tE-mail', 'Ada Holm\tada@mill.example\trappeler']],
    ['one of many', ['Name,E-mail,Phone', 'Ada Holm,ada@mill.example,,,x,y']],
  ])('%s', async (_what, lines) => {
    const workspace = berlin();
    const { counts } = await importOne(workspace, lines);
    expect(counts).toMatchObject({ created: 1, rejected: 0 });
    expect(everybody(workspace)[0]).toMatchObject({ email: 'ada@mill.example', notes: expect.anything() });
  });
});

describe('workbooks', () => {
  it('merged cells hold for all their rows', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a09-merged-cells.xlsx');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ada Holm', company: 'Mill Ltd', city: 'Leeds' },
      { who: 'Bo Lind', company: 'Mill Ltd', city: 'Leeds' },
      { who: 'Cy Marsh', company: 'Mill Ltd', city: 'Leeds' },
      { who: 'Do Vane', company: 'Quay Ltd', city: 'Bath' },
    ]);
  });

  it('currencies in number formats are told as those in texts are', async () => {
    const workspace = berlin();
    const { checked } = await importOne(workspace, 'a10-currency-formats.xlsx');
    expect(said(checked)).toMatch(/CHF/);
    expect(said(checked)).toMatch(/USD|\$/);
    expect(everybody(workspace).map(({ deals }) => deals)).toEqual([
      ['Roof won 1000'],
      ['Wall won 2000'],
      ['Door won 300'],
    ]);
  });

  it('a dollar is a dollar where dollars are counted', async () => {
    const { preview, mapping } = await importOne(berlin({ currency: 'CAD' }, 'en-CA'), [
      'Name;E-mail;Deal amount',
      'Ada Holm;ada@mill.example;$1200',
    ]);
    expect(columnFindings(preview, mapping, 'CAD').filter(({ kind }) => kind === 'currency')).toEqual([]);
    expect(columnFindings(preview, mapping, 'EUR').filter(({ kind }) => kind === 'currency')).toHaveLength(1);
  });

  it('one dollar among 400 different amounts is told, too', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, i) => `Person ${i} Lee;p${i}@mill.example;${i === 350 ? '$' : ''}${1000 + i}`,
    );
    const { checked } = await importOne(berlin(), ['Name;E-mail;Deal amount', ...rows]);
    expect(said(checked)).toMatch(/USD|\$/);
  });

  it('formulas nobody has computed are told, with what to do', async () => {
    const { preview } = await importOne(berlin(), 'a21-formulas-without-values.xlsx');
    expect(preview.problems.map(({ message }) => message).join()).toMatch(/formula/i);
    expect(preview.problems.map(({ message }) => message).join()).toMatch(/save/i);
  });
});

describe('what programs put into cells', () => {
  it('HTML entities are decoded', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a14-html-entities.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: "Conan O'Brien", company: 'Mill & Sons' },
      { who: 'Jürgen Groß', company: 'Fritz Dräxl & Dahl' },
      { who: 'Bo Lind', company: 'AT&T' },
    ]);
  });

  it.each([
    ['Caf&eacute; Zo&euml;', 'Café Zoë'],
    ['M&#252;ller &#38; Co', 'Müller & Co'],
    ['R&D Lab &copy', 'R&D Lab &copy'],
  ])('%s is %s', async (cell, company) => {
    const workspace = berlin();
    await importOne(workspace, ['Company,E-mail', `${cell},a@x.example`]);
    expect(everybody(workspace)).toMatchObject([{ company }]);
  });

  it('lists of tags are tags', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a15-multi-select.csv');
    expect(everybody(workspace).map(({ tags }) => tags)).toEqual([
      ['Newsletter', 'VIP'],
      ['Newsletter', 'VIP'],
      ['Newsletter', 'VIP'],
      ['VIP'],
    ]);
  });

  it.each([
    [`"['a', 'b']"`, ['a', 'b']],
    ['{a,b}', ['a', 'b']],
    ['a | b', ['a', 'b']],
  ])('%s', async (cell, tags) => {
    const workspace = berlin();
    await importOne(workspace, ['E-mail;Tags', `a@x.example;${cell}`]);
    expect(everybody(workspace)[0]?.tags).toEqual(tags);
  });

  it('="00123" is 00123', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a16-excel-text-trick.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ada Holm', key: '00123', phone: '0049171123456' },
      { who: 'Bo Lind', key: '00124', phone: '0171 123456' },
    ]);
  });

  it('digits of every script are a telephone number', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a18-digits.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ada Holm', phone: '0501234567' },
      { who: 'Bo Lind', phone: '+971 50 123 4567' },
      { who: 'Cy Marsh', phone: '03-1234-5678' },
      { who: 'Do Vane', phone: '+971 50 123 4567' },
    ]);
  });
});

describe('files without headers', () => {
  it('each is understood for itself', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b05-headerless-one.csv');
    const { counts } = await importOne(workspace, 'b05-headerless-two.csv');
    expect(counts).toMatchObject({ created: 2, rejected: 0 });
    expect(everybody(workspace)).toMatchObject([
      { email: 'ann@mill.example', who: 'Ann Lee' },
      { email: 'bo@quay.example', who: 'Bo Fox' },
      { email: 'cy@fern.example', who: 'Cy Ott', company: 'Fern Ltd' },
      { email: 'di@weir.example', who: 'Di Low', company: 'Weir Ltd' },
    ]);
  });
});
