// What floats covers nothing one needs next: a notification and the bar of selected leads, a hover card and the cards around it.
import { expect, it } from 'vitest';
import { aFileWith, today } from './support/leads.ts';
import { openShared } from './support/shared.ts';

const aFile = () =>
  aFileWith(async ({ call, at }) => {
    at('2026-02-20T09:00:00Z');
    for (const firstName of ['Ada', 'Bo', 'Cy']) {
      const { id } = await call('leads.create', { attributes: { firstName, company: `${firstName} Works` } });
      await call('activities.log', { leadIds: [id], typeId: 'form-submitted' });
    }
    at(today);
  });

type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const meet = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

it('a notification stands above the bar of selected leads and the stages below the board', async () => {
  const { page, troubles } = await openShared({ workspace: await aFile(), now: today });
  await page.keyboard.press('ControlOrMeta+2');
  const card = page.locator('[data-list=lead] [data-card]').first();
  await card.waitFor();
  await card.click({ modifiers: ['ControlOrMeta'] });
  const bar = page.getByRole('region', { name: 'Selected' });
  await bar.waitFor();
  await page.keyboard.press('Control+z');
  const toast = page.locator('[popover][data-tone]').first();
  await toast.waitFor();
  const [over, stages] = [
    await toast.boundingBox(),
    await page.getByRole('list', { name: 'More stages' }).boundingBox(),
  ];
  expect(over && stages && meet(over, stages)).toBe(false);
  const selected = await bar.boundingBox().catch(() => null);
  if (selected) expect(over && meet(over, selected)).toBe(false);
  expect(troubles).toEqual([]);
});

it('the hover card of a score leaves its own card and the ones above and below it in sight', async () => {
  const { page, troubles } = await openShared({ workspace: await aFile(), now: today });
  await page.keyboard.press('ControlOrMeta+2');
  const cards = page.locator('[data-card]');
  await cards.nth(1).waitFor();
  await cards.nth(1).locator('[role=img]').first().hover();
  const hover = page.locator('#hover-card[data-look=card]');
  await hover.waitFor();
  const box = await hover.boundingBox();
  for (const index of [0, 1, 2]) {
    const card = await cards.nth(index).boundingBox();
    expect(box && card && meet(box, card), `card ${index}`).toBe(false);
  }
  expect(troubles).toEqual([]);
});
