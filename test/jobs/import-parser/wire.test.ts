// What goes from the parser's process to the main process arrives as it was sent.
import { expect, test } from 'vitest';
import { prepareRows } from '../../../electron/jobs/import-parser/prepare.ts';
import { packed, unpacked } from '../../../electron/jobs/import-parser/wire.ts';
import { context, fixture, read, text } from '../../domain/import/support.ts';

test.each([
  'hubspot-deals.csv',
  'meta-leads.csv',
  'zoom-webinar.csv',
  'google-new.csv',
  'seen/own-sheet-de.csv',
  'seen/calendly.csv',
])('every row of %s, said or unsaid', async name => {
  const { mapping } = await read(fixture(name));
  const request = { source: fixture(name), choices: {}, locale: 'de-DE', mapping, context };
  for await (const piece of prepareRows(request)) {
    expect(piece.rows.length + piece.rejected.length).toBeGreaterThan(0);
    expect(unpacked(packed(piece))).toEqual(piece);
    expect(Object.keys(unpacked(packed(piece)).rows[0] ?? {}).sort()).toEqual(Object.keys(piece.rows[0] ?? {}).sort());
  }
});

test('rows of one lead together, which say the same but for what they did, are sent once and arrive whole', async () => {
  const rows = [
    'Email,Name,Activity type,Activity date',
    'ada@mill.example,Mrs Ada Holm,E-mail opened,2026-03-01 10:00',
    'ada@mill.example,Mrs Ada Holm,E-mail clicked,2026-03-02 10:00',
    'ada@mill.example,Mrs Ada Holm,E-mail clicked,soon',
    'ada@mill.example,Mrs Ada Holm,Website visit,2026-03-03 10:00,more',
    'ada@mill.example,Mrs Ada Holm,Website visit,2026-03-04 10:00',
    'bo@quay.example,Bo Lind,Website visit,2026-03-04 10:00',
    'ada@mill.example,Mrs Ada Holm,Website visit,2026-03-05 10:00',
  ];
  const source = text(rows.join('\n'));
  const { mapping } = await read(source);
  const alone = text([rows[0], ...rows.slice(1).map((row, i) => row.replace(/^(ada|bo)/, `$1${i}`))].join('\n'));
  const sizeOf = async (from: typeof source) => {
    let size = 0;
    for await (const piece of prepareRows({ source: from, choices: {}, locale: 'en-GB', mapping, context })) {
      const sent = packed(piece);
      expect(unpacked(sent)).toEqual(piece);
      size += sent.length;
    }
    return size;
  };
  expect(await sizeOf(source)).toBeLessThan((await sizeOf(alone)) * 0.9);
});
