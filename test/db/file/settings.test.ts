// What SQLite is told, asked back on a file that already has data: here it would quietly fall back to less.
import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aDatabase, anEmptyFile, insertBareLead } from '../../support/database.ts';
import { aWorkspace } from '../../support/workspace.ts';

const walSize = (file: string): number => (existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0);

const expected: readonly (readonly [setting: string, value: string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['locking_mode', 'exclusive'],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['secure_delete', 1],
  ['checkpoint_fullfsync', 1],
  ['journal_size_limit', 16 * 1024 * 1024],
  ['busy_timeout', 5000],
  ['mmap_size', 0],
  ['wal_autocheckpoint', 0],
];

describe('the settings of an open file', () => {
  it.each(expected)(
    '%s is %s: on a new file, after writing, after reopening, and after writing again',
    (name, value) => {
      const file = anEmptyFile();
      for (const round of ['first', 'second', 'third']) {
        const { connection, step, close } = aDatabase(file);
        expect(connection.pragma(name, { simple: true })).toBe(value);
        step('add', writer => insertBareLead(writer, round));
        expect(connection.pragma(name, { simple: true })).toBe(value);
        close();
      }
    },
  );

  it('hold in the whole app too, after a restart and a command', async () => {
    const { app, call, reopen } = aWorkspace();
    await call('leads.create', { attributes: { firstName: 'Ada' } });
    reopen();
    await call('leads.create', { attributes: { firstName: 'Ben' } });
    const found = expected.map(([name]) => [name, app().reader.pluck(`PRAGMA ${name}`)[0]]);
    expect(found).toEqual(expected);
  });

  it('let nobody write to the schema table, and make no shared-memory file', () => {
    const file = anEmptyFile();
    const { connection, step } = aDatabase(file);
    step('add', writer => insertBareLead(writer, 'a'));
    connection.pragma('writable_schema = ON');
    expect(() => connection.exec('DELETE FROM sqlite_schema')).toThrow(/may not be modified/);
    expect(existsSync(`${file}-shm`)).toBe(false);
  });

  it('overwrite what is deleted, once the journal of it is gone too', () => {
    const { connection, writer, step } = aDatabase();
    const bytes = () => {
      connection.pragma('wal_checkpoint(TRUNCATE)');
      return connection.serialize();
    };
    step('add', () => {
      for (let n = 0; n < 200; n += 1) {
        insertBareLead(writer, `lead ${n}`);
        writer.run('UPDATE lead SET last_name = ?, notes = ? WHERE id = ?', [
          `Holm ${n}`,
          'Met at the fair',
          `lead ${n}`,
        ]);
      }
      writer.run("UPDATE lead SET last_name = 'Xylophonist', notes = 'Quixotic' WHERE id = 'lead 77'");
    });
    step('rename', () => writer.run("UPDATE lead SET last_name = 'Zymurgist' WHERE id = 'lead 77'"));
    step('delete', () => writer.run("DELETE FROM lead WHERE id = 'lead 77'"));
    const traces = ['Xylophonist', 'Zymurgist', 'Quixotic'];
    expect(traces.filter(trace => bytes().includes(trace))).not.toEqual([]);
    connection.exec('DELETE FROM step');
    expect(traces.filter(trace => bytes().includes(trace))).toEqual([]);
  });
});

describe('the log beside the file', () => {
  it('stays small while people work, and is gone after closing', async () => {
    const { app, call, file } = aWorkspace();
    const ids: string[] = [];
    for (let n = 0; n < 100; n += 1) {
      ids.push((await call('leads.create', { attributes: { firstName: `Ada ${n}`, notes: 'x'.repeat(5000) } })).id);
    }
    for (let round = 0; round < 10; round += 1) {
      await call('activities.log', { leadIds: ids, typeId: 'website-visit', note: 'y'.repeat(4500) });
      await call('journal.undo', {});
      await call('journal.redo', {});
      expect(walSize(file)).toBeLessThan(16 * 1024 * 1024);
    }
    app().close();
    expect(walSize(file)).toBe(0);
  });
});
