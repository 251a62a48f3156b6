// A real workspace file in a temporary folder, with a clock the test sets, for tests without a window.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, AppOptions } from '../../electron/open-workspace.ts';
import { createWorkspace, joinWorkspace, makeApp } from '../../electron/open-workspace.ts';
import type { MeetingPlace } from '../../electron/sharing/meeting-place.ts';
import type { CallName, Changed, Input, Output } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import type { Settings } from '../../shared/workspace.ts';
import { afterThisTest } from './cleanups.ts';
import { migrationsFolder } from './folders.ts';

/** Runs after the test, before what was there earlier goes: a file is closed before its folder is removed. */
export const atTheEnd = afterThisTest.add;

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-'));
  afterThisTest.add(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const monday = Date.UTC(2026, 5, 1, 9);
export { migrationsFolder };

export type TestWorkspace = {
  readonly file: string;
  readonly app: () => App;
  /** Calls and expects success; the answer is checked against the contract. */
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** Calls and expects an expected error; answers its sentence. */
  readonly appError: <N extends CallName>(name: N, input: Input<N>) => Promise<string>;
  readonly clock: { now: number };
  readonly changes: Changed[];
  /** Closes the file and opens it again, as after a restart. */
  readonly reopen: () => void;
};

/** New files, made once per settings and copied from then on: most of a short test would be waiting for the disk. */
const newFiles = new Map<string, Buffer>();

/** A new workspace in UTC on Monday 1 June 2026, 9 o'clock, unless said otherwise. `locale`: the owner's, such as "de-DE". */
export function aWorkspace(settings: Partial<Settings> = {}, locale?: string): TestWorkspace {
  const key = JSON.stringify(settings);
  return workspaceOn(
    monday,
    options => {
      const made = newFiles.get(key);
      if (made) return writeFileSync(options.file, made);
      createWorkspace(options, settings);
      newFiles.set(key, readFileSync(options.file));
    },
    locale,
  );
}

/** A copy of a workspace that has been closed, at the time `now`. */
export const aCopyOf = (bytes: Buffer, now: number): TestWorkspace =>
  workspaceOn(now, ({ file }) => writeFileSync(file, bytes));

/** A computer that has joined the workspace shared in a place, at the time `now`. */
export async function joinedAt(place: MeetingPlace, now: number): Promise<TestWorkspace> {
  const file = join(aFolder(), 'joined.ripen');
  await joinWorkspace({ file, migrationsFolder, now: () => now, deviceId: 'test' }, place);
  return workspaceOn(now, ({ file: own }) => renameSync(file, own));
}

function workspaceOn(now: number, makeFile: (options: AppOptions) => void, locale?: string): TestWorkspace {
  const clock = { now };
  const changes: Changed[] = [];
  const options: AppOptions = {
    file: join(aFolder(), 'test.ripen'),
    migrationsFolder,
    now: () => clock.now,
    deviceId: 'test',
    ...(locale === undefined ? {} : { locale }),
    emit: { changed: changed => changes.push(changed), progress: () => undefined },
  };
  makeFile(options);
  let app = makeApp(options);
  afterThisTest.add(() => app.close());
  return {
    file: options.file,
    clock,
    changes,
    app: () => app,
    call: async (name, input) => {
      const result = await app.call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return contract[name].output.parse(result.value) as Output<typeof name>;
    },
    appError: async (name, input) => {
      const result = await app.call(name, input);
      if (result.ok || result.error.kind === 'bug')
        throw new Error(`${name} was not refused: ${JSON.stringify(result)}`);
      return result.error.message;
    },
    reopen: () => {
      app.close();
      app = makeApp(options);
    },
  };
}
