// @vitest-environment happy-dom
// A workspace that meets in a PostgreSQL database, as the owner sees it.
import { afterAll, beforeAll, expect } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { renderScreen } from '../support/render-screen.ts';
import { words } from '../support/shared-window.ts';
import { it } from '../support/with-postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

it('is shared by its address, which is hidden as it is typed; the address is changed and the password not shown again', async () => {
  const database = await server.newDatabase();
  const address = server.address(database);
  const window = await renderScreen('settings', 'sharing', { start: 'empty' });
  await window.press('Share this workspace');
  const dialog = window.at('Share this workspace');
  await dialog.press('A PostgreSQL database');
  await dialog.type('Database address', server.address(database, 'owner', 'wrong'));
  await dialog.type('Passphrase', words);
  await dialog.type('Repeat passphrase', words);
  await dialog.press('Share workspace');
  await dialog.sees('does not accept this user and password');
  expect(document.querySelector<HTMLInputElement>('input[type=password]')).not.toBeNull();
  await dialog.type('Database address', address);
  await dialog.press('Share workspace');
  await window.at('Invite the others').press('Later');
  const who = window.at('Who are you?');
  await who.type('Your name', 'Mara');
  await who.press('Add me');
  await window.sees('Shared, up to date');
  await window.goTo('today');
  await window.press('Shared, up to date');
  const panel = window.at('Sharing');
  await panel.sees('Database', `127.0.0.1:${server.port}/${database}`);
  await panel.press('Change address');
  const change = window.at('Database address');
  await change.type('Database address', server.address('nowhere'));
  await change.press('Save address');
  await change.sees('There is no database named nowhere');
  await change.type('Database address', address);
  await change.press('Save address');
  await window.sees('Database address saved.');
  expect(document.body.innerHTML).not.toContain(encodeURIComponent('pass%word'));
});
