// What a small file may cost: text and rows are counted once they are unpacked, and what is too much is refused.
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../electron/domain/campaigns/paste.ts';
import { guestLines } from '../../../electron/domain/pasted-contacts.ts';
import { zipOf } from '../../../electron/formats/zip/write-zip.ts';
import { prepareRows } from '../../../electron/jobs/import-parser/prepare.ts';
import { context, preview, text } from '../../domain/import/support.ts';
import { aWorkspace } from '../../support/workspace.ts';

const encode = (words: string) => new TextEncoder().encode(words);
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet; `texts` are shared by its cells. */
function workbook(
  sheet: string,
  texts = '',
): { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array } {
  const part = (name: string, words: string) => ({ name, bytes: encode(words) });
  const bytes = zipOf([
    part(
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${types}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId1" Type="${types}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${types}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    part('xl/worksheets/sheet1.xml', `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`),
    part('xl/sharedStrings.xml', `<sst>${texts}</sst>`),
  ]);
  return { kind: 'bytes', name: 'small.xlsx', bytes };
}

const rows = (count: number, cells: string) => Array.from({ length: count }, () => `<row>${cells}</row>`).join('');
const shared = (...indexes: readonly number[]) => indexes.map(n => `<c t="s"><v>${n}</v></c>`).join('');
const long = '<si><t>Name</t></si><si><t>Notes</t></si><si><t>Ann</t></si>'.concat(
  `<si><t>${'note '.repeat(6000)}</t></si>`,
);

describe('a small workbook', () => {
  it.each([
    [
      'one long text in 15,000 cells',
      workbook(rows(1, shared(0, 1)) + rows(15_000, shared(2, 3)), long),
      /same text over and over/,
    ],
    [
      'one long text in many columns',
      workbook(rows(1, shared(0, 1)) + rows(400, shared(...Array(100).fill(3))), long),
      /same text over and over/,
    ],
    ['90,000 rows of one letter', workbook(rows(90_000, '<c><v>1</v></c>')), /more rows than a file of its size/],
  ])('with %s is refused', async (_, book, reason) => {
    expect(book.bytes.length).toBeLessThan(100_000);
    await expect(preview(book)).rejects.toThrow(reason);
  });

  it('with the same company in every row, and with 20,000 nearly empty rows, is read', async () => {
    const texts = '<si><t>Name</t></si><si><t>Company</t></si><si><t>Ann</t></si><si><t>Mill and Sons of Graz</t></si>';
    expect((await preview(workbook(rows(1, shared(0, 1)) + rows(19_000, shared(2, 3)), texts))).rowCount).toBe(19_000);
  });
});

describe('a text file', () => {
  it('of half a megabyte of lines with one letter is refused', async () => {
    await expect(preview(text(`Name\n${'a\n'.repeat(250_000)}`))).rejects.toThrow(/more rows than a file of its size/);
  });

  it('of 60,000 e-mail addresses is read', async () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => `p${n}@x.org`);
    expect((await preview(text(['E-mail', ...lines].join('\n')))).rowCount).toBe(60_000);
  });

  it('reaches the main process in pieces of some 250,000 characters, whatever its cells hold', async () => {
    const line = `,${'x'.repeat(30_000)},${'y'.repeat(30_000)}`;
    const request = {
      source: text(`E-mail,Company,Notes\n${Array.from({ length: 100 }, () => line).join('\n')}`),
      choices: {},
      locale: 'en',
      context,
      mapping: {
        rows: 'leads',
        columns: [{ column: 0, target: 'email' }],
        fixed: [],
        values: [],
        policy: 'fill',
        unknownLeads: 'create',
      },
    } as const;
    let rejected = 0;
    for await (const piece of prepareRows(request as unknown as Parameters<typeof prepareRows>[0])) {
      rejected += piece.rejected.length;
      expect(JSON.stringify(piece).length).toBeLessThan(400_000);
    }
    expect(rejected).toBe(100);
  });
});

describe('a pasted list of people', () => {
  it.each([
    ['1,1,1', '1,'],
    ['commas and ats', '1,@'],
    ['dashes', 'a - '],
    ['quotes', '"Ann", '],
  ])('is read up to 1,000 characters a line, one line a turn: %s', (_, piece) => {
    const line = piece.repeat(20_000);
    const guests = [...guestLines(`${line}\nAnn Lee, ann@x.org\n${line}`)];
    expect(guests).toHaveLength(3);
    expect(guests[1]).toMatchObject({ email: 'ann@x.org' });
    for (const guest of [guests[0], guests[2]]) expect(guest?.text.length ?? 0).toBeLessThanOrEqual(1000);
  });
});

describe('pasted weeks', () => {
  const settings = {
    rows: {
      channels: Array.from({ length: 200 }, (_, n) => ({ id: `c${n}`, label: `Channel ${n}`, archived: false })),
      campaigns: Array.from({ length: 500 }, (_, n) => ({
        id: `a${n}`,
        label: `Campaign ${n}`,
        channelId: 'c1',
        startsOn: null,
        endsOn: null,
        archived: false,
      })),
      spend: Array.from({ length: 5000 }, (_, n) => ({
        id: `s${n}`,
        channelId: 'c1',
        campaignId: null,
        amount: n,
        startsOn: '2026-01-05',
        endsOn: '2026-01-11',
        note: null,
      })),
      reach: [],
    },
    firstDay: 1,
    unit: 100,
    today: '2026-06-01',
    columns: null,
    numbers: 'spend',
  } as const;

  it('cost the same beside thousands that are recorded as beside none', () => {
    const lines = Array.from({ length: 2000 }, (_, n) => [
      '2026-W02',
      `Channel ${n % 200}`,
      `Campaign ${n % 500}`,
      `${n}`,
    ]);
    const cells = [['Week', 'Channel', 'Campaign', 'Spend'], ...lines];
    const none = { ...settings, rows: { channels: [], campaigns: [], spend: [], reach: [] } };
    const spans = { many: Number.POSITIVE_INFINITY, none: Number.POSITIVE_INFINITY };
    for (let n = 0; n < 5; n++) {
      for (const [name, given] of [
        ['many', settings],
        ['none', none],
      ] as const) {
        const began = performance.now();
        expect(readPaste(cells, given).rows).toHaveLength(2000);
        spans[name] = Math.min(spans[name], performance.now() - began);
      }
    }
    // Looking through the records for each line took 90 times as long.
    expect(spans.many / spans.none).toBeLessThan(5);
  });

  it('of more lines are refused in a sentence, and nothing is recorded', async () => {
    const { call, appError } = aWorkspace();
    const pasted = `Week\tSpend\n${'2026-W02\t5\n'.repeat(90_000)}`;
    expect(await appError('weeks.readPaste', { text: pasted })).toBe(
      'This is more than 2000 lines. Nothing was recorded. Paste it in parts.',
    );
    expect(await appError('weeks.paste', { text: pasted })).toMatch(/more than 2000 lines/);
    expect(await call('spend.list', {})).toEqual([]);
  });
});
