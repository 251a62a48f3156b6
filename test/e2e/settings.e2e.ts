// Settings, edited in place in real Electron: applied at once, remembered, taken back.
import { describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { aFileWith, today } from './support/leads.ts';
import { inMain } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';
import { atRest } from './support/slow.ts';

async function openSettings(workspace: string): Promise<Ripen> {
  const ripen = await openShared({ workspace, now: today });
  await ripen.page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await ripen.page.keyboard.press('Control+,');
  await ripen.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  return ripen;
}
const settingsOf = ({ page }: Ripen) =>
  page.evaluate(async () => {
    const answer = await window.ripen.call('workspace.get', {});
    return answer.ok ? (answer.value as { settings: Record<string, unknown> }).settings : null;
  });

describe('4. Settings', () => {
  it('keeps the team: adds, renames, puts away and brings back, each with undo', async () => {
    const started = await openSettings(await aFileWith(async () => {}));
    const { page } = started;
    await page.getByLabel('Name of a new member').fill('Mara Ode');
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    const name = page.getByLabel('Name of Mara Ode');
    await name.waitFor();
    // Ready for the next one, though the button is of no use any more.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
      .toBe('Add a member');
    // The keyboard stays in her row while the row gets its id.
    await name.focus();
    await page.keyboard.press('End');
    await page.keyboard.type('ll');
    await expect
      .poll(() => page.evaluate(() => window.ripen.call('workspace.get', {})))
      .toMatchObject({ value: { members: [{ name: 'Mara Ode' }] } });
    await atRest(started);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Mara Odell');
    await page.keyboard.press('Enter');
    // When her row goes, the keyboard stands on the same button of the next.
    await page.getByLabel('Name of a new member').fill('Zoe Zander');
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of Zoe Zander').waitFor();
    await page.getByRole('button', { name: 'Deactivate Mara Odell' }).press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Deactivate Zoe Zander');
    await page.locator('summary', { hasText: 'Deactivated' }).click();
    await page.getByRole('button', { name: 'Restore Mara Odell' }).click();
    await page.getByLabel('Name of Mara Odell').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('summary', { hasText: 'Deactivated' }).waitFor();
    expect(started.troubles).toEqual([]);
  });

  it('changes numbers in place, says what does not fit, and looks as it is told at once', async () => {
    const started = await openSettings(await aFileWith(async () => {}));
    const { page } = started;
    await page.getByLabel('Inactive after').fill('21');
    await page.getByLabel('Inactive after').press('Enter');
    await expect.poll(async () => (await settingsOf(started))?.quietAfterDays).toBe(21);
    await page.getByLabel('Maximum').fill('3');
    await page.getByLabel('Maximum').press('Enter');
    await page.getByText('The maximum time to answer is shorter').waitFor();
    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.appearance)).toBe('dark');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('adds an own activity type, which can be logged at once; a name is there once', async () => {
    const { page } = await openSettings(await aFileWith(async () => {}));
    const field = page.getByLabel('Name of a new activity type');
    await field.fill('Sample sent');
    await field.press('Enter');
    await page.getByLabel('Name of Sample sent').waitFor();
    await field.fill('sample sent');
    await field.press('Enter');
    await page.getByText('A type named “Sample sent” already exists.').waitFor();
    await page.keyboard.press('Control+l');
    await page.getByRole('textbox', { name: 'What happened' }).fill('sample');
    await page.getByRole('button', { name: /^Activity Sample sent/ }).waitFor();
  });

  it('shows the data file in its folder, and no other', async () => {
    const file = await aFileWith(async () => {});
    const started = await openSettings(file);
    await inMain(started, ({ shell }) => {
      const shown: string[] = [];
      Object.assign(globalThis, { shown });
      shell.showItemInFolder = path => void shown.push(path);
    });
    await started.page.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(() => inMain(started, () => (globalThis as never as { shown: string[] }).shown)).toEqual([file]);
    await started.page.getByText('No data leaves this computer unless you share it.').waitFor();
  });
});
