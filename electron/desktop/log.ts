// The log of bugs: when, which call, which error, where in the code. Never what was in the data.
import { randomUUID } from 'node:crypto';
import { appendFileSync, renameSync, statSync } from 'node:fs';

const largest = 1_000_000;

/**
 * Appends an error to `file` and answers the id under which it stands. Messages are left out: they may quote a lead.
 * A log that cannot be written must not stop the work, so that is not an error.
 */
export function createLog(file: string, now: () => number): (error: unknown, name: string) => string {
  return (error, name) => {
    const id = randomUUID().slice(0, 8);
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.old`);
      appendFileSync(file, `${new Date(now()).toISOString()} ${id} ${name} ${describe(error)}\n`, { mode: 0o600 });
    } catch {
      // Nothing more to be done.
    }
    return id;
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
}
