// Every table, constraint and trigger of the schema has a rule of merging; a new one without a rule is refused by name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSchema } from '../../electron/db/tables/file-schema.ts';
import { checkOf } from '../../electron/sync/checks.ts';
import type { Change } from '../../electron/sync/packet.ts';
import { type FileSchema, fits, planFor } from '../../electron/sync/plan.ts';
import { homeTables, rules, triggerRules } from '../../electron/sync/rules.ts';
import { plan, realSchema, withFile } from '../support/sync.ts';

/** The real schema after a further migration. */
const after = (sql: string): FileSchema =>
  withFile((connection, writer) => {
    connection.exec(sql);
    return fileSchema(writer);
  });

describe('the plan of merging', () => {
  it('has a rule for every table and trigger of the schema, and none for what is not there', () => {
    const tables = realSchema.tables.map(({ name }) => name);
    expect([...Object.keys(rules), ...homeTables].sort()).toEqual(tables);
    expect(Object.keys(triggerRules).sort()).toEqual(realSchema.triggers);
  });

  it('reads every constraint', () => {
    const sql = realSchema.tables.flatMap(({ checks }) => checks);
    const page = readFileSync(join(import.meta.dirname, '../../migrations/schema.sql'), 'utf8');
    expect(sql).toHaveLength([...page.matchAll(/\bCHECK\b/g)].length);
    const uniques = realSchema.tables.flatMap(({ name, unique }) => unique.map(columns => `${name}: ${columns}`));
    expect(uniques.filter(one => !one.endsWith(': id'))).toEqual([
      'criteria: number',
      'custom_value: lead_id,field_id',
      'file_chunk: content_id,part',
      'lead_tag: lead_id,tag_id',
      'not_duplicate: lead_id,other_id',
      'packet: writer,n',
      'review: week_start',
      'shared_row: table_name,row_id',
      'sla: review_id',
    ]);
  });

  it.each([
    ['a table', 'CREATE TABLE quote (id TEXT PRIMARY KEY)', 'Nothing says how quote is merged'],
    ['a UNIQUE', 'CREATE UNIQUE INDEX one_name ON member (name)', 'keeps UNIQUE (name) of member'],
    [
      'a CHECK of two columns',
      'ALTER TABLE deal ADD COLUMN won INTEGER CHECK (won <= amount)',
      'keeps CHECK (won <= amount) of deal',
    ],
    [
      'a CHECK nobody understands',
      'ALTER TABLE deal ADD COLUMN code TEXT CHECK (length(code) = 3)',
      'keeps CHECK (length(code) = 3) of deal',
    ],
    [
      'a trigger',
      'CREATE TRIGGER no_way BEFORE DELETE ON deal BEGIN SELECT RAISE(ABORT, 1); END',
      'keeps the trigger no_way',
    ],
    ['a circle of references', 'ALTER TABLE member ADD COLUMN lead_id TEXT REFERENCES lead (id)', 'in a circle'],
  ])('refuses %s without a rule, by name', (_, sql, sentence) => {
    expect(() => planFor(after(sql))).toThrow(sentence);
  });
});

describe('a change', () => {
  const change = (columns: object, table = 'deal', op = 'set') => ({ op, table, id: 'x', columns }) as Change;

  it.each([
    [change({ name: 'Line 2' }), true],
    [change({ name: null }), false],
    [change({ amount: 'much' }), false],
    [change({ amount: 1.5 }), false],
    [change({ nothing: 1 }), false],
    [change({ id: 'y' }), false],
    // The three say one thing together.
    [change({ status: 'won' }), false],
    [change({ status: 'won', closed_at: 1, reason: null }), true],
    [change({ status: 'maybe', closed_at: 1, reason: null }), false],
    [change({ name: 'a', status: 'open', created_at: 1 }, 'deal', 'add'), false],
    [change({ name: 'a', status: 'open', created_at: 1, lead_id: 'l' }, 'deal', 'add'), true],
    [change({ value: '{' }, 'setting'), false],
    [change({ value: '{}' }, 'setting'), true],
    [change({ amount: -1 }, 'spend'), false],
    [change({ accepted_percent: 101 }, 'sla'), false],
    [change({ answer_hours: 0 }, 'sla'), false],
    [change({ stage_since: 1 }, 'lead'), false],
    [change({ seq: 1 }, 'lead'), false],
    [change({ at: 1 }, 'step'), false],
    [{ op: 'delete', table: 'setting', id: 'actingAs' } as Change, false],
    [{ op: 'delete', table: 'sqlite_schema', id: 'x' } as Change, false],
  ])('%j fits the tables: %j', (given, expected) => {
    expect(fits(plan, given)).toBe(expected);
  });

  it('is asked by the forms of CHECK that the schema has', () => {
    expect(checkOf("a IN ('x', 'y')")?.('x')).toBe(true);
    expect(checkOf("a IN ('x', 'y')")?.('z')).toBe(false);
    expect(checkOf('a IN (0, 1)')?.(1)).toBe(true);
    expect(checkOf('a IN (0, 1)')?.('1')).toBe(false);
    expect(checkOf('a BETWEEN 0 AND 100')?.(null)).toBe(true);
    expect(checkOf('a > b')).toBeUndefined();
  });
});
