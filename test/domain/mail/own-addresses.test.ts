// Which addresses are offered as the owner's: the team's, and never a customer's.
import { describe, expect, test } from 'vitest';
import { aMailbox, aMessage, owner, readMail } from '../../support/small-mail.ts';

const customer = 'eve@dock.example';
const sent = (heads: Record<string, string> = {}) =>
  aMessage({ From: `Mara Voss <${owner}>`, To: customer, Subject: 'Re: Stairs', ...heads });
const hop = (how: string) =>
  `from [192.0.2.1] by smtp.host.example with ${how} id 1 for <${customer}>; Mon, 1 Jun 2026 09:00:00 +0200`;

describe('a customer is never ticked', () => {
  test.each(['ESMTPSA', 'ESMTPA', 'ASMTP', 'UTF8SMTPSA'])('sent with %s', async how => {
    expect((await readMail(aMailbox(...[1, 2, 3].map(() => sent({ Received: hop(how) }))), [])).likely).toEqual([]);
  });
  test('sent, by its label or folder', async () => {
    const heads = { Received: hop('ESMTP'), 'X-Gmail-Labels': 'Gesendet' };
    expect((await readMail(aMailbox(...[1, 2, 3].map(() => sent(heads))), [])).likely).toEqual([owner]);
  });
  test('sent by an address that is known', async () => {
    const { likely } = await readMail(aMailbox(...[1, 2, 3].map(() => sent({ Received: hop('ESMTP') }))));
    expect(likely).toEqual([]);
  });
  test('delivered to once', async () => {
    expect((await readMail(aMailbox(aMessage({ 'Delivered-To': 'kim@quay.example' })), [])).likely).toEqual([]);
  });
  test('in a folder of one customer, where both are in every message', async () => {
    const box = aMailbox(aMessage(), aMessage(), aMessage(), sent(), sent(), sent());
    expect((await readMail(box, [])).likely).toEqual([]);
  });
});

test('delivered to twice and more is the owner', async () => {
  const box = aMailbox(...[1, 2, 3].map(() => aMessage({ 'Delivered-To': owner })));
  expect((await readMail(box, [])).likely).toEqual([owner]);
});

describe('colleagues', () => {
  const cc = 'Jo <jo@oaklane.example>, Kim <kim@oaklane.example>, sam@gmail.example, noreply@oaklane.example';
  test('of the same firm are ticked, once one address is known', async () => {
    const { likely } = await readMail(aMailbox(aMessage({ Cc: cc })));
    expect(likely).toEqual(['jo@oaklane.example', 'kim@oaklane.example']);
  });
  test('and before, by the address that is sure', async () => {
    const { likely } = await readMail(aMailbox(sent({ 'X-Gmail-Labels': 'Sent', Cc: cc })), []);
    expect(likely).toEqual([owner, 'jo@oaklane.example', 'kim@oaklane.example']);
  });
  test('a whole team of them', async () => {
    const team = Array.from({ length: 20 }, (_, i) => `a${i}@oaklane.example`);
    expect((await readMail(aMailbox(aMessage({ Cc: team.join(', ') })))).likely).toHaveLength(20);
  });
  test.each(['gmail.com', 'web.de', 'orange.fr'])('not at %s', async provider => {
    const box = aMailbox(aMessage({ To: `me@${provider}`, Cc: `jo@${provider}` }));
    expect((await readMail(box, [`me@${provider}`])).likely).toEqual([]);
  });
});
