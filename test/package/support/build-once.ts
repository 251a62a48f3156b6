// Builds the released and the test package once for all tests of the package.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makePackage, unpackedFolder } from '../../../build/make-package.ts';
import { runtime } from '../../e2e/support/runtime.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folders of the unpacked apps. */
    unpacked: { readonly release: string; readonly test: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ripen-package-'));
  await chmod(folder, 0o755);
  const unpacked = { release: '', test: '' };
  for (const kind of ['release', 'test'] as const) {
    const output = join(folder, kind);
    await makePackage({ runtime: await runtime(), dirOnly: true, output, testPackage: kind === 'test' });
    unpacked[kind] = unpackedFolder(output);
  }
  project.provide('unpacked', unpacked);
  return () => rm(folder, { recursive: true, force: true });
}
