// `npm run verify -- <installer> [SHA256SUMS]`: whether a downloaded installer is the one that was released.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { checksumFile, verify } from './release/checksums.ts';
import { PlainError, runScript } from './say.ts';

await runScript(async () => {
  const [installer, given] = process.argv.slice(2);
  if (!installer) throw new PlainError(`Name the installer:  npm run verify -- ~/Downloads/ripen_0.1.0_amd64.deb`);
  const list = given ?? join(dirname(resolve(installer)), checksumFile);
  const text = await readFile(list, 'utf8').catch(() => {
    throw new PlainError(`${list} is not there. Download ${checksumFile} from the same release, into the same folder.`);
  });
  const verdict = await verify(installer, text).catch(() => {
    throw new PlainError(`${installer} cannot be read.`);
  });
  const sentences = {
    same: `${basename(installer)} is the file that was released.`,
    different: `${basename(installer)} is NOT the file that was released. Do not open it; download it again.`,
    'not listed': `${basename(installer)} is not listed in ${list}. Do not open it before you know where it comes from.`,
  };
  console.log(sentences[verdict]);
  return verdict === 'same' ? 0 : 1;
});
