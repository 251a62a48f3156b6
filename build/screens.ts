// `npm run screens [-- name...]`: pictures of every screen in every state, in two sizes, light and dark, into screens/.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace } from '../electron/open-workspace.ts';
import { atRest } from '../test/e2e/support/axe.ts';
import { launchRipen } from '../test/e2e/support/launch.ts';
import type { Ripen } from '../test/e2e/support/ripen.ts';
import { buildApp } from './build-app.ts';
import { runInForeground } from './exec.ts';
import { DIST, ROOT } from './paths.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import { hasDisplay, withDisplay } from './runtime/system.ts';
import { runScript, say } from './say.ts';
import { meetingDays, planningBusiness } from './screens-plan.ts';
import { shareHere, smallFirm } from './screens-sharing.ts';
import { type Shot, shots, type WorkspaceKind } from './screens-table.ts';

/** A Monday morning, the meeting ahead. */
const NOW = '2026-03-02T08:30:00Z';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1600, height: 1000 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
const OUTPUT = join(ROOT, 'screens');

await runScript(async () => {
  if (!hasDisplay()) {
    await resolveRuntime();
    const again = [join(ROOT, 'build', 'run.mjs'), 'screens', ...process.argv.slice(2)];
    return runInForeground(...withDisplay(process.execPath, again), process.env);
  }
  const wanted = process.argv.slice(2);
  const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.some(word => name.includes(word)));
  await buildApp({ outDir: DIST, testPackage: false });
  await mkdir(OUTPUT, { recursive: true });
  const kinds = [...new Set(chosen.map(({ workspace }) => workspace))];
  let troubles = 0;
  for (const kind of kinds) {
    for (const scheme of SCHEMES) {
      troubles += await takeAll(
        kind,
        scheme,
        chosen.filter(({ workspace }) => workspace === kind),
      );
    }
  }
  say(`${chosen.length * SIZES.length * SCHEMES.length} pictures in ${OUTPUT}`);
  return troubles > 0 ? 1 : 0;
});

/** Takes the pictures of one workspace in one scheme; answers how many things went wrong in the page meanwhile. */
async function takeAll(kind: WorkspaceKind, scheme: 'light' | 'dark', list: readonly Shot[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'ripen-screens-'));
  const workspace = await workspaceOf(kind, folder);
  const ripen = await launchRipen({
    userData: join(folder, 'data'),
    now: kind === 'plan' || kind === 'plan-back' ? meetingDays[kind] : NOW,
    colorScheme: scheme,
    ...(workspace ? { workspace } : {}),
  });
  try {
    if (kind === 'sample') await ripen.page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
    if (kind === 'shared') await shareHere(ripen, folder);
    for (const size of SIZES) {
      await resize(ripen, size);
      for (const shot of list) await take(ripen, shot, `${shot.name}-${size.width}x${size.height}-${scheme}.png`);
    }
  } finally {
    await ripen.close();
    await rm(folder, { recursive: true, force: true });
  }
  for (const trouble of ripen.troubles) say(`${kind}, ${scheme}: ${trouble}`);
  return ripen.troubles.length;
}

async function take({ page }: Ripen, shot: Shot, file: string): Promise<void> {
  // Anew each time, so that nothing of the picture before is left open.
  await page.evaluate(path => {
    location.hash = path;
  }, shot.path);
  await page.keyboard.press('Escape');
  await page.locator('h1').first().waitFor();
  await atRest(page);
  await shot.prepare?.(page);
  await atRest(page);
  await page.screenshot({ path: join(OUTPUT, file), animations: 'disabled' });
}

async function resize({ electronApp, page }: Ripen, size: (typeof SIZES)[number]): Promise<void> {
  await electronApp.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(width => innerWidth === width, size.width);
}

async function workspaceOf(kind: WorkspaceKind, folder: string): Promise<string | undefined> {
  if (kind === 'empty') return emptyWorkspace(join(folder, 'Empty.ripen'));
  if (kind === 'first-run' || kind === 'sample') return undefined;
  const file = join(folder, 'Joinery.ripen');
  if (kind === 'shared' || kind === 'mail') {
    await smallFirm(file, Date.parse(NOW));
    return file;
  }
  await planningBusiness(file, kind);
  return file;
}

function emptyWorkspace(file: string): string {
  createWorkspace({
    file,
    migrationsFolder: join(ROOT, 'migrations'),
    now: () => Date.parse(NOW),
    deviceId: 'screens',
  });
  return file;
}
