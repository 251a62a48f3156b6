// `npm run checksums`: writes release/SHA256SUMS over the installers and the bill of materials in release/.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { checksumFile, checksumsOf } from './release/checksums.ts';
import { PlainError, runScript, say } from './say.ts';

await runScript(async () => {
  const folder = join(ROOT, 'release');
  const names = (await readdir(folder).catch(() => [])).filter(name => /\.(deb|tar\.gz|exe|dmg|cdx\.json)$/.test(name));
  if (names.length === 0) throw new PlainError('There is nothing in release/. Run:  npm run package');
  await writeFile(join(folder, checksumFile), await checksumsOf(names.map(name => join(folder, name))));
  say(`release/${checksumFile} names ${names.length} files`);
  return 0;
});
