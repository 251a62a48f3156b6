// When a message was written: a wrong clock, a shape that is no date of mail, and nothing that lies ahead.
import { expect, test } from 'vitest';
import { aMessage, readMail } from '../../support/small-mail.ts';

const received = (at: string) => ({ Received: `from a by b with ESMTP id 1; ${at}` });
const server = 'Mon, 1 Jun 2026 07:00:00 +0000';

test.each<readonly [string, Record<string, string>, string]>([
  ['as written', { Date: 'Mon, 1 Jun 2026 09:00:00 +0200' }, '2026-06-01T07:00:00.000Z'],
  ['a clock a year ahead', { Date: 'Tue, 1 Jun 2027 09:00:00 +0200', ...received(server) }, '2026-06-01T07:00:00.000Z'],
  [
    'a clock that began anew',
    { Date: 'Thu, 1 Jan 2004 00:00:00 +0000', ...received(server) },
    '2026-06-01T07:00:00.000Z',
  ],
  ['a word and a number', { Date: 'Invoice 2025', ...received(server) }, '2026-06-01T07:00:00.000Z'],
  ['a French month', { Date: 'lun., 1 févr. 2026 09:00:00 +0100', ...received(server) }, '2026-06-01T07:00:00.000Z'],
  ['ISO', { Date: '2026-06-01T09:00:00+02:00' }, '2026-06-01T07:00:00.000Z'],
])('%s', async (_what, heads, at) => {
  expect((await readMail(aMessage(heads))).dates).toEqual([at]);
});
test.each(['Tue, 1 Jun 2027 09:00:00 +0200', 'Invoice 2025', '1/2/2026'])('%s and no server: undated', async date => {
  expect((await readMail(aMessage({ Date: date }))).leftOut).toEqual({ undated: 1 });
});
