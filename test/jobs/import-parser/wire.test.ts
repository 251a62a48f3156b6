// What goes from the parser's process to the main process arrives as it was sent.
import { expect, test } from 'vitest';
import { prepareRows } from '../../../electron/jobs/import-parser/prepare.ts';
import { packed, unpacked } from '../../../electron/jobs/import-parser/wire.ts';
import { context, fixture, read } from '../../domain/import/support.ts';

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
