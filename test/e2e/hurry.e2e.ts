// Types, clicks and presses at random, as fast as it can, and compares what is in the file with the same work done slowly.
import { afterEach, expect, it } from 'vitest';
import { seededRandom } from '../../electron/ipc/slow.ts';
import { launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';
import { atRest } from './support/slow.ts';

let ripen: Ripen | undefined;
afterEach(() => ripen?.close());

const names = ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Fay'];
const aFilledWorkspace = () =>
  aFileWith(async ({ call }) => {
    for (const name of ['Mara', 'Tom']) await call('members.save', { id: null, name, side: 'sales', archived: false });
    const field = { id: null, choices: [], archived: false };
    for (const label of ['Machine', 'Wood', 'Hall']) await call('customFields.save', { ...field, kind: 'text', label });
    for (const firstName of names) await call('leads.create', { attributes: { firstName } });
  });

/** All in `npm run test:slow`. */
const everything = process.env.RIPEN_ALL_SLOW === '1';
const steps = everything ? { settings: 26, board: 20 } : { settings: 16, board: 12 };

type Work = (ripen: Ripen) => Promise<void>;
type Random = () => number;
const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

/** One thing to do in Settings, as words and as deeds. */
function inSettings(random: Random, made: string[]): readonly [text: string, work: Work] {
  const number = String(2 + Math.floor(random() * 90));
  const type =
    (label: string, text: string): Work =>
    async ({ page }) => {
      await page.getByLabel(label, { exact: true }).fill(text);
      await page.getByLabel(label, { exact: true }).press('Enter');
    };
  const press =
    (name: string): Work =>
    ({ page }) =>
      page.getByRole('button', { name, exact: true }).dispatchEvent('click');
  const day = pick(random, ['Sat', 'Sun', 'Mon']);
  const tag = `Tag ${Math.floor(random() * 1_000_000)}`;
  const field = pick(random, ['Machine', 'Wood', 'Hall']);
  const actions: readonly (readonly [string, () => Work])[] = [
    [
      `turn ${day} over`,
      () =>
        ({ page }) =>
          page.getByRole('checkbox', { name: day, exact: true }).dispatchEvent('click'),
    ],
    [`quiet after ${number}`, () => type('Inactive after', number)],
    [`at most ${number} SQLs`, () => type('Limit for SQL', number)],
    [
      `add ${tag}`,
      () => {
        made.push(tag);
        return type('Name of a new tag', tag);
      },
    ],
    [`move ${field} up`, () => press(`Move ${field} up`)],
    [`move ${field} down`, () => press(`Move ${field} down`)],
    [
      'Mara changes sides',
      () => {
        const side = pick(random, ['Marketing', 'Sales', 'Both']);
        return ({ page }) =>
          page
            .getByRole('group', { name: 'Department of Mara' })
            .getByRole('radio', { name: side, exact: true })
            .dispatchEvent('click');
      },
    ],
    [
      'a tag of just now is archived',
      () => {
        const last = made.pop();
        return last === undefined ? async () => {} : press(`Archive ${last}`);
      },
    ],
  ];
  const [text, work] = pick(random, actions);
  return [text, work()];
}

/** Keys for the column of leads, in own order: walking, placing, sending back and forth between the first stages. */
const boardKeys = ['ArrowDown', 'ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowUp', 'Shift+ArrowLeft'];

async function live(seed: number, fast: boolean) {
  const random = seededRandom(seed);
  const started = await launchRipen({ workspace: await aFilledWorkspace(), now: today, slow: seed });
  ripen = started;
  const { page } = started;
  const yieldToEventLoop = () => (fast ? undefined : atRest(started));
  const done: string[] = [];
  const made: string[] = [];

  await page.evaluate(() => {
    localStorage.setItem('order', 'own');
    location.hash = '/settings';
  });
  await page.getByLabel('Name of a new tag').waitFor();
  await page.getByLabel('Inactive after').waitFor();
  for (let step = 0; step < steps.settings; step += 1) {
    const [text, work] = inSettings(random, made);
    done.push(text);
    await work(started);
    await yieldToEventLoop();
  }

  await page.evaluate(() => {
    location.hash = '/board';
  });
  const leads = page.locator('[data-list=lead]');
  // Cards, not the grey lines that stand there before: what is pressed on those is meant for nobody.
  await leads
    .locator('[data-card]')
    .nth(names.length - 1)
    .waitFor();
  await atRest(started);
  await leads.focus();
  for (let step = 0; step < steps.board; step += 1) {
    const key = pick(random, boardKeys);
    done.push(key);
    await page.keyboard.press(key);
    await yieldToEventLoop();
  }
  await atRest(started);
  const content = await contentOf(started);
  expect(started.troubles).toEqual([]);
  await started.close();
  return { content, done };
}

/** What all of this can have changed, without ids and moments. */
const contentOf = ({ page }: Ripen) =>
  page.evaluate(async names => {
    const ask = async (name: string, input: unknown) => {
      const answer = await window.ripen.call(name, input);
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    };
    type Named = { readonly label: string; readonly archived: boolean };
    const { settings, members, tags, customFields } = (await ask('workspace.get', {})) as {
      settings: Record<string, unknown>;
      members: { name: string; side: string; archived: boolean }[];
      tags: Named[];
      customFields: Named[];
    };
    const cards: Record<string, string[]> = {};
    for (const stage of ['stranger', 'visitor', 'lead'])
      cards[stage] = ((await ask('board.cards', { stage, order: 'own' })) as { rows: { name: string }[] }).rows.map(
        card => card.name,
      );
    return {
      settings: [settings.freeWeekdays, settings.quietAfterDays, settings.stageLimits],
      members: members.map(({ name, side, archived }) => [name, side, archived]),
      tags: tags.map(({ label, archived }) => [label, archived]),
      fields: customFields.map(({ label }) => label),
      cards,
      leads: Object.values(cards).flat().length === names,
    };
  }, names.length);

it('ends the same, however fast it is done', { timeout: 400_000 }, async () => {
  const seed = Number(process.env.RIPEN_SEED ?? Math.floor(Math.random() * 1_000_000));
  console.log(`Work in a hurry, seed ${seed}`);
  const slowly = await live(seed, false);
  const fast = await live(seed, true);
  expect(fast.content, `seed ${seed}: ${fast.done.join(', ')}`).toEqual(slowly.content);
  expect(fast.content.leads).toBe(true);
});
