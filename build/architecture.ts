// `node build/run.mjs architecture`: writes the generated part of docs/architecture.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { architecturePage } from './architecture-page.ts';
import { ROOT } from './paths.ts';
import { runScript, say } from './say.ts';

const file = join(ROOT, 'docs/architecture.md');

await runScript(async () => {
  writeFileSync(file, architecturePage(readFileSync(file, 'utf8')));
  say('docs/architecture.md is written.');
  return 0;
});
