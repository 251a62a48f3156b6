// The table of leads in the real window: columns, filters, views, cells and many at once, by keyboard alone and by clicks alone.
import { describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { aFileWith, today } from './support/leads.ts';
import { typingIn, zoomTo } from './support/probes.ts';
import { openShared } from './support/shared.ts';

const aTeam = () =>
  aFileWith(async ({ call, at }) => {
    at('2026-02-20T09:00:00Z');
    const mara = (await call('members.save', { id: null, name: 'Mara Sand', side: 'sales', archived: false })).id;
    await call('tags.save', { id: null, label: 'Fair', archived: false });
    await call('customFields.save', { id: null, label: 'Seats', kind: 'number', choices: [], archived: false });
    for (const [firstName, company, memberId] of [
      ['Ada', 'Alder', mara],
      ['Bo', 'Birch', mara],
      ['Cy', 'Cedar', null],
      ['Dana', 'Dogwood', null],
    ] as const) {
      const { id } = await call('leads.create', { attributes: { firstName, company, memberId } });
      if (firstName < 'C') await call('activities.log', { leadIds: [id], typeId: 'website-visit' });
    }
    at(today);
  });

async function openLeads(colorScheme: 'light' | 'dark' = 'light') {
  const ripen = await openShared({ workspace: await aTeam(), now: today, colorScheme });
  const { page } = ripen;
  await page.keyboard.press('Control+3');
  const grid = page.getByRole('grid', { name: 'Leads' });
  await grid.getByText('Ada').waitFor();
  const names = () => grid.locator('[role=row][id] [role=gridcell][aria-colindex="1"]').allInnerTexts();
  const toast = (text: RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
  return { ripen, page, grid, names, toast, troubles: ripen.troubles };
}

describe('by keyboard', () => {
  it('sorts by a column, edits cells with Tab, refuses in words, narrows, saves a view, changes many, takes it back', async () => {
    const { page, grid, names, troubles } = await openLeads();
    expect((await names()).slice(0, 2).sort()).toEqual(['Ada', 'Bo']);

    // Edit: F2, Enter, Tab to the next cell that can be edited, Escape.
    await grid.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await page.keyboard.type('Alder and Sons');
    await page.keyboard.press('Enter');
    await grid.getByText('Alder and Sons').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type('Nobody reads this');
    await page.keyboard.press('Escape');
    await expect.poll(() => grid.getByText('Nobody reads this').count()).toBe(0);
    await expect.poll(() => grid.evaluate(element => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+z');
    await grid.getByText('Alder', { exact: true }).waitFor();

    // A column of an own field, and what does not fit in it.
    await page.getByRole('button', { name: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    await typingIn(page);
    await page.keyboard.type('seats');
    await page.getByRole('checkbox', { name: 'Seats' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await grid.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    await page.keyboard.type('many');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Enter a number.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('40');
    await page.keyboard.press('Enter');
    await grid.getByText('40', { exact: true }).waitFor();

    // Filter, and a view of it.
    await page.getByRole('button', { name: 'Filter', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('owner');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Mara Sand' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(names).toHaveLength(2);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Owner: Mara Sand', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save as view' }).focus();
    await page.keyboard.press('Enter');
    await typingIn(page);
    await page.keyboard.type('With Mara');
    await page.keyboard.press('Enter');
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: 'With Mara', exact: true })
      .waitFor();

    // All that match, tagged as one step, and taken back.
    await grid.focus();
    await page.keyboard.press('Control+a');
    const bar = page.getByRole('region', { name: 'Selected' });
    await bar.getByText('2 leads selected').waitFor();
    await bar.getByRole('button', { name: 'Tag', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Tag' }).getByRole('checkbox', { name: 'Fair' }).first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => grid.getByText('Fair', { exact: true }).count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => grid.getByText('Fair', { exact: true }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});

describe('by clicks', () => {
  it('opens, selects by boxes, assigns, deletes with undo; a filter goes by its cross; the view is still there', async () => {
    const { ripen, page, grid, names, troubles } = await openLeads('dark');
    await grid.getByRole('checkbox', { name: 'Select Cy' }).click();
    await grid.getByRole('checkbox', { name: 'Select Dana' }).click({ modifiers: ['Shift'] });
    const bar = page.getByRole('region', { name: 'Selected' });
    await bar.getByText('2 leads selected').waitFor();
    await bar.getByRole('button', { name: 'Assign' }).click();
    const form = page.getByRole('dialog', { name: 'Assign' });
    await form.locator('input').click();
    await page.getByRole('option', { name: 'Mara Sand' }).click();
    await form.getByRole('button', { name: 'Assign' }).click();
    await expect.poll(() => grid.getByText('Mara Sand').count()).toBe(4);

    await bar.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(names).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(names).toHaveLength(4);

    // A click on a cell takes it, another one edits it; the name opens the lead.
    const company = grid.getByText('Cedar');
    await company.click();
    await company.click();
    await page.getByRole('textbox', { name: 'Company' }).fill('Cedar AG');
    await grid.getByText('Dogwood').click();
    await grid.getByText('Cedar AG').waitFor();
    await grid.getByText('Ada', { exact: true }).click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Ada' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'New this week' }).click();
    await page.getByText('No matching leads').waitFor();
    await page.getByRole('button', { name: /^Remove filter: Added/ }).click();
    await expect.poll(names).toHaveLength(4);
    await grid.getByRole('button', { name: 'Company' }).click();
    await expect.poll(() => names()).toEqual(['Ada', 'Bo', 'Cy', 'Dana']);

    expect(await axeFindings(page)).toEqual([]);
    await zoomTo(ripen, 2);
    expect(await axeFindings(page)).toEqual([]);
    await zoomTo(ripen, 1);

    // A long list is scrolled with the rows there are: none is made anew, and at rest they stand in order.
    await page.evaluate(async () => {
      const bridge = (window as unknown as { ripen: { call: (name: string, input: unknown) => Promise<unknown> } })
        .ripen;
      const add = (at: number) =>
        bridge.call('leads.create', { attributes: { firstName: `Zoe ${at}`, company: `Zinnia ${1000 + at}` } });
      for (let at = 0; at < 120; at++) await add(at);
    });
    await grid.getByText('Zoe 5', { exact: true }).waitFor();
    const rows = grid.locator('[role=row][id]');
    await rows.evaluateAll(all => {
      for (const row of all) Object.assign(row, { before: true });
    });
    await grid.hover();
    for (let notch = 0; notch < 12; notch++) await page.mouse.wheel(0, 120);
    await grid.getByText('Zoe 50', { exact: true }).waitFor();
    const drawn = () =>
      rows.evaluateAll(all =>
        all.map(row => [Number(row.ariaRowIndex), 'before' in row] as readonly [number, boolean]),
      );
    await expect
      .poll(async () => (await drawn()).every(([index], place, all) => index === (all[0]?.[0] ?? 0) + place))
      .toBe(true);
    expect((await drawn()).filter(([, isOld]) => !isOld).length).toBeLessThanOrEqual(2);
    expect((await drawn())[0]?.[0]).toBeGreaterThan(10);
    expect(troubles).toEqual([]);
  });
});
