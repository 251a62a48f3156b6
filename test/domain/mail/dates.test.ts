// When a message was written: a wrong clock, a shape that is no date of mail, and nothing that lies ahead.
import { expect, test } from 'vitest';
import { mailFindings } from '../../../shared/import-mail-findings.ts';
import { aMessage, readMail } from '../../support/small-mail.ts';

const received = (at: string) => ({ Received: `from a by b with ESMTP id 1; ${at}` });
const server = 'Mon, 1 Jun 2026 07:00:00 +0000';

test.each<readonly [string, Record<string, string>, string]>([
  ['as written', { Date: 'Mon, 1 Jun 2026 09:00:00 +0200' }, '2026-06-01T07:00:00.000Z'],
  ['a clock a year ahead', { Date: 'Tue, 1 Jun 2027 09:00:00 +0200', ...received(server) }, '2026-06-01T07:00:00.000Z'],
  [
    'a mailbox that was moved years later',
    { Date: 'Tue, 5 Mar 2019 09:00:00 +0000', ...received(server) },
    '2019-03-05T09:00:00.000Z',
  ],
  ['a zone that is no number', { Date: 'Mon, 1 Jun 2026 09:00:00 CEST' }, '2026-06-01T09:00:00.000Z'],
  ['a zone before the year', { Date: 'Mon Jun 1 09:00:00 BST 2026' }, '2026-06-01T09:00:00.000Z'],
  ['a day that is none', { Date: '31 Feb 2026 09:00:00 +0000', ...received(server) }, '2026-06-01T07:00:00.000Z'],
  ['a word and a number', { Date: 'Invoice 2025', ...received(server) }, '2026-06-01T07:00:00.000Z'],
  ['a French month', { Date: 'lun., 1 févr. 2026 09:00:00 +0100', ...received(server) }, '2026-06-01T07:00:00.000Z'],
  ['ISO', { Date: '2026-06-01T09:00:00+02:00' }, '2026-06-01T07:00:00.000Z'],
])('%s', async (_what, heads, at) => {
  expect((await readMail(aMessage(heads))).dates).toEqual([at]);
});
test('moved, with the note of the first server below, it keeps its day; one ahead of every server is counted', async () => {
  const moved = aMessage({ Date: 'Tue, 5 Mar 2019 09:00:00 +0000', ...received(server) }).replace(
    'Received:',
    `Received: from mover by b; ${server}\r\nReceived: from a by b; Tue, 5 Mar 2019 09:01:00 +0000\r\nX-Old:`,
  );
  expect(await readMail(moved)).toMatchObject({ dates: ['2019-03-05T09:00:00.000Z'], mail: { redated: 0 } });
  const { mail } = await readMail(aMessage({ Date: 'Tue, 1 Jun 2027 09:00:00 +0200', ...received(server) }));
  expect(mailFindings(mail).map(({ text }) => text)).toContain(
    '1 message names a day that cannot be: the day a server noted is taken.',
  );
});
test.each(['31 Feb 2026 09:00:00 +0000', 'Tue, 1 Jun 2027 09:00:00 +0200', 'Invoice 2025', '1/2/2026'])(
  '%s and no server: undated',
  async date => {
    expect((await readMail(aMessage({ Date: date }))).leftOut).toEqual({ undated: 1 });
  },
);
