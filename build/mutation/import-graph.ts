// Which source files a test file loads, through all its imports.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Imports of our own files; those of types alone load nothing. */
const imports = /(?:^|[^\w.])(?:import|export)\s*(?!type\b)(?:[\w*{][^;'"]*?\sfrom\s*|\(\s*)?['"](\.[^'"]+)['"]/g;

const direct = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const known = direct.get(file);
  if (known) return known;
  const text = /\.(tsx?|mjs)$/.test(file) ? readFileSync(file, 'utf8') : '';
  const found = [...text.matchAll(imports)].map(([, path = '']) => join(dirname(file), path)).filter(existsSync);
  direct.set(file, found);
  return found;
}

/** Absolute paths of everything a file loads, itself included. */
export function loadedBy(file: string): ReadonlySet<string> {
  const seen = new Set([file]);
  for (const one of seen) for (const other of importsOf(one)) seen.add(other);
  return seen;
}
