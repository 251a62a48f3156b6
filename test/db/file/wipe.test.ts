// Wiping what stands between rows (decision 111): nothing of the content changes, whenever it ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/db/file/open.ts';
import { wipeDeadSpace } from '../../../electron/db/file/wipe.ts';
import { wipePage } from '../../../electron/db/raw/dead-space.ts';
import { shapeOf } from '../../../electron/db/raw/page.ts';
import { contentHash } from '../../support/content.ts';
import { optionsFor } from '../../support/database.ts';
import { aFolder, aWorkspace } from '../../support/workspace.ts';

const trace = 'quillfeather';

/** A closed file with a name between the rows of each leaf page that has room: as SQLite leaves copies of rows it has moved. */
async function aFileWithTraces() {
  const { app, call, file } = aWorkspace();
  for (let n = 0; n < 300; n += 1) {
    const email = `${(n * 7919) % 601}@mill.example`;
    await call('leads.create', { attributes: { firstName: `P${n}`, email, notes: 'x'.repeat(1 + ((n * 37) % 500)) } });
  }
  app().close();
  const bytes = readFileSync(file);
  for (let at = 4096; at < bytes.length; at += 4096) {
    if (![10, 13].includes(bytes[at] ?? 0)) continue;
    const cellsEnd = 8 + 2 * bytes.readUInt16BE(at + 3);
    const content = bytes.readUInt16BE(at + 5);
    if (content - cellsEnd > trace.length) bytes.write(trace, at + cellsEnd, 'latin1');
  }
  writeFileSync(file, bytes);
  return file;
}

const bytesWith = (file: string): number => readFileSync(file).toString('latin1').split(trace).length - 1;

describe('wiping', () => {
  it('leaves no trace, also after the pages in memory are written again, and the content as it was', async () => {
    const file = await aFileWithTraces();
    expect(bytesWith(file)).toBeGreaterThan(0);
    const database = openDatabase(optionsFor(file));
    const before = contentHash(database.writer);
    const seen: number[] = [];
    await wipeDeadSpace(database, { yieldToEventLoop: async () => undefined, progress: done => seen.push(done) });
    expect(bytesWith(file)).toBe(0);
    expect(seen.length).toBeGreaterThan(1);
    expect(contentHash(database.writer)).toBe(before);
    expect(database.writer.pluck('PRAGMA integrity_check')).toEqual(['ok']);
    // Every page of the table is written anew from memory.
    database.connection.exec("DROP TRIGGER temp.journal_update_lead; UPDATE lead SET city = 'Graz'");
    database.close();
    expect(bytesWith(file)).toBe(0);
  });

  it('that is cut short after any page, or in the middle of one, leaves a whole file with the same content', async () => {
    const file = await aFileWithTraces();
    const bytes = readFileSync(file);
    const shape = shapeOf(bytes);
    if (!shape) throw new Error('It is no file of SQLite.');
    const database = openDatabase(optionsFor(file));
    const before = contentHash(database.writer);
    database.close();
    const count = bytes.length / shape.pageSize;
    let wiped = 0;
    for (let number = 1; number <= count; number += 1) {
      const page = bytes.subarray((number - 1) * shape.pageSize, number * shape.pageSize);
      const whole = Buffer.from(page);
      if (!wipePage(page, number, shape)) continue;
      wiped += 1;
      if (wiped % 10 !== 0) continue;
      // Half of it is on the disk.
      const half = (number - 1) * shape.pageSize + shape.pageSize / 2;
      const copy = join(aFolder(), 'cut.ripen');
      const torn = Buffer.from(bytes);
      whole.copy(torn, half, shape.pageSize / 2);
      writeFileSync(copy, torn);
      const cut = openDatabase(optionsFor(copy));
      expect({ number, integrity: cut.writer.pluck('PRAGMA integrity_check'), hash: contentHash(cut.writer) }).toEqual({
        number,
        integrity: ['ok'],
        hash: before,
      });
      cut.close();
    }
    expect(wiped).toBeGreaterThan(20);
  });

  it('leaves a page alone that contradicts itself', () => {
    const shape = { pageSize: 4096, usable: 4096 };
    const page = Buffer.alloc(4096, 7);
    page.writeUInt8(13, 0);
    const before = Buffer.from(page);
    expect(wipePage(page, 2, shape)).toBe(false);
    expect(page.equals(before)).toBe(true);
  });
});
