// State of this computer outside any workspace: device id and recent files.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const deviceSchema = z.object({
  deviceId: z.string(),
  recent: z.array(z.object({ file: z.string(), name: z.string() })),
  /** Whether the first of `recent` reopens at start; false after the owner has closed it. */
  reopen: z.boolean(),
});
export type DeviceState = Readonly<z.infer<typeof deviceSchema>>;

const most = 8;

export type Device = {
  readonly state: () => DeviceState;
  /** Puts a file first among the recent ones. */
  readonly remember: (file: string, name: string) => void;
  readonly forget: (file: string) => void;
  /** The owner has closed the last one: it does not reopen by itself. */
  readonly putAway: () => void;
};

/** The memory in `folder`; a file that cannot be read is started anew, as nothing of the owner's is in it. */
export function openDevice(folder: string): Device {
  const path = join(folder, 'device.json');
  let state: DeviceState = { deviceId: randomUUID(), recent: [], reopen: true };
  if (existsSync(path)) {
    try {
      state = deviceSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      // Unreadable: the fresh state stands.
    }
  }
  const write = (next: DeviceState): void => {
    state = next;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(next, null, 2));
    renameSync(`${path}.new`, path);
  };
  if (!existsSync(path)) write(state);
  const others = (file: string) => state.recent.filter(entry => entry.file !== file);
  return {
    state: () => state,
    remember: (file, name) =>
      write({ ...state, reopen: true, recent: [{ file, name }, ...others(file)].slice(0, most) }),
    forget: file => write({ ...state, recent: others(file) }),
    putAway: () => write({ ...state, reopen: false }),
  };
}
