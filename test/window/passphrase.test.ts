// @vitest-environment happy-dom
// A workspace with a passphrase: set, asked for when it is opened, changed, and taken away.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { enlarge } from '../support/large.ts';
import { renderScreen } from '../support/render-screen.ts';

const words = 'four quite unrelated words';

it('is set with a recovery key, asked for on opening, and taken away again', async () => {
  const window = await renderScreen('settings', 'passphrase');
  await window.press('Lock this workspace');
  const dialog = window.at('Lock this workspace');
  await dialog.type('New passphrase', 'short');
  await dialog.type('Repeat new passphrase', 'other');
  await dialog.press('Lock workspace');
  await dialog.sees('The two passphrases are not the same.');
  await dialog.type('Repeat new passphrase', 'short');
  await dialog.press('Lock workspace');
  await dialog.sees('12');
  await dialog.type('New passphrase', words);
  await dialog.type('Repeat new passphrase', words);
  await dialog.press('Lock workspace');
  const sheet = window.at('Recovery sheet');
  await sheet.press('Done');
  await sheet.sees('Print the sheet or write the key down, then tick the box.');
  await sheet.press(/^I keep the printed sheet/);
  await sheet.press('Done');
  await window.sees('This workspace is locked: it is encrypted whenever it is closed.');

  window.menu('close-workspace');
  await window.sees('Recent workspaces');
  await window.press(/^Mill & Sons/);
  const unlock = window.at('Unlock Mill & Sons');
  await unlock.type('Passphrase', 'a wrong passphrase');
  await unlock.press('Unlock');
  await unlock.sees('passphrase');
  await unlock.type('Passphrase', words);
  await unlock.press('Unlock');
  await window.misses('Unlock Mill & Sons');

  await window.goTo('settings', 'passphrase');
  await window.press('Unlock for good');
  const remove = window.at('Unlock for good');
  await remove.type('Passphrase', words);
  await remove.press('Unlock for good');
  await window.sees('This workspace no longer has a passphrase.', 'This workspace is not locked.');
  expect((await window.call('passphrase.get', {})).isSet).toBe(false);
});

it('shows that it is encrypted when Ripen is quit, and Cancel goes back to the workspace', async () => {
  const window = await renderScreen('settings', 'passphrase', {
    before: async ({ call, host, folder }) => {
      await call('workspaces.close', {});
      enlarge(join(folder, 'test.ripen'), 100);
      await host.openFile(join(folder, 'test.ripen'));
      await call('passphrase.set', { passphrase: words });
    },
  });
  const quit = window.host.finish({ inHurry: false });
  const dialog = window.at('Locking Mill & Sons');
  await dialog.sees('Ripen closes as soon as the file is encrypted.', 'Encrypting');
  await dialog.press('Cancel');
  expect(await quit).toBe(false);
  await window.misses('Locking Mill & Sons');
  await window.sees('This workspace is locked: it is encrypted whenever it is closed.');

  // A backup of that size takes a while to decrypt, too.
  await window.call('backups.take', {});
  await window.press('Unlock for good');
  const remove = window.at('Unlock for good');
  await remove.type('Passphrase', words);
  await remove.press('Unlock for good');
  await remove.sees('Decrypting backups');
  await remove.press('Cancel');
  await window.sees('Canceled. This workspace keeps its passphrase; its backups are being encrypted again.');
  expect((await window.call('passphrase.get', {})).isSet).toBe(true);
});
