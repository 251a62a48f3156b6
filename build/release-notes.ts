// `npm run release-notes -- v0.1.0`: writes the notes of that release, the section of CHANGELOG.md.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownVersion } from './make-package.ts';
import { ROOT } from './paths.ts';
import { notesFor } from './release/notes.ts';
import { runScript, say } from './say.ts';

await runScript(async () => {
  const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const notes = notesFor(process.argv[2] ?? '', await ownVersion(), changelog);
  await mkdir(join(ROOT, 'release'), { recursive: true });
  await writeFile(join(ROOT, 'release', 'notes.md'), notes);
  say('release/notes.md is written');
  return 0;
});
