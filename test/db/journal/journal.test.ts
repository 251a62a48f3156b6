// The journal: every table is covered, every step can be flipped, and nothing is written outside a step.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../../electron/db/file/handle.ts';
import { beginStep, endUnrecorded, hasStepsToPurge, purgeSteps } from '../../../electron/db/journal/journal.ts';
import { journalState } from '../../../electron/db/journal/next-step.ts';
import { contentOf } from '../../support/content.ts';
import { aDatabase, bareRow, insertAny, insertBareLead, schema } from '../../support/database.ts';

const recorded = (reader: Reader) =>
  reader.all('SELECT table_name AS "table", row_id AS id, op FROM change ORDER BY seq');
const countSteps = (reader: Reader) => reader.pluck<number>('SELECT count(*) FROM step')[0];
const leadNames = (reader: Reader) => reader.pluck<string | null>('SELECT first_name FROM lead ORDER BY id');

/** Bytes of files are kept by their hash, outside the journal (decision 171). */
const quiet = new Set(['file_chunk', 'sharing', 'packet', 'packet_change', 'shared_row']);
const journalled = schema.filter(([table]) => !quiet.has(table));

describe.each(journalled)('table %s', (table, columns) => {
  /** Checks and references are off: what matters here is the journal, and any row will do. */
  const anOpenTable = () => {
    const database = aDatabase();
    database.connection.pragma('foreign_keys = OFF');
    database.connection.pragma('ignore_check_constraints = ON');
    return database;
  };

  it('has a text id, by which the journal finds a row again', () => {
    expect(columns.find(({ name }) => name === 'id')).toMatchObject({ type: 'TEXT' });
  });

  it('cannot be written outside a step', () => {
    const { writer } = anOpenTable();
    expect(() => insertAny(writer, table, bareRow(columns, 'a'))).toThrow(/change\.step_seq/);
    expect(writer.get(`SELECT 1 FROM "${table}"`)).toBeUndefined();
  });

  it('takes back and does again an insert, a change of any column, and a delete', async () => {
    const { writer, step, undoOrRedo } = anOpenTable();
    const seen = [contentOf(writer)];
    const did = (label: string, sql: string) => {
      expect(step(label, () => writer.run(sql)).tables).toEqual([table, 'step']);
      seen.push(contentOf(writer));
    };
    step('insert', () => insertAny(writer, table, bareRow(columns, 'a')));
    seen.push(contentOf(writer));
    // Criteria that are published are final, so publishing comes last.
    const changed = columns.filter(({ name }) => name !== 'id').sort(a => (a.name === 'published_at' ? 1 : 0));
    for (const { name, type } of changed) {
      did(`set ${name}`, `UPDATE "${table}" SET "${name}" = ${type === 'TEXT' ? "'2'" : 2}`);
    }
    did('delete', `DELETE FROM "${table}"`);
    expect(new Set(seen.map(content => JSON.stringify(content))).size).toBe(seen.length - 1);

    for (const before of seen.slice(0, -1).reverse()) {
      expect(await undoOrRedo('undo')).not.toBeNull();
      expect(contentOf(writer)).toEqual(before);
    }
    expect(await undoOrRedo('undo')).toBeNull();
    for (const after of seen.slice(1)) {
      expect(await undoOrRedo('redo')).not.toBeNull();
      expect(contentOf(writer)).toEqual(after);
    }
    expect(await undoOrRedo('redo')).toBeNull();
  });
});

