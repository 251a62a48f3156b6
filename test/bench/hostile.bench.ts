// What files made to hurt cost when they are chosen for an import: seconds, memory of the parser and of main, longest block of main.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hostileFiles } from '../support/hostile-files.ts';
import { type Figure, figure } from './figure.ts';
import type { Cost } from './hostile-child.ts';

const child = fileURLToPath(new URL('./hostile-child.ts', import.meta.url));

/** ".xls: all 65,536 rows" as "xls-all-65536-rows". */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(',', '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'));
  const path = join(folder, 'x.xls');
  for (const [name, make, allowed] of hostileFiles) {
    writeFileSync(path, make());
    const { stdout } = await promisify(execFile)(process.execPath, [child, path]);
    const { outcome, ms, block, parserMemory, mainMemory } = JSON.parse(stdout) as Cost;
    if (!allowed.test(outcome)) throw new Error(`${name}: ${outcome}`);
    yield figure(`${slug(name)}-time`, ms, 1, { limitMs: 10_000 });
    yield figure(`${slug(name)}-parser-mb`, parserMemory, 1, { limitMs: 400 });
    yield figure(`${slug(name)}-main-mb`, mainMemory, 1, {});
    yield figure(`${slug(name)}-block`, block, 1, { limitMs: 50 });
  }
  rmSync(folder, { recursive: true, force: true });
}
