// Spam, the trash and drafts are counted and make no lead, whatever program and language says where a message lies.
import { describe, expect, test } from 'vitest';
import { folderOfLabels, folderOfPath } from '../../../electron/domain/mail/folders.ts';
import { aMailbox, aMailFolder, aMessage, readMail } from '../../support/small-mail.ts';

describe('left out and counted', () => {
  test.each<readonly [string, Record<string, string>, string]>([
    ['Gmail in English', { 'X-Gmail-Labels': 'Spam' }, 'spam'],
    ['Gmail in German, an encoded word', { 'X-Gmail-Labels': '=?UTF-8?Q?Entw=C3=BCrfe?=' }, 'draft'],
    ['Gmail in French', { 'X-Gmail-Labels': '=?UTF-8?Q?Corbeille,Bo=C3=AEte_de_r=C3=A9ception?=' }, 'trash'],
    ['Gmail in Polish, sent and thrown away', { 'X-Gmail-Labels': '=?UTF-8?B?V3lzxYJhbmUsS29zeg==?=' }, 'trash'],
    ['a spam filter', { 'X-Spam-Flag': 'YES' }, 'spam'],
    ['a draft of Outlook', { 'X-Unsent': '1' }, 'draft'],
    ['deleted in Thunderbird', { 'X-Mozilla-Status': '0009' }, 'trash'],
  ])('%s', async (_what, heads, why) => {
    const { rows, leftOut } = await readMail(aMailbox(aMessage(heads)));
    expect([rows, leftOut]).toEqual([[], { [why]: 1 }]);
  });
  test.each<Record<string, string>>([
    { 'X-Gmail-Labels': 'Inbox,Spam customers' },
    { 'X-Spam-Flag': 'NO' },
    { 'X-Mozilla-Status': '0001' },
  ])('taken in all the same: %j', async heads => {
    expect((await readMail(aMailbox(aMessage(heads)))).rows).toEqual(['eve@dock.example Inquiry']);
  });
  test('folders by their names; a copy in the trash does not take the place of the one in the inbox', async () => {
    const one = aMessage();
    const source = aMailFolder({
      'A/Papierkorb.mbox/mbox': aMailbox(one, aMessage()),
      'INBOX.Entw&APw-rfe': aMailbox(aMessage()),
      'Inbox.sbd/Stairs': aMailbox(one),
      'Junk.sbd/2024': aMailbox(aMessage()),
      'Trash.eml': aMessage({ From: 'bo@quay.example' }),
    });
    const { rows, leftOut } = await readMail(source);
    expect(rows).toEqual(['eve@dock.example Inquiry', 'bo@quay.example Inquiry']);
    expect(leftOut).toEqual({ trash: 2, draft: 1, spam: 1 });
  });
});

test.each([
  ['Spam.mbox', 'spam'],
  ['Mail/[Gmail]/Éléments supprimés', 'trash'],
  ['Brouillons', 'draft'],
  ['.Trash/cur/1.x:2,S', 'trash'],
  ['cur/1.x:2,DS', 'draft'],
  ['Papelera (1).mbox', 'trash'],
  ['Cestino', 'trash'],
  ['Sent Items', 'sent'],
  ['Gesendete Elemente.mbox', 'sent'],
  ['Maler', null],
  ['Spam customers', null],
  ['Trash & Co. Ltd', null],
] as const)('%s is %s', (path, folder) => {
  expect(folderOfPath(path)).toBe(folder);
});
test('labels with quotes and spaces', () => {
  expect(folderOfLabels('Inbox,"Messages envoyés"')).toBe('sent');
  expect(folderOfLabels('Inbox,Opened')).toBe(null);
});
