// The portable archive: the unpacked app in one folder, and a script that puts it into one person's menu and takes it out again.
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../exec.ts';
import { ROOT } from '../paths.ts';
import { type LinuxPackage, placeApp } from './options.ts';
import { writeShare } from './share.ts';

const readme = `Ripen, portable

  ./ripen             starts Ripen
  ./menu.sh add       adds Ripen to your menu and opens .ripen files with it; after moving this folder, run it again
  ./menu.sh remove    takes both out again

Your workspaces stay where you saved them. To remove Ripen, run ./menu.sh remove and delete this folder.

If Ripen does not start and says something about a sandbox, your system lets only installed programs start one. Install the
.deb instead, or ask your administrator to run, in this folder:
  sudo chown root chrome-sandbox && sudo chmod 4755 chrome-sandbox
`;

/** Makes the archive and answers its path. */
export async function makeArchive(options: LinuxPackage): Promise<string> {
  const name = `ripen-${options.version}-linux-${options.arch}`;
  const file = join(options.output, `${name}.tar.gz`);
  const folder = join(options.output, `${name}.tree`, name);
  await rm(join(folder, '..'), { recursive: true, force: true });
  await mkdir(join(folder, '..'), { recursive: true });
  try {
    await placeApp(options.unpacked, folder);
    // menu.sh puts the folder in place of the word.
    await writeShare(join(folder, 'share'), '@RIPEN@');
    await copyFile(join(ROOT, 'build', 'linux', 'menu.sh'), join(folder, 'menu.sh'));
    await chmod(join(folder, 'menu.sh'), 0o755);
    await writeFile(join(folder, 'README.txt'), readme);
    await mustRun('Packing the archive', 'tar', [
      ...['--create', `--file=${file}`, `--use-compress-program=gzip -${options.quick ? 1 : 9}`],
      ...['--owner=0', '--group=0', '--numeric-owner', '--mode=u+rwX,go+rX,go-w', '--sort=name'],
      ...['-C', join(folder, '..'), name],
    ]);
    return file;
  } finally {
    await rm(join(folder, '..'), { recursive: true, force: true });
  }
}
