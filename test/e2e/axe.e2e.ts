// Every screen, full and empty, in light and dark, at 100 % and at 200 %: axe finds nothing, and the keyboard gets there.
import { afterEach, describe, expect, it } from 'vitest';
import { actions } from '../../shared/actions.ts';
import { axeFindings } from './support/axe.ts';
import { launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import { zoomTo } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';

let ripen: Ripen | undefined;
afterEach(() => ripen?.close());

const screens = actions.filter(({ id }) => id.startsWith('go-'));

/** What axe finds on each screen, reached by its key; empty when all is well. */
async function findingsOf({ page }: Ripen): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  // The sidebar is there before the screens are, and before anybody hears a key.
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const { id, keys } of screens) {
    await page.keyboard.press((keys ?? '').replace('Mod', 'Control'));
    await page.waitForURL(new RegExp(`#/${id.slice('go-'.length)}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    const findings = await axeFindings(page);
    if (findings.length > 0) found[id] = findings;
  }
  return found;
}

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  it.each([1, 2])('every screen of the sample at zoom %i', async zoom => {
    ripen = await launchRipen({ now: today, colorScheme });
    await ripen.page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
    await ripen.page.getByRole('navigation', { name: 'Screens' }).waitFor();
    await zoomTo(ripen, zoom);
    expect(await findingsOf(ripen)).toEqual({});
    expect(ripen.troubles).toEqual([]);
  });

  it('every screen of an empty workspace', async () => {
    ripen = await launchRipen({ workspace: await aFileWith(async () => {}), now: today, colorScheme });
    await ripen.page.getByRole('navigation', { name: 'Screens' }).waitFor();
    expect(await findingsOf(ripen)).toEqual({});
  });
});
