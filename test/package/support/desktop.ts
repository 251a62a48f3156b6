// What a Linux desktop knows of Ripen, asked by the programs that a file manager uses, for one person.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun, run } from '../../../build/exec.ts';
import { linuxSizes } from '../../../build/icons/containers.ts';
import { mimeType } from '../../../build/linux/share.ts';
import { nobody } from './released.ts';

const asPerson = (home: string) => ({
  env: { PATH: process.env.PATH, HOME: home },
  cwd: home,
  ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
});

/** Type of a file, and the menu entry that opens it, as the desktop answers. */
export async function openedBy(file: string, home: string): Promise<{ readonly type: string; readonly entry: string }> {
  const info = await mustRun(
    'Asking for a type',
    'gio',
    ['info', '-a', 'standard::content-type', file],
    asPerson(home),
  );
  const type = /standard::content-type: (\S+)/.exec(info)?.[1] ?? '';
  const { output } = await run('xdg-mime', ['query', 'default', mimeType], asPerson(home));
  return { type, entry: output.trim() };
}

/** Icons that a theme has of Ripen and of its file type below share/, by size; each is named once it is there. */
export async function iconsBelow(share: string): Promise<readonly string[]> {
  const wanted = [...linuxSizes.map(size => `${size}x${size}/*.png`), 'scalable/*.svg'].flatMap(path => [
    path.replace('*', 'apps/ripen'),
    path.replace('*', `mimetypes/${mimeType.replace('/', '-')}`),
  ]);
  const found = await Promise.all(
    wanted.map(path =>
      access(join(share, 'icons/hicolor', path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return wanted.filter((_, index) => found[index]);
}

/** How many icons those are when none is missing. */
export const allIcons = (linuxSizes.length + 1) * 2;

/** Titles of all windows on the display. */
export const windowTitles = async (): Promise<string> => (await run('xwininfo', ['-root', '-tree'])).output;
