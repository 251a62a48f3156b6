// Plans that start by themselves, below the calls: taken away with their import in short turns.
import { expect, it } from 'vitest';
import { beginStep } from '../../electron/db/journal/journal.ts';
import { removePlansOfImport } from '../../electron/db/tables/plan-starts.ts';
import { aDatabase, insertBareLead } from '../support/database.ts';

it('takes the plans of an import away a few at a time, all of them and no other', async () => {
  const { writer, step } = aDatabase();
  step('add', () => {
    writer.run("INSERT INTO nurture_plan (id, label) VALUES ('warm', 'Warm')");
    for (let i = 0; i < 120; i++) {
      insertBareLead(writer, `lead ${i}`);
      writer.run("INSERT INTO lead_plan (id, lead_id, plan_id, starts_on, import_id) VALUES (?, ?, 'warm', ?, ?)", [
        `plan ${i}`,
        `lead ${i}`,
        '2026-06-01',
        i < 110 ? 'one' : 'other',
      ]);
    }
  });
  const left = (): number => writer.pluck<number>('SELECT count(*) FROM lead_plan')[0] ?? 0;
  const seen = [left()];
  beginStep(writer, { id: 'undo', label: 'undo', at: 1, deviceId: 'test', memberId: null });
  await removePlansOfImport(writer, 'one', 1, async () => void seen.push(left()));
  expect(left()).toBe(10);
  const turns = seen.slice(1).map((now, i) => (seen[i] ?? 0) - now);
  expect(Math.max(...turns)).toBeLessThanOrEqual(25);
});
