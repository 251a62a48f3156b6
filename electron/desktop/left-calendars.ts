// Calendar files that are no longer kept up to date: they stay where they are, names and all, until the owner has them deleted.
import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';
import { heldAt } from '../files/held.ts';
import type { Device } from './device.ts';

/** Left files that are remembered. */
const most = 50;

export type LeftCalendars = {
  /** Those of a workspace that still exist. */
  readonly of: (file: string) => readonly string[];
  readonly note: (file: string, path: string) => void;
  /** It is kept up to date again. */
  readonly forget: (path: string) => void;
  /** Deletes those of a workspace. One in whose place something else is by now stays. */
  readonly remove: (file: string) => void;
};

/** Whether Ripen wrote what is at a path; a workspace that is open is not touched. */
function isOurs(path: string): boolean {
  if (heldAt(path)) return false;
  const opened = openSync(path, 'r');
  try {
    const head = Buffer.alloc(200);
    readSync(opened, head);
    const text = head.toString();
    return text.startsWith('BEGIN:VCALENDAR') && text.includes('PRODID:-//Ripen//');
  } finally {
    closeSync(opened);
  }
}

export function createLeftCalendars(device: Device): LeftCalendars {
  const all = () => device.state().leftCalendars;
  const without = (path: string) => all().filter(one => one.path !== path);
  const forget = (path: string) => device.change({ leftCalendars: without(path) });
  const of = (file: string) =>
    all()
      .filter(one => one.workspace === file && existsSync(one.path))
      .map(({ path }) => path);
  return {
    of,
    forget,
    note: (workspace, path) => device.change({ leftCalendars: [{ workspace, path }, ...without(path)].slice(0, most) }),
    remove: file => {
      for (const path of of(file)) {
        if (isOurs(path)) rmSync(path);
        forget(path);
      }
    },
  };
}
