// Where copies of files lie that the system opens: emptied when Ripen starts and when it closes.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type OpenedFolder = {
  /** A new folder for one copy. */
  readonly folder: () => string;
  readonly empty: () => void;
};

/** `userData`: the folder of this program. */
export function createOpenedFolder(userData: string): OpenedFolder {
  const root = join(userData, 'opened');
  const empty = (): void => {
    try {
      rmSync(root, { recursive: true, force: true });
    } catch {
      // A program still holds one: it goes the next time.
    }
  };
  empty();
  return {
    folder: () => {
      mkdirSync(root, { recursive: true, mode: 0o700 });
      return mkdtempSync(join(root, 'copy-'));
    },
    empty,
  };
}
