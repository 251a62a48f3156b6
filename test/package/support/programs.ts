// What the tests of an installed Ripen find here: programs of a desktop, and a Ripen that is used already.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../../../build/exec.ts';
import { aptInstall, canInstall } from '../../../build/runtime/system.ts';
import { PlainError } from '../../../build/say.ts';

/** By which menu, icons, file types, windows and links are read, with the Debian package of each. */
const packages = {
  'desktop-file-validate': 'desktop-file-utils',
  gio: 'libglib2.0-bin',
  'xdg-mime': 'xdg-utils',
  xwininfo: 'x11-utils',
  objdump: 'binutils',
} as const;
type Program = keyof typeof packages;

const isOnPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)));
const missing = (): readonly Program[] => (Object.keys(packages) as Program[]).filter(program => !isOnPath(program));
const packagesOf = (programs: readonly Program[]): readonly string[] => programs.map(program => packages[program]);

/** Installs the programs that are missing where it can; answers what to do about the rest, null when none is left. */
export async function requirePrograms(): Promise<string | null> {
  if (missing().length > 0 && canInstall()) {
    await aptInstall(packagesOf(missing())).catch((error: Error) => {
      if (!(error instanceof PlainError)) throw error;
      console.warn(error.message);
    });
  }
  const left = missing();
  if (left.length === 0) return null;
  return `that takes ${left.join(', ')}. On Debian or Ubuntu run:  sudo apt-get install ${packagesOf(left).join(' ')}`;
}

/** What the Debian package puts outside of Ripen's own folder, and that folder. */
export const installedPaths = ['/usr/lib/ripen', '/usr/bin/ripen', '/usr/share/applications/ripen.desktop'] as const;

/** Whether Debian's list of packages has Ripen. */
export const isListed = async (): Promise<boolean> =>
  existsSync('/usr/bin/dpkg-query') && (await run('dpkg-query', ['--show', 'ripen'])).code === 0;

/** Whether a Ripen is installed for everybody, by Debian's list or by hand. */
export const isInstalled = async (): Promise<boolean> => installedPaths.some(existsSync) || (await isListed());
