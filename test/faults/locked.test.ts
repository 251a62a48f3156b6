// A locked workspace killed at any moment (P31): nothing is lost, it opens with its passphrase, and closing leaves nothing to read.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { seededRandom } from '../../electron/ipc/slow.ts';
import { bundledChildren, childEnv } from '../support/children.ts';
import { times } from '../support/long.ts';
import { seed } from '../support/seed.ts';
import { aFolder } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

const passphrase = 'four random words here';
const name = 'Quillfeather';
const passphraseCost = { n: 16 };

/** Names of files below a folder in which the name of a lead stands. */
const readable = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    one => statSync(join(folder, one)).isFile() && readFileSync(join(folder, one)).includes(name),
  );

const drafts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(one => one.endsWith('.part'));

/** Starts the child and kills it some ms after it has said `line` for the nth time; answers how many leads it promised. */
function workAndKill(userData: string, line: string, nth: number, ms: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const args = [join(bundledChildren, 'lock.mjs'), userData, passphrase, 'change'];
    const child = spawn(process.execPath, args, { env: childEnv });
    let [output, errors] = ['', ''];
    let due = false;
    const count = (text: string) => output.split('\n').filter(one => one === text).length;
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.stdout.on('data', chunk => {
      output += chunk;
      if (due || count(line) < nth) return;
      due = true;
      setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('close', (_, signal) => (signal === 'SIGKILL' ? resolve(count('added')) : reject(new Error(errors))));
  });
}

it('loses nothing, asks for its passphrase, and is unreadable once it was closed, whenever Ripen is killed', async () => {
  const random = seededRandom(seed);
  const userData = aFolder();
  const file = join(userData, 'Mill.ripen');
  const first = startWorkspaces(userData, { now: Date.now() }, { passphraseCost });
  first.workspaces.create(file);
  for (let n = 0; n < 10; n += 1) await first.add('Ada');
  first.workspaces.close();
  // Large enough that a kill meets it half encrypted.
  const connection = new Database(file);
  connection.exec('UPDATE lead SET notes = hex(randomblob(600000))');
  connection.close();
  const second = startWorkspaces(userData, { now: Date.now() }, { passphraseCost });
  second.workspaces.openLast();
  await second.workspaces.passphrase.set(passphrase);
  second.workspaces.close();

  let leads = 10;
  const found = { encrypted: 0, plain: 0, halfWritten: 0 };
  for (let n = 0; n < times(8, 100); n += 1) {
    const line = ['opening', 'added', 'closing', 'closing'][n % 4] ?? '';
    const promised = await workAndKill(userData, line, 1 + (n % 3), Math.floor(random() * 150));
    if (drafts(userData).length > 0) found.halfWritten += 1;
    const after = startWorkspaces(userData, { now: Date.now() }, { passphraseCost });
    after.workspaces.openLast();
    expect(after.workspaces.problem()).toBeNull();
    const locked = after.workspaces.locked();
    expect(locked).not.toBeNull();
    found[locked?.wasLeftOpen ? 'plain' : 'encrypted'] += 1;
    await after.workspaces.unlock(passphrase);
    expect(after.app().reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
    const count = after.names().length;
    expect([leads + promised, leads + promised + 1]).toContain(count);
    leads = count;
    await expect.poll(() => after.workspaces.passphrase.state().backupsLeft, { timeout: 30_000 }).toBe(0);
    for (const { id } of after.backups()) await after.workspaces.backups()?.verify(id);
    expect(after.workspaces.close()).toEqual([]);
    expect(readable(userData)).toEqual([]);
    expect(drafts(userData)).toEqual([]);
  }
  // A few kills cannot be sure to meet one that is half written.
  const states = times(1, 0) === 1 ? [found.encrypted, found.plain] : Object.values(found);
  expect(Math.min(...states), `Kills met every state: ${JSON.stringify(found)}`).toBeGreaterThan(0);
}, 1_200_000);
