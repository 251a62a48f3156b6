// Where things are: the checkout, the built files, and the cache outside the checkout.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** The built app. */
export const DIST = join(ROOT, 'dist');

/** Ripen's cache folder for this person; outside the checkout, so that a fresh clone finds what an older one made. */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.RIPEN_CACHE) return env.RIPEN_CACHE;
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'ripen');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'ripen', 'cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ripen');
  return join(homedir(), '.cache', 'ripen');
}
