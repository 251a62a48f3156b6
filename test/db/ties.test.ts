// Rows that sort alike have one order on every computer, and keep it when one of them goes and comes back: the order of their ids.
import { expect, it } from 'vitest';
import type { Reader, Writer } from '../../electron/db/file/handle.ts';
import { listActivityTypes } from '../../electron/db/tables/activities.ts';
import { listCustomFields } from '../../electron/db/tables/custom-fields.ts';
import { dueTouches, keepOnePlan, latestPlanOf, touchesOnPlan } from '../../electron/db/tables/nurture.ts';
import { startedSince } from '../../electron/db/tables/plan-starts.ts';
import { receiptsOf } from '../../electron/db/tables/stage-changes.ts';
import { listViews } from '../../electron/db/tables/views.ts';
import { builtInActivityTypes } from '../../shared/activity.ts';
import { aDatabase, insertBareLead } from '../support/database.ts';

const totals = { total: 0, engagement: 0, fit: 0, because: 'reached', lines: [] };
const receipt = { criteriaNumber: 1, threshold: 1, minimumFit: 0, at: 1, ...totals };
const view = { conditions: [], sort: 'name', descending: false, columns: [] };
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const insert = (writer: Writer, table: string, columns: string, values: string) =>
  ['x1', 'x2'].forEach(id => void writer.run(`INSERT INTO ${table} (id, ${columns}) VALUES ('${id}', ${values})`));
const onPlan = (writer: Writer) => {
  insertBareLead(writer, 'ada');
  writer.run("INSERT INTO nurture_plan (id, label) VALUES ('n', 'Plan')");
};

const lists: readonly (readonly [
  what: string,
  table: string,
  make: (writer: Writer) => void,
  ask: (reader: Reader) => readonly string[],
  order: readonly string[],
])[] = [
  [
    'saved views',
    'saved_view',
    writer => insert(writer, 'saved_view', 'label, body', `'View', '${JSON.stringify(view)}'`),
    reader => ids(listViews(reader)),
    ['x1', 'x2'],
  ],
  [
    'custom fields',
    'custom_field',
    writer => insert(writer, 'custom_field', 'label, kind', `'Size', 'text'`),
    reader => ids(listCustomFields(reader)),
    ['x1', 'x2'],
  ],
  [
    'activity types',
    'activity_type',
    writer => insert(writer, 'activity_type', 'label, our_side', `'Visit', 1`),
    reader => ids(listActivityTypes(reader)),
    ['x1', 'x2'],
  ],
  [
    'the latest plan of a lead',
    'lead_plan',
    writer => {
      onPlan(writer);
      insert(writer, 'lead_plan', 'lead_id, plan_id, starts_on', `'ada', 'n', '2026-06-01'`);
    },
    reader => [latestPlanOf(reader, 'ada')?.id ?? ''],
    ['x2'],
  ],
  [
    'plans that started by themselves',
    'lead_plan',
    writer => {
      onPlan(writer);
      insert(writer, 'lead_plan', 'lead_id, plan_id, starts_on, started_by', `'ada', 'n', '2026-06-01', 'download'`);
    },
    reader => ids(startedSince(reader, '2026-06-01', 9)),
    ['x2', 'x1'],
  ],
  [
    'touches of a plan',
    'lead_touch',
    writer => {
      onPlan(writer);
      writer.run("INSERT INTO lead_plan (id, lead_id, plan_id, starts_on) VALUES ('p', 'ada', 'n', '2026-06-01')");
      insert(
        writer,
        'lead_touch',
        'lead_id, lead_plan_id, label, subject, body, due_on',
        `'ada', 'p', 'Hello', '', '', '2026-06-01'`,
      );
    },
    reader => [
      ...ids(touchesOnPlan(reader, 'p')),
      ...ids(dueTouches(reader, '2026-06-01', { limit: 9, memberId: null }).touches),
    ],
    ['x1', 'x2', 'x1', 'x2'],
  ],
  [
    'receipts of a lead',
    'receipt',
    writer => {
      insertBareLead(writer, 'ada');
      for (const id of ['s1', 's2'])
        writer.run(
          `INSERT INTO stage_change (id, lead_id, to_stage, at, cause) VALUES ('${id}', 'ada', 'mql', 1, 'score')`,
        );
      for (const [id, change] of [
        ['x1', 's1'],
        ['x2', 's2'],
      ] as const)
        writer.run('INSERT INTO receipt (id, lead_id, stage_change_id, body) VALUES (?, ?, ?, ?)', [
          id,
          'ada',
          change,
          JSON.stringify(receipt),
        ]);
    },
    reader => receiptsOf(reader, 'ada').map(({ stageChangeId }) => stageChangeId),
    ['s1', 's2'],
  ],
];

it.each(lists)('%s', async (_, table, make, ask, order) => {
  const { writer, step, undoOrRedo } = aDatabase();
  step('make', make);
  expect(ask(writer)).toEqual(order);
  step('remove', () => writer.run(`DELETE FROM ${table} WHERE id = 'x1'`));
  await undoOrRedo('undo');
  expect(ask(writer)).toEqual(order);
});

it('of two running plans of one lead the first made goes on', async () => {
  const { writer, step, undoOrRedo } = aDatabase();
  step('make', () => {
    onPlan(writer);
    insert(writer, 'lead_plan', 'lead_id, plan_id, starts_on', `'ada', 'n', '2026-06-01'`);
  });
  step('remove', () => writer.run("DELETE FROM lead_plan WHERE id = 'x1'"));
  await undoOrRedo('undo');
  step('keep one', () => keepOnePlan(writer, 'ada', 1));
  expect(writer.pluck('SELECT id FROM lead_plan WHERE ended_at IS NULL')).toEqual(['x1']);
});

it('built-in activity types come first, as they are written down, whenever a file got them', () => {
  const { writer, step } = aDatabase();
  const calls = builtInActivityTypes.filter(({ ourSide }) => ourSide).map(({ id }) => id);
  step('make', () => {
    insert(writer, 'activity_type', 'label, our_side', `'Visit', 1`);
    for (const id of [...calls].reverse())
      writer.run("INSERT INTO activity_type (id, label, our_side) VALUES (?, 'Call', 1)", [id]);
  });
  expect(ids(listActivityTypes(writer))).toEqual([...calls, 'x1', 'x2']);
});
