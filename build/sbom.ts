// `npm run sbom`: writes release/sbom.cdx.json, all packages of the lock file as a CycloneDX bill of materials.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { runScript, say } from './say.ts';

const file = join(ROOT, 'release', 'sbom.cdx.json');

await runScript(async () => {
  const made = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  mkdirSync(join(ROOT, 'release'), { recursive: true });
  writeFileSync(file, made);
  say(`${file} is written: ${JSON.parse(made).components.length} packages.`);
  return 0;
});
