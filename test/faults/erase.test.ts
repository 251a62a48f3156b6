// Killed while the file is wiped after an erasure (decision 111): others lose nothing, and the next start leaves no byte of the person.
import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Reader } from '../../electron/db/file/handle.ts';
import { openDatabase } from '../../electron/db/file/open.ts';
import { seededRandom } from '../../electron/ipc/slow.ts';
import { bundledChildren, childEnv } from '../support/children.ts';
import { optionsFor } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { times } from '../support/long.ts';
import { seed } from '../support/seed.ts';
import { aFolder, atTheEnd, aWorkspace } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

const [firstName, lastName] = ['Ottoline', 'Quillfeather'];
const pageSize = 4096;

/** What other people have, of each table that holds something of a lead. */
const others = (reader: Reader, id: string): unknown =>
  ['lead', 'activity', 'stage_change', 'deal'].map(table =>
    reader.all(`SELECT * FROM ${table} WHERE ${table === 'lead' ? 'id' : 'lead_id'} <> ? ORDER BY id`, [id]),
  );

/** How often the name stands in the bytes of a folder's files. */
const hits = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .reduce((sum, path) => sum + readFileSync(path).toString('latin1').split(lastName).length - 1, 0);

/** A closed file of some 8 MB: 40 people with long notes, the person, and the name between the rows of every page with room. */
async function aFileWithThePerson() {
  const { app, call, file } = aWorkspace();
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1)
    ids.push((await call('leads.create', { attributes: { firstName: `P${n}`, email: `p${n}@mill.example` } })).id);
  await call('activities.log', { leadIds: ids, typeId: 'call-made', note: 'Asked for a price' });
  const { id } = await call('leads.create', { attributes: { firstName, lastName } });
  await call('activities.log', { leadIds: [id], typeId: 'call-made', note: `${lastName} called` });
  app().close();
  const connection = new Database(file);
  connection.exec("UPDATE lead SET notes = hex(randomblob(100000)) WHERE first_name LIKE 'P%'");
  connection.close();
  const database = openDatabase(optionsFor(file));
  const kept = others(database.writer, id);
  database.close();
  const bytes = readFileSync(file);
  for (let at = pageSize; at < bytes.length; at += pageSize) {
    if (![10, 13].includes(bytes[at] ?? 0)) continue;
    const cellsEnd = 8 + 2 * bytes.readUInt16BE(at + 3);
    const room = (bytes.readUInt16BE(at + 5) || pageSize) - cellsEnd;
    if (room > lastName.length) bytes.write(lastName, at + cellsEnd, 'latin1');
  }
  writeFileSync(file, bytes);
  return { file, id, kept };
}

/** Erases the person in another process and kills it some ms after it has told for the nth time that it wipes. */
function eraseAndKill(file: string, id: string, nth: number, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = [join(bundledChildren, 'erase.mjs'), file, id, `${firstName} ${lastName}`];
    const child = spawn(process.execPath, args, { env: childEnv });
    let [output, errors] = ['', ''];
    let due = false;
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.stdout.on('data', chunk => {
      output += chunk;
      if (due || output.split('wiping\n').length <= nth) return;
      due = true;
      if (ms === 0) child.kill('SIGKILL');
      else setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('close', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(errors))));
  });
}

it('leaves a whole file, and after the next start no byte of the person, whenever the wiping is killed', {
  timeout: 1_200_000,
}, async () => {
  const random = seededRandom(seed);
  const made = await aFileWithThePerson();
  const { id, kept } = made;
  let [halfWiped, wiped] = [0, 0];
  for (let run = 0; run < times(15, 100); run += 1) {
    const folder = aFolder();
    const file = join(folder, 'Mill.ripen');
    copyFileSync(made.file, file);
    await eraseAndKill(file, id, 1 + Math.floor(random() * 30), run % 3 === 0 ? Math.floor(random() * 40) : 0);
    const left = hits(folder);

    const database = openDatabase(optionsFor(file));
    const { writer: reader } = database;
    const isWiped = reader.pluck('SELECT rewritten FROM erasure')[0] === 1;
    expect({
      integrity: reader.pluck('PRAGMA integrity_check'),
      references: reader.all('PRAGMA foreign_key_check'),
      person: reader.all('SELECT id FROM lead WHERE id = ?', [id]),
      erasures: reader.pluck('SELECT count(*) FROM erasure'),
    }).toEqual({ integrity: ['ok'], references: [], person: [], erasures: [1] });
    expect(others(reader, id)).toEqual(kept);
    database.close();
    if (isWiped) {
      wiped += 1;
      expect(left).toBe(0);
    } else if (left > 0) halfWiped += 1;

    const { workspaces } = startWorkspaces(folder);
    workspaces.open(file);
    await eventually(() => expect(workspaces.current()?.reader.pluck('SELECT rewritten FROM erasure')).toEqual([1]));
    workspaces.close();
    expect(hits(folder)).toBe(0);
    const again = openDatabase(optionsFor(file));
    atTheEnd(again.close);
    expect(again.writer.pluck('PRAGMA integrity_check')).toEqual(['ok']);
    expect(others(again.writer, id)).toEqual(kept);
    again.close();
  }
  expect(halfWiped, 'Kills met a file that was wiped in part.').toBeGreaterThan(0);
  console.log(`${times(15, 100)} kills: ${halfWiped} files wiped in part, ${wiped} wiped already.`);
});
