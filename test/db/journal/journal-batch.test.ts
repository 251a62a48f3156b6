// Batches and cascades: thousands of rows under one batch id flip as one, and a deleted lead comes back whole.
import { describe, expect, it } from 'vitest';
import type { Reader, Writer } from '../../../electron/db/file/handle.ts';
import { batchTables } from '../../../electron/db/journal/next-step.ts';
import { contentOf } from '../../support/content.ts';
import { aDatabase, insertBareLead, schema } from '../../support/database.ts';
import { monday } from '../../support/workspace.ts';

const countChanges = (reader: Reader, where = 'TRUE') =>
  reader.pluck<number>(`SELECT count(*) FROM change WHERE ${where}`)[0];

const insertType = (writer: Writer) =>
  writer.run("INSERT INTO activity_type (id, label, our_side) VALUES ('call', 'Call made', 1)");

const insertActivity = (writer: Writer, id: string, leadId: string, batchId: string | null = null) =>
  writer.run('INSERT INTO activity (id, lead_id, type_id, at, batch_id) VALUES (?, ?, ?, ?, ?)', [
    id,
    leadId,
    'call',
    monday,
    batchId,
  ]);

describe('a batch', () => {
  it('covers every table that has a batch id', () => {
    const tables = schema
      .filter(([, columns]) => columns.some(({ name }) => name === 'batch_id'))
      .map(([table]) => table);
    expect([...batchTables].sort()).toEqual(tables.sort());
  });

  it('of thousands of rows costs the journal nothing to make, and flips as one', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('types', () => insertType(writer));
    const empty = contentOf(writer);
    const did = step(
      'import',
      () => {
        for (let n = 0; n < 1500; n += 1) {
          insertBareLead(writer, `lead ${n}`, 'b1');
          insertActivity(writer, `activity ${n}`, `lead ${n}`, 'b1');
        }
      },
      'b1',
    );
    const full = contentOf(writer);
    expect(did.tables).toEqual(['activity', 'lead', 'step']);
    expect(countChanges(writer, 'step_seq = 2')).toBe(0);

    expect((await undoOrRedo('undo'))?.tables.toSorted()).toEqual(['activity', 'lead', 'step']);
    expect(contentOf(writer)).toEqual(empty);
    expect((await undoOrRedo('redo'))?.tables.toSorted()).toEqual(['activity', 'lead', 'step']);
    expect(contentOf(writer)).toEqual(full);
    expect(countChanges(writer, 'step_seq = 2')).toBe(0);
  });

  it('that also changes rows of others gives them back, and changes them again', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('before', () => {
      insertType(writer);
      for (let n = 0; n < 3; n += 1) insertBareLead(writer, `old ${n}`);
    });
    const before = contentOf(writer);
    step(
      'import',
      () => {
        for (let n = 0; n < 700; n += 1) {
          insertBareLead(writer, `new ${n}`, 'b1');
          if (n % 250 === 0) writer.run(`UPDATE lead SET first_name = 'Ada ${n}' WHERE id = 'old ${n / 250}'`);
        }
        insertActivity(writer, 'of an old one', 'old 1', 'b1');
        insertActivity(writer, 'without the batch', 'new 3');
        insertBareLead(writer, 'new without the batch');
        insertActivity(writer, 'of one without the batch', 'new without the batch', 'b1');
        writer.run("DELETE FROM lead WHERE id = 'old 2'");
      },
      'b1',
    );
    const after = contentOf(writer);
    for (let round = 0; round < 3; round += 1) {
      await undoOrRedo('undo');
      expect(contentOf(writer)).toEqual(before);
      await undoOrRedo('redo');
      expect(contentOf(writer)).toEqual(after);
    }
  });

  it('may drop rows it has just made: they do not come back with a redo', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step(
      'import',
      () => {
        for (const id of ['a', 'b']) insertBareLead(writer, id, 'b1');
        writer.run("UPDATE lead SET first_name = 'Ada'");
        writer.run("DELETE FROM lead WHERE id = 'b'");
      },
      'b1',
    );
    const after = contentOf(writer);
    await undoOrRedo('undo');
    expect(contentOf(writer).lead).toEqual([]);
    await undoOrRedo('redo');
    expect(contentOf(writer)).toEqual(after);
  });

  it('keeps what was edited later apart: both steps flip on their own', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('import', () => insertBareLead(writer, 'a', 'b1'), 'b1');
    const imported = contentOf(writer);
    step('edit', () => writer.run("UPDATE lead SET first_name = 'Ada'"));
    step('delete', () => writer.run('DELETE FROM lead'));
    await undoOrRedo('undo');
    await undoOrRedo('undo');
    expect(contentOf(writer)).toEqual(imported);
    await undoOrRedo('undo');
    for (let n = 0; n < 3; n += 1) await undoOrRedo('redo');
    expect(contentOf(writer).lead).toEqual([]);
  });
});

describe('a deleted lead', () => {
  it('comes back whole: activities, stage changes, receipts, deals and points', async () => {
    const { writer, step, undoOrRedo } = aDatabase();
    step('fill', () => {
      insertType(writer);
      insertBareLead(writer, 'other');
      insertBareLead(writer, 'ada');
      writer.run("UPDATE lead SET first_name = 'Augusta', notes = 'Met at the fair' WHERE id = 'ada'");
      for (let n = 0; n < 30; n += 1) insertActivity(writer, `activity ${n}`, 'ada');
      writer.run("INSERT INTO stage_change (id, lead_id, to_stage, at, cause) VALUES ('c', 'ada', 'mql', 1, 'score')");
      writer.run("INSERT INTO receipt (id, lead_id, stage_change_id, body) VALUES ('r', 'ada', 'c', '{}')");
      writer.run("INSERT INTO deal (id, lead_id, name, status, created_at) VALUES ('d', 'ada', 'Deal', 'open', 1)");
      writer.run("INSERT INTO score_adjustment (id, lead_id, at, points, reason) VALUES ('p', 'ada', 1, 5, 'met')");
    });
    const whole = contentOf(writer);
    const gone = step('delete', () => writer.run("DELETE FROM lead WHERE id = 'ada'"));
    expect(gone.tables.toSorted()).toEqual(
      ['activity', 'deal', 'score_adjustment', 'lead', 'receipt', 'stage_change', 'step'].toSorted(),
    );
    expect(gone.leadIds).toEqual(['ada']);
    expect(contentOf(writer).activity).toEqual([]);

    await undoOrRedo('undo');
    expect(contentOf(writer)).toEqual(whole);
    expect(writer.all('PRAGMA foreign_key_check')).toEqual([]);
  });
});