describe('a step', () => {
  it('that changes nothing leaves nothing, and what could be redone still can', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('add', () => insertBareLead(writer, 'a'));
    await undoOrRedo('undo');
    expect(step('nothing', () => writer.run("UPDATE lead SET first_name = 'Ada'"))).toEqual({
      tables: [],
      leadIds: [],
    });
    expect(countSteps(writer)).toBe(1);
    expect(journalState(writer)).toEqual({ undo: null, redo: 'add' });
  });

  it('that writes the same values again changes nothing', () => {
    const { writer, step } = aDatabase();
    step('add', () => insertBareLead(writer, 'a'));
    expect(step('same', () => writer.run("UPDATE lead SET stage = 'lead'")).tables).toEqual([]);
  });

  it('makes the steps that were taken back unreachable, with all they recorded', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('add', () => insertBareLead(writer, 'a'));
    step('name', () => writer.run("UPDATE lead SET first_name = 'Ada'"));
    await undoOrRedo('undo');
    await undoOrRedo('undo');
    step('add another', () => insertBareLead(writer, 'b'));
    expect(journalState(writer)).toEqual({ undo: 'add another', redo: null });
    expect(await undoOrRedo('redo')).toBeNull();
    while (hasStepsToPurge(writer)) purgeSteps(writer, 1);
    expect(countSteps(writer)).toBe(1);
    expect(recorded(writer)).toEqual([{ table: 'lead', id: 'b', op: 'insert' }]);
  });

  it('tells which tables and which leads it touched', () => {
    const { writer, step } = aDatabase();
    step('add', () => ['a', 'b', 'c'].forEach(id => void insertBareLead(writer, id)));
    const touched = step('points', () => {
      writer.run("INSERT INTO score_adjustment (id, lead_id, at, points, reason) VALUES ('p', 'b', 1, 1, 'met')");
      writer.run("UPDATE lead SET city = 'Graz' WHERE id = 'c'");
    });
    expect(touched).toEqual({ tables: ['score_adjustment', 'lead', 'step'], leadIds: ['b', 'c'] });
  });

  it('that fails half-way leaves neither rows nor itself, and the next one works', () => {
    const { writer, step } = aDatabase();
    const fails = () =>
      step('fails', () => {
        insertBareLead(writer, 'a');
        insertBareLead(writer, 'a');
      });
    expect(fails).toThrow(/UNIQUE/);
    expect(contentOf(writer).lead).toEqual([]);
    expect(countSteps(writer)).toBe(0);
    step('add', () => insertBareLead(writer, 'a'));
    expect(recorded(writer)).toEqual([{ table: 'lead', id: 'a', op: 'insert' }]);
  });

  it.each(['undo', 'redo'] as const)(
    'brings a lead back on %s although another one, of no step here, has its number by now',
    async direction => {
      const { writer, step, undoOrRedo, connection } = aDatabase();
      const comesFromElsewhere = async () => {
        connection.exec('BEGIN');
        const seq = beginStep(writer, { id: 'elsewhere', label: '', at: 1, deviceId: 'other', memberId: null });
        insertBareLead(writer, 'b');
        await endUnrecorded(writer, seq, async () => undefined);
        connection.exec('COMMIT');
      };
      step('add', () => insertBareLead(writer, 'a'));
      step('log', () =>
        writer.run("INSERT INTO deal (id, lead_id, name, status, created_at) VALUES ('d', 'a', 'x', 'open', 1)"),
      );
      if (direction === 'undo') step('remove', () => writer.run("DELETE FROM lead WHERE id = 'a'"));
      else for (let back = 0; back < 2; back += 1) await undoOrRedo('undo');
      await comesFromElsewhere();
      const [number] = writer.pluck('SELECT seq FROM lead');
      for (let at = 0; at < (direction === 'undo' ? 1 : 2); at += 1) expect(await undoOrRedo(direction)).not.toBeNull();
      expect(writer.pluck('SELECT id FROM lead ORDER BY id')).toEqual(['a', 'b']);
      expect(writer.pluck("SELECT seq FROM lead WHERE id = 'b'")).toEqual([number]);
      expect(writer.pluck('SELECT lead_id FROM deal')).toEqual(['a']);
      expect(writer.all('SELECT * FROM pragma_foreign_key_check')).toEqual([]);
    },
  );

  it('brings a lead back under its own number when that is free', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('add', () => ['a', 'b', 'c'].forEach(id => void insertBareLead(writer, id)));
    step('remove', () => writer.run("DELETE FROM lead WHERE id = 'b'"));
    await undoOrRedo('undo');
    expect(writer.raw('SELECT seq, id FROM lead ORDER BY seq')).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  it('flips again and again without growing', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('add', () => insertBareLead(writer, 'a'));
    step('name', () => writer.run("UPDATE lead SET first_name = 'Ada'"));
    const size = recorded(writer).length;
    for (let round = 0; round < 20; round += 1) {
      await undoOrRedo('undo');
      expect(leadNames(writer)).toEqual([null]);
      await undoOrRedo('redo');
      expect(leadNames(writer)).toEqual(['Ada']);
    }
    expect(recorded(writer)).toHaveLength(size);
  });

  it('with many changes of one row takes them back in the right order', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('add', () => insertBareLead(writer, 'a'));
    step('rename', () => {
      // More than one page of the journal, so that the order holds across pages too.
      for (let n = 0; n < 1200; n += 1) writer.run('UPDATE lead SET first_name = ?', [`Ada ${n}`]);
    });
    await undoOrRedo('undo');
    expect(leadNames(writer)).toEqual([null]);
    await undoOrRedo('redo');
    expect(leadNames(writer)).toEqual(['Ada 1199']);
  });

  it('brings back any text and any number as it was', async () => {
    const value = fc.record({ text: fc.string({ unit: 'binary', maxLength: 60 }), number: fc.maxSafeInteger() });
    await fc.assert(
      fc.asyncProperty(value, value, async (first, second) => {
        const { writer, step, undoOrRedo, close } = aDatabase();
        step('add', () => insertBareLead(writer, 'a'));
        const set = ({ text, number }: typeof first) =>
          writer.run('UPDATE lead SET notes = ?, last_name = ?, budget = ?, stage_since = ?', [
            text,
            text,
            number,
            number,
          ]);
        step('set', () => set(first));
        const before = contentOf(writer);
        step('set', () => set(second));
        step('delete', () => writer.run('DELETE FROM lead'));
        await undoOrRedo('undo');
        await undoOrRedo('undo');
        expect(contentOf(writer)).toEqual(before);
        close();
      }),
      {
        numRuns: 25,
        examples: [
          [
            { text: '\0 "\\\' \u2028 \u{1f600}', number: Number.MIN_SAFE_INTEGER },
            { text: '{"a":1}', number: 0 },
          ],
        ],
      },
    );
  });
});
