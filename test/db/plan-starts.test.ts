// Plans that start by themselves, below the calls: found and taken away with their import in short turns.
import { expect, it } from 'vitest';
import { beginStep } from '../../electron/db/journal/journal.ts';
import { removePlansOfImport } from '../../electron/db/tables/plan-starts.ts';
import { startsOfImport } from '../../electron/services/self-start.ts';
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

it('reads the downloads of an import in short turns, and of several of one lead the last counts', async () => {
  const { writer, step } = aDatabase();
  step('add', () => {
    for (const [id, content] of [
      ['warm', 'Stair guide'],
      ['prices', 'Price list'],
    ] as const) {
      writer.run('INSERT INTO nurture_plan (id, label, start_download, start_content) VALUES (?1, ?1, 1, ?2)', {
        1: id,
        2: content,
      });
      writer.run("INSERT INTO nurture_touch (id, plan_id, day, label) VALUES (?1, ?1, 7, 'Hello')", { 1: id });
    }
    writer.run("INSERT INTO activity_type (id, label, our_side) VALUES ('content-downloaded', 'Download', 0)");
    for (const id of ['ida', 'bo']) insertBareLead(writer, id);
    const log = (leadId: string, at: number, content: string) =>
      writer.run(
        "INSERT INTO activity (id, lead_id, type_id, at, content, batch_id) VALUES (?, ?, 'content-downloaded', ?, ?, 'one')",
        [`${leadId} ${at}`, leadId, at, content],
      );
    log('ida', 90_000, 'Stair guide');
    log('ida', 91_000, 'Price list');
    for (let at = 0; at < 2500; at++) log('bo', at, 'Leaflet');
    log('ida', 89_000, 'Stair guide');
  });
  let turns = 0;
  const starts = await startsOfImport({ db: writer, now: 100_000 }, 'one', async () => void turns++);
  expect(starts.map(({ leadId, plan, what }) => [leadId, plan.label, what])).toEqual([['ida', 'prices', 'Price list']]);
  // One for each thousand rows, and one for the lead.
  expect(turns).toBe(4);
});
