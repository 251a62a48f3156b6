// Which workspace is open: the last one at start, the sample, a new one, another one. One at a time.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../shared/result.ts';
import type { Settings } from '../shared/workspace.ts';
import type { App, AppOptions } from './app.ts';
import { createWorkspace, makeApp } from './app.ts';
import type { Device } from './device.ts';

export type WorkspacesOptions = Omit<AppOptions, 'file' | 'deviceId'> & {
  readonly device: Device;
  /** Where the sample lives. */
  readonly userData: string;
  /** Currency, zone and first day of the week of a new workspace, as this computer has them. */
  readonly localSettings: () => Partial<Settings>;
  readonly makeSample: (options: AppOptions) => Promise<void>;
  /** Called after another workspace has become the open one, or none is. */
  readonly switched: () => void;
};

export type Workspaces = {
  readonly current: () => App | null;
  /** Why the last file could not be opened, in a sentence. */
  readonly problem: () => string | null;
  readonly openLast: () => void;
  readonly open: (file: string) => void;
  readonly create: (file: string) => void;
  readonly openSample: () => Promise<void>;
  /** Closes the sample if it is open, and deletes its file. */
  readonly removeSample: () => void;
  /** Closes the open one for good: it does not reopen at the next start. */
  readonly putAway: () => void;
  readonly close: () => void;
};

export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { device, userData, localSettings, makeSample, switched, ...shared } = options;
  let current: App | null = null;
  let problem: string | null = null;
  const optionsFor = (file: string): AppOptions => ({ ...shared, file, deviceId: device.state().deviceId });

  /** The one that is open stays open until the other one is. */
  function open(file: string): void {
    if (current?.file === file) return;
    const next = makeApp(optionsFor(file));
    current?.close();
    current = next;
    problem = null;
    device.remember(file, next.name());
    switched();
  }

  const sampleFile = join(userData, 'sample.ripen');

  function close(): void {
    current?.close();
    current = null;
  }

  function putAway(): void {
    close();
    problem = null;
    device.putAway();
    switched();
  }

  return {
    current: () => current,
    problem: () => problem,
    open,
    openLast: () => {
      const { recent, reopen } = device.state();
      const last = recent[0];
      if (!last || !reopen) return;
      try {
        open(last.file);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problem = error.failure.message;
      }
    },
    create: file => {
      const named = file.endsWith('.ripen') ? file : `${file}.ripen`;
      createWorkspace(optionsFor(named), localSettings());
      open(named);
    },
    openSample: async () => {
      if (!existsSync(sampleFile)) await makeSample(optionsFor(sampleFile));
      open(sampleFile);
    },
    removeSample: () => {
      if (current?.file === sampleFile) putAway();
      for (const end of ['', '-wal', '-shm']) rmSync(`${sampleFile}${end}`, { force: true });
      device.forget(sampleFile);
      switched();
    },
    putAway,
    close,
  };
}
