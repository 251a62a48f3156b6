// What the runtime is made of: the patch for Node-API 9, the cache's place, the pinned Electron.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../build/paths.ts';
import { patched } from '../../build/runtime/addon.ts';

const require = createRequire(import.meta.url);
const gyp = () =>
  readFileSync(require.resolve('better-sqlite3/package.json').replace('package.json', 'binding.gyp'), 'utf8');

describe('the patch of better-sqlite3', () => {
  it('asks for the experimental Node-API and leaves link-time optimisation out', () => {
    const out = patched(gyp());
    expect(out).toContain("'defines': ['NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT', ");
    expect(out).not.toMatch(/NAPI_VERSION|flto/);
    expect(out).toContain("'-Wl,-Bsymbolic'");
  });

  it('refuses a file it does not know', () => {
    expect(() => patched('{}')).toThrow(/binding\.gyp/);
  });
});

describe('the cache', () => {
  it('lies where each system keeps such things', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/x/ripen');
    expect(cacheFolder({}, 'linux')).toMatch(/\.cache\/ripen$/);
    expect(cacheFolder({}, 'darwin')).toMatch(/Library\/Caches\/ripen$/);
    expect(cacheFolder({ RIPEN_CACHE: '/y', XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/y');
  });
});

describe('16 the Electron we ship', () => {
  it('is pinned to one version, of a line that is maintained', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45);
  });
});
