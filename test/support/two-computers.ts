// Two computers that share a small workspace, and meet: for cases of merging.
import { expect } from 'vitest';
import type { Packet } from '../../electron/sync/packet.ts';
import type { SharedRows } from '../../electron/sync/registers.ts';
import { brokenInvariants } from './invariants.ts';
import { aComputer, type Computer, contentIn, fill, withFile } from './sync.ts';
import { mergeRecords } from './sync-actions.ts';

export const hour = 3_600_000;
let time = 1_800_000_000_000;
export const later = (): number => {
  time += 1000;
  return time;
};

const startSql = `
  INSERT INTO member (id, name, side) VALUES ('priya', 'Priya', 'sales');
  INSERT INTO campaign (id, label) VALUES ('fair', 'Fair');
  INSERT INTO activity_type (id, label, our_side) VALUES ('call', 'Call', 1);
  INSERT INTO lead (id, first_name, stage, stage_since, created_at) VALUES ('ada', 'Ada', 'lead', 1, 1), ('bo', 'Bo', 'lead', 1, 1);
  INSERT INTO stage_change (id, lead_id, to_stage, at, cause) VALUES ('s-ada', 'ada', 'lead', 1, 'created'), ('s-bo', 'bo', 'lead', 1, 'created');
  INSERT INTO activity (id, lead_id, type_id, at) VALUES ('old', 'ada', 'call', 1);
  INSERT INTO deal (id, lead_id, name, status, created_at) VALUES ('deal', 'ada', 'Line 2', 'open', 1);
  INSERT INTO spend (id, amount, starts_on, ends_on) VALUES ('ad', 5, '2026-06-01', '2026-06-30');
  INSERT INTO tag (id, label) VALUES ('hot', 'Hot');
  INSERT INTO custom_field (id, label, kind) VALUES ('size', 'Size', 'text');
  INSERT INTO nurture_plan (id, label) VALUES ('plan', 'Plan');
  INSERT INTO nurture_touch (id, plan_id, day, label) VALUES ('touch', 'plan', 0, 'Hello');
  INSERT INTO lead_plan (id, lead_id, plan_id, starts_on) VALUES ('on-plan', 'ada', 'plan', '2026-06-01');
  INSERT INTO lead_touch (id, lead_id, lead_plan_id, touch_id, label, subject, body, due_on)
    VALUES ('due', 'ada', 'on-plan', 'touch', 'Hello', '', '', '2026-06-01');
  INSERT INTO review (id, week_start) VALUES ('june', '2026-06-01');
  INSERT INTO decision (id, review_id, text) VALUES ('raise', 'june', 'Raise it');
  INSERT INTO criteria (id, number, body) VALUES ('v1', 1, '{}');
  INSERT INTO setting (id, value) VALUES ('stageLimits', '{"mql":5,"sql":9}'), ('holidays', '["2026-12-25"]');
`;
export const start: SharedRows = withFile((connection, writer) => {
  connection.exec(startSql);
  return contentIn(writer);
});

/** Two computers, one of which may have a wrong clock. */
export const two = (skew = 0): readonly [Computer, Computer] => [aComputer('a', start), aComputer('b', start, skew)];
export const run = (computer: Computer, ...sql: readonly string[]): Packet | null =>
  computer.step(later(), writer => sql.forEach(one => void writer.run(one)));

/** Both receive everything; what stands is the same on both, and every constraint and invariant holds. */
export function meet(a: Computer, b: Computer) {
  const [ofA, ofB] = [a.packets(), b.packets()];
  for (const packet of [...ofB].reverse()) a.receive(packet, time);
  for (const packet of ofA) b.receive(packet, time);
  expect(a.merged()).toEqual(b.merged());
  withFile((connection, writer) => {
    fill(connection, writer, a.merged().rows);
    expect(writer.all('SELECT * FROM pragma_foreign_key_check')).toEqual([]);
    expect(brokenInvariants(writer)).toEqual({});
  });
  return a.merged();
}
export const rowIn = (computer: Computer, table: string, id: string) => computer.merged().rows.get(table)?.get(id);
export const idsIn = (computer: Computer, table: string) => [...(computer.merged().rows.get(table)?.keys() ?? [])];

/** Merges one lead into another, as the program does. */
export function mergeLeads(computer: Computer, from: string, to: string): Packet | null {
  return computer.tryStep(later(), writer => mergeRecords(writer, from, to));
}
