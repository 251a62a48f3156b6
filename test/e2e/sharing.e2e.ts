// Two computers and one workspace, in two real windows: shared here, joined there, and a working day that both see.
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { axeFindings, axeFindingsInBoth } from './support/axe.ts';
import { chooseFile, chooseNewFile } from './support/files.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import { zoomTo } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

const passphrase = 'four random words here';
const pictures = process.env.RIPEN_PICTURES;
const look = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: join(pictures, `sharing-${name}.png`), animations: 'disabled' });
};
async function inBoth(page: Page, name: string): Promise<void> {
  expect(await axeFindingsInBoth(page, scheme => look(page, `${name}-${scheme}`)), name).toEqual([]);
  expect(
    running.flatMap(({ troubles }) => troubles),
    name,
  ).toEqual([]);
}

async function ask<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const given = { name, input };
  const answer = await page.evaluate(request => window.ripen.call(request.name, request.input), given);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as Output<N>;
}
const goTo = (page: Page, path: string) =>
  page.evaluate(to => {
    location.hash = to;
  }, path);
const card = (page: Page, stage: string, name: string) =>
  page.locator(`[data-list=${stage}]`).getByRole('row', { name: new RegExp(name) });
async function log(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('textbox', { name: 'What happened' }).fill(line);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Notifications' }).getByText('Logged: ').waitFor();
}

