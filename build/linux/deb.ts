// The Debian package: the unpacked app below /usr/lib/ripen, and what tells the desktop of it. dpkg-deb packs it.
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mustRun } from '../exec.ts';
import { ROOT } from '../paths.ts';
import { depends, recommends } from './dependencies.ts';
import { type LinuxPackage, placeApp } from './options.ts';
import { writeShare } from './share.ts';

/** dpkg's name of a processor. */
const processors: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Makes the package and answers its path. Paths and links in it are plain: it needs no script of its own to install or remove. */
export async function makeDeb(options: LinuxPackage): Promise<string> {
  const processor = processors[options.arch] ?? options.arch;
  const file = join(options.output, `ripen_${options.version}_${processor}.deb`);
  const tree = `${file}.tree`;
  await rm(tree, { recursive: true, force: true });
  try {
    const app = join(tree, 'usr/lib/ripen');
    await mkdir(dirname(app), { recursive: true });
    await placeApp(options.unpacked, app);
    await mkdir(join(tree, 'usr/bin'), { recursive: true });
    await symlink('../lib/ripen/ripen', join(tree, 'usr/bin/ripen'));
    await writeShare(join(tree, 'usr/share'), '/usr/bin/ripen');
    await writeDocs(join(tree, 'usr/share/doc/ripen'));
    await letOthersRead(tree);
    // Chromium's outer sandbox, where the system gives ordinary people no name spaces: root's, and run as root.
    await own(join(app, 'chrome-sandbox'), 0o4755);
    await mkdir(join(tree, 'DEBIAN'));
    await writeFile(join(tree, 'DEBIAN/control'), controlText(options, processor, await sizeOf(tree)));
    const compression = options.quick ? ['-Zgzip', '-z1'] : ['-Zxz', '-z6'];
    await mustRun('Packing the .deb', 'dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, file]);
    return file;
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

const controlText = ({ version }: LinuxPackage, processor: string, bytes: number): string =>
  [
    'Package: ripen',
    `Version: ${version}`,
    `Architecture: ${processor}`,
    'Maintainer: Ripen <ripen@localhost>',
    `Installed-Size: ${Math.ceil(bytes / 1024)}`,
    `Depends: ${depends.join(', ')}`,
    `Recommends: ${recommends.join(', ')}`,
    'Section: misc',
    'Priority: optional',
    'Description: leads, receipts and the weekly meeting, in one local file',
    ' Ripen is for a small business with a spreadsheet and no CRM. It keeps leads and',
    ' their activities in one file on your own computer, turns them into a score you',
    ' can check line by line, and runs the weekly meeting of marketing and sales.',
    ' It works offline.',
    '',
  ].join('\n');

async function writeDocs(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(ROOT, 'LICENSE'), join(folder, 'copyright'));
  await writeFile(join(folder, 'changelog.gz'), gzipSync(await readFile(join(ROOT, 'CHANGELOG.md')), { level: 9 }));
}

/** A person with a strict umask packs what others can read all the same. */
async function letOthersRead(tree: string): Promise<void> {
  await mustRun('Setting modes', 'chmod', ['-R', 'u+rwX,go+rX,go-w', tree]);
}

/** Gives a file a mode without touching the one it is linked with. */
async function own(file: string, mode: number): Promise<void> {
  await cp(file, `${file}.own`);
  await rm(file);
  await rename(`${file}.own`, file);
  await chmod(file, mode);
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter(entry => entry.isFile())
    .map(async entry => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
