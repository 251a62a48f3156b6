// The real menu bar: every command with its key, undo by the name of the step, and what a click does. And the same by key and palette.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../shared/actions.ts';
import { axeFindings } from './support/axe.ts';
import { launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen;
beforeAll(async () => {
  const workspace = await aFileWith(async ({ call }) => {
    await call('members.save', { id: null, name: 'Mara Ode', side: 'both', archived: false });
    for (const [firstName, company] of [
      ['Dana', 'Kranich Logistik'],
      ['Luis', 'Ortega y Hijos'],
    ]) {
      await call('leads.create', { attributes: { firstName, lastName: 'Weber', company } });
    }
  });
  ripen = await launchRipen({ workspace, now: today });
  await ripen.page.getByRole('navigation', { name: 'Screens' }).waitFor();
});
afterAll(() => ripen?.close());

type Item = { readonly label: string; readonly accelerator: string | null; readonly enabled: boolean };

const item = (id: string): Promise<Item | null> =>
  ripen.electronApp.evaluate(({ Menu }, wanted) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return found
      ? { label: found.label, accelerator: found.accelerator?.toString() ?? null, enabled: found.enabled }
      : null;
  }, id);
/** Clicks it in the menu; the page has heard of it then, since an answer that set out later has come. */
async function click(id: string): Promise<void> {
  await ripen.electronApp.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(),
    id,
  );
  await ripen.page.evaluate(() => window.ripen.call('workspaces.state', {}));
}
const heading = (name: string) => ripen.page.getByRole('heading', { level: 1, name });
const titleOf = async (id: string) => (await item(id))?.label;
const leadCount = () =>
  ripen.page.evaluate(async () => {
    const answer = await window.ripen.call('workspace.get', {});
    return answer.ok ? (answer.value as { leadCount: number }).leadCount : null;
  });

describe('2. The menu bar', () => {
  it('has every action under its own id, with the key that the page hears', async () => {
    for (const { id, keys } of actions) {
      const found = await item(id);
      expect(found, id).not.toBeNull();
      expect(found?.accelerator, id).toBe(keys?.replace('Mod', 'CmdOrCtrl').replace('Arrow', '') ?? null);
    }
  });

  it.each([
    ['go-board', 'Board'],
    ['go-leads', 'Leads'],
    ['go-settings', 'Settings'],
    ['go-today', 'Today'],
  ])('%s goes there', async (id, name) => {
    await click(id);
    await heading(name).waitFor();
  });

  it('opens the log, and adds a lead', async () => {
    await click('log');
    await ripen.page.getByRole('dialog', { name: 'Log activity' }).waitFor();
    // A question that stands open keeps the rest still.
    await click('go-board');
    await ripen.page.keyboard.press('Control+3');
    await ripen.page.keyboard.press('Escape');
    await ripen.page.getByRole('dialog', { name: 'Log activity' }).waitFor({ state: 'detached' });
    await heading('Today').waitFor();
    await click('new-lead');
    const form = ripen.page.getByRole('dialog', { name: 'Add lead' });
    await form.waitFor();
    await ripen.page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it('names the step that undo and redo would take, and takes it', async () => {
    const { page } = ripen;
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog', { name: 'Add lead' }).waitFor();
    await page.keyboard.type('Mette');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Mette' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => leadCount()).toBe(3);
    await expect.poll(() => titleOf('undo')).toBe('Undo add lead');
    await click('undo');
    await expect.poll(leadCount).toBe(2);
    await expect.poll(() => titleOf('redo')).toBe('Redo add lead');
    expect((await item('redo'))?.enabled).toBe(true);
    await click('redo');
    await expect.poll(leadCount).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(leadCount).toBe(2);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(leadCount).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(leadCount).toBe(2);
  });

  it('leaves Ctrl+Z in a field that is being typed in to the field', async () => {
    const { page } = ripen;
    await click('go-leads');
    await heading('Leads').waitFor();
    const search = page.getByRole('textbox', { name: 'Search leads' });
    await page.keyboard.press('Control+f');
    await expect.poll(() => search.evaluate(field => field === document.activeElement)).toBe(true);
    await page.keyboard.type('dana');
    const before = await titleOf('undo');
    await page.keyboard.press('Control+z');
    await expect.poll(() => search.inputValue()).not.toBe('dana');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => search.inputValue()).toBe('dana');
    await expect.poll(() => titleOf('undo')).toBe(before);
    await search.fill('');
  });

  it('changes the appearance at once, and marks it', async () => {
    const { page } = ripen;
    await click('appearance-dark');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.appearance)).toBe('dark');
    await expect.poll(() => ripen.electronApp.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    await click('undo');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.appearance)).toBeUndefined();
  });
});

describe('5. The palette and the sheet of keys', () => {
  const palette = () => ripen.page.getByRole('dialog', { name: 'Search and commands' });

  it('finds a person by part of the name, with the keyboard alone', async () => {
    const { page } = ripen;
    await page.keyboard.press('Control+k');
    await palette().waitFor();
    await page.keyboard.type('ortega');
    await palette()
      .getByRole('option', { name: /Luis Weber/ })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Luis Weber' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('goes to a screen and does a command, by key and by click', async () => {
    const { page } = ripen;
    await page.keyboard.press('Control+k');
    await palette().waitFor();
    await page.keyboard.type('go to bo');
    await palette().getByRole('option', { name: /board/i, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await heading('Board').waitFor();
    await page.keyboard.press('Control+k');
    await palette().waitFor();
    await page.keyboard.type('act as');
    await palette().getByRole('option', { name: 'Act as Mara Ode' }).click();
    await page.getByText('Acting as Mara Ode.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: change acting member.').waitFor();
  });

  it('closes on Escape and on its own key, and gives the keyboard back', async () => {
    const { page } = ripen;
    const link = page.getByRole('link', { name: 'Leads' });
    await link.focus();
    for (const key of ['Escape', 'Control+k']) {
      await page.keyboard.press('Control+k');
      await palette().waitFor();
      await page.keyboard.press(key);
      await palette().waitFor({ state: 'detached' });
      await expect.poll(() => link.evaluate(element => element === document.activeElement)).toBe(true);
    }
  });

  it('shows every key there is', async () => {
    const { page } = ripen;
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    const named = await sheet.locator('dt').allTextContents();
    expect(named).toEqual(expect.arrayContaining(actions.flatMap(({ label, keys }) => (keys ? [label] : []))));
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(ripen.troubles).toEqual([]);
  });
});