it('is shared, joined and worked in by two people, with what each does seen by the other', async () => {
  const place = await aUserData();
  const folder = join(place, 'OneDrive');
  const away = join(place, 'unplugged');
  mkdirSync(folder);
  const invitation = join(place, 'Joinery.ripen-invite');
  const file = await aFileWith(async ({ call }) => {
    await call('members.save', { id: null, name: 'Mara', side: 'marketing', archived: false });
    await call('members.save', { id: null, name: 'Priya', side: 'sales', archived: false });
    const { id } = await call('leads.create', { attributes: { firstName: 'Dana', lastName: 'Weber', phone: '0100' } });
    await call('leads.move', { ids: [id], move: { to: 'mql' } });
  });

  // Mara shares, by keyboard.
  const mara = await launchRipen({ workspace: file, now: today });
  running.push(mara);
  const here = mara.page;
  await here.keyboard.press('Control+k');
  await here.getByLabel('Search leads, screens and commands').fill('share this');
  await here.getByRole('option', { name: /Share this workspace/, selected: true }).waitFor();
  await here.keyboard.press('Enter');
  const share = here.getByRole('dialog', { name: 'Share this workspace' });
  await share.getByRole('button', { name: 'Choose folder' }).waitFor();
  await chooseFile(mara, folder);
  await here.keyboard.press('Enter');
  await share.getByText(folder).waitFor();
  await share.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await share.getByLabel('Repeat passphrase').fill('another one');
  await here.keyboard.press('Enter');
  await share.getByText('The two passphrases are not the same.').waitFor();
  await inBoth(here, 'share');
  await share.getByLabel('Repeat passphrase').fill(passphrase);
  await here.keyboard.press('Enter');
  const invite = here.getByRole('dialog', { name: 'Invite the others' });
  await invite.getByRole('button', { name: 'Save invitation' }).waitFor();
  await chooseNewFile(mara, invitation);
  await here.keyboard.press('Enter');
  await invite.getByText('Invitation saved.').waitFor();
  await inBoth(here, 'invite');
  await invite.getByRole('button', { name: 'Done' }).press('Enter');
  const who = here.getByRole('dialog', { name: 'Who are you?' });
  await inBoth(here, 'who');
  await who.getByRole('button', { name: 'Mara' }).press('Enter');
  await here.getByRole('button', { name: 'Shared, up to date' }).waitFor();

  // Priya joins on a computer of her own.
  const priya = await launchRipen({ now: today });
  running.push(priya);
  const there = priya.page;
  await there.getByRole('button', { name: 'Join a shared workspace' }).press('Enter');
  const joining = there.getByRole('dialog', { name: 'Join a shared workspace' });
  await chooseFile(priya, invitation);
  await joining.getByRole('button', { name: 'Open invitation' }).press('Enter');
  await joining.getByText(folder).waitFor();
  await chooseNewFile(priya, join(priya.userData, 'Joinery.ripen'));
  await joining.getByLabel('Passphrase').fill('not this one at all');
  await there.keyboard.press('Enter');
  await joining.getByText(/passphrase is not right/).waitFor();
  await inBoth(there, 'join');
  await joining.getByLabel('Passphrase').fill(passphrase);
  await there.keyboard.press('Enter');
  await there.getByRole('dialog', { name: 'Who are you?' }).getByRole('button', { name: 'Priya' }).press('Enter');
  await there.getByRole('button', { name: 'Shared, up to date' }).waitFor();

  // Logged here, seen there.
  await goTo(there, '/board');
  await card(there, 'mql', 'Dana Weber').waitFor();
  await log(here, 'Quentin Marsh rang about a fence');
  await card(there, 'lead', 'Quentin Marsh').waitFor();

  // Accepted there, seen here.
  await goTo(here, '/board');
  await card(here, 'mql', 'Dana Weber').waitFor();
  await goTo(there, '/today');
  await there
    .getByRole('region', { name: /waiting for sales/ })
    .getByRole('button', { name: 'Accept' })
    .press('Enter');
  await there.getByRole('dialog', { name: 'Accept: Dana Weber' }).waitFor();
  await there.getByRole('textbox', { name: 'Need, note' }).press('Enter');
  await card(here, 'sql', 'Dana Weber').waitFor();

  // The meeting is closed here, and can be read there.
  await goTo(there, '/review/past');
  await goTo(here, '/review/week.2026-02-23.close');
  await here.getByRole('button', { name: /^Close review of Week 9/ }).press('Enter');
  await here.getByRole('heading', { level: 2, name: 'Minutes', exact: true }).waitFor();
  await there.getByRole('list', { name: 'Past reviews' }).getByText('Week 9').first().waitFor();

  // What is taken back here goes there, too; what the other did stays.
  await goTo(there, '/board');
  await log(here, 'Rita Stone rang about a gate');
  await card(there, 'lead', 'Rita Stone').waitFor();
  await log(there, 'Sid Holt rang about a shed');
  await goTo(here, '/board');
  await card(here, 'lead', 'Sid Holt').waitFor();
  await here.keyboard.press('Control+z');
  await card(there, 'lead', 'Rita Stone').waitFor({ state: 'detached' });
  await card(there, 'lead', 'Sid Holt').waitFor();

  // Without the folder both go on; two values of one field meet when it is back.
  const dana = (await ask(here, 'leads.list', { search: 'Dana' })).rows[0]?.id ?? '';
  renameSync(folder, away);
  const notReached = { name: /Not reached since .+; your work is safe here/ };
  await ask(here, 'leads.update', { id: dana, attributes: { phone: '0111' } });
  await ask(there, 'leads.update', { id: dana, attributes: { phone: '0222' } });
  await here.getByRole('button', notReached).waitFor();
  await there.getByRole('button', notReached).press('Enter');
  const panel = there.getByRole('complementary', { name: 'Sharing' });
  await panel.getByRole('button', { name: 'Choose another folder' }).waitFor();
  await inBoth(there, 'not-reached');
  renameSync(away, folder);
  await panel.getByText('Changed on two computers').waitFor();
  await here.getByRole('button', { name: /1 change to review/ }).waitFor();
  const phone = (page: Page) => ask(page, 'leads.get', { id: dana }).then(({ lead }) => lead.phone);
  await expect.poll(async () => (await phone(here)) === (await phone(there))).toBe(true);
  const [stands] = [await phone(there)];
  const other = stands === '0111' ? '0222' : '0111';
  await panel.getByText('Mara: ').first().waitFor();
  await inBoth(there, 'panel');
  await here.getByRole('button', { name: /1 change to review/ }).press('Enter');
  await look(here, 'panel-other-window');
  await here.keyboard.press('Escape');
  // The history of the lead has both.
  await goTo(here, `/lead/${dana}`);
  await here.getByText('History', { exact: true }).click();
  await here.getByRole('region', { name: 'History' }).getByText('Changed on two computers').waitFor();
  await inBoth(here, 'history');
  await panel.getByRole('button', { name: `Use this value: ${other} as Phone` }).press('Enter');
  await there.getByText(`Phone set to ${other}.`).waitFor();
  await expect.poll(() => phone(here)).toBe(other);

  // At twice the size nothing is cut off.
  await zoomTo(priya, 2);
  expect(await there.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await axeFindings(there)).toEqual([]);
  await look(there, 'panel-200');
  await zoomTo(priya, 1);

  // One computer leaves; its workspace stays whole.
  await panel.getByRole('button', { name: 'Stop sharing' }).press('Enter');
  const question = there.getByRole('dialog', { name: 'Stop sharing' });
  await question.waitFor();
  await inBoth(there, 'stop');
  await question.getByRole('button', { name: 'Stop sharing' }).press('Enter');
  await there.getByText('Sharing stopped on this computer. The workspace stays here.').waitFor();
  await card(there, 'sql', 'Dana Weber').waitFor();
  expect(await there.getByRole('button', { name: /^Shared/ }).count()).toBe(0);

  expect([...mara.troubles, ...priya.troubles]).toEqual([]);
  for (const one of running.splice(0)) expect((await one.close()).network).toEqual([]);
});
