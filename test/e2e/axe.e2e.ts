// Every screen, full and empty, in light and dark, at 100 % and at 200 %: axe finds nothing, and the keyboard gets there.
import { expect, it } from 'vitest';
import { actions } from '../../shared/actions.ts';
import { axeFindingsInBoth } from './support/axe.ts';
import { aFileWith, today } from './support/leads.ts';
import { zoomTo } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

const screens = actions.filter(({ id }) => id.startsWith('go-'));

/** What axe finds on each screen, reached by its key; empty when all is well. */
async function findingsOf({ page }: Ripen): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { id, label, keys } of screens) {
    await page.keyboard.press((keys ?? '').replace('Mod', 'Control'));
    await page.getByRole('heading', { level: 1, name: label.replace('Go to ', ''), exact: true }).waitFor();
    const findings = await axeFindingsInBoth(page);
    if (findings.length > 0) found[id] = findings;
  }
  return found;
}

it('every screen of an empty workspace', async () => {
  const ripen = await openShared({ workspace: await aFileWith(async () => {}), now: today });
  expect(await findingsOf(ripen)).toEqual({});
});

it('every screen of the sample, at 100 % and at 200 %', async () => {
  const ripen = await openShared({ workspace: await aFileWith(async () => {}), now: today });
  await ripen.page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
  await ripen.page.getByRole('complementary', { name: 'Sample workspace' }).waitFor();
  for (const zoom of [1, 2]) {
    await zoomTo(ripen, zoom);
    expect(await findingsOf(ripen), `zoom ${zoom}`).toEqual({});
  }
  expect(ripen.troubles).toEqual([]);
});
