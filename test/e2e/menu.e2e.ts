// The menu names the step it would take back, and reaches the page by the names of its actions.
import { expect, it } from 'vitest';
import { launchRipen, type Ripen } from './support/launch.ts';
import { inMain } from './support/probes.ts';

const edit = (ripen: Ripen) =>
  inMain(ripen, ({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&Edit')?.submenu?.items ?? [];
    return items.slice(0, 2).map(({ label, enabled }) => ({ label, enabled }));
  });

const click = (ripen: Ripen, menu: string, label: string) =>
  inMain(
    ripen,
    ({ Menu }, [inMenu, named]) => {
      const items = Menu.getApplicationMenu()?.items.find(item => item.label === inMenu)?.submenu?.items ?? [];
      items.find(item => item.label === named)?.click();
    },
    [menu, label] as const,
  );

it('says "Undo save channel" after a channel was saved, and goes to the board when asked', async () => {
  const ripen = await launchRipen();
  const { page } = ripen;
  await page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
  await expect
    .poll(() => edit(ripen))
    .toEqual([
      { label: 'Undo', enabled: false },
      { label: 'Redo', enabled: false },
    ]);
  const save = () =>
    page.evaluate(() => window.ripen.call('channels.save', { id: null, label: 'Market stall', archived: false }));
  expect(await save()).toMatchObject({ ok: true });
  await expect.poll(() => edit(ripen)).toMatchObject([{ label: 'Undo save channel', enabled: true }, {}]);

  await page.evaluate(() => window.ripen.call('journal.undo', {}));
  await expect
    .poll(() => edit(ripen))
    .toEqual([
      { label: 'Undo', enabled: false },
      { label: 'Redo save channel', enabled: true },
    ]);

  await page.getByRole('button', { name: /log/i }).first().waitFor();
  await click(ripen, '&View', 'Go to the board');
  await page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();
  await ripen.close();
  expect(ripen.troubles).toEqual([]);
});
