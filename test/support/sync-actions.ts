// What people do in a workspace, as SQL on their own file, and its undo: for random steps of several computers.
import type { Writer } from '../../electron/db/file/handle.ts';
import { insertAlias, moveBelongings } from '../../electron/db/tables/duplicates.ts';
import {
  deleteStageChange,
  moveReceipts,
  rewriteStageChange,
  stageChangesOf,
} from '../../electron/db/tables/stage-changes.ts';
import { mergedHistory } from '../../electron/domain/merge-leads.ts';
import { contentIn, withFile } from './sync.ts';

/** What all computers begin with. */
export const start = withFile((connection, writer) => {
  connection.exec(`
    INSERT INTO member (id, name, side) VALUES ('m0', 'Priya', 'sales');
    INSERT INTO channel (id, label) VALUES ('ch0', 'Fair');
    INSERT INTO campaign (id, channel_id, label) VALUES ('c0', 'ch0', 'Spring');
    INSERT INTO activity_type (id, label, our_side) VALUES ('call', 'Call', 1);
    INSERT INTO tag (id, label) VALUES ('t0', 'Hot');
    INSERT INTO custom_field (id, label, kind) VALUES ('f0', 'Size', 'text');
    INSERT INTO spend (id, amount, starts_on, ends_on) VALUES ('sp0', 5, '2026-06-10', '2026-06-20');
    INSERT INTO criteria (id, number, body) VALUES ('v0', 1, '{}');
    INSERT INTO review (id, week_start) VALUES ('r0', '2026-06-01');
    INSERT INTO decision (id, review_id, text) VALUES ('d0', 'r0', 'Raise it');
    INSERT INTO setting (id, value) VALUES ('object', '{"k0":1}'), ('list', '[1]');
    INSERT INTO lead (id, first_name, stage, stage_since, created_at) VALUES ('l0', 'Ada', 'lead', 1, 1), ('l1', 'Bo', 'lead', 1, 1);
    INSERT INTO stage_change (id, lead_id, to_stage, at, cause) VALUES ('s0', 'l0', 'lead', 1, 'created'), ('s1', 'l1', 'lead', 1, 'created');
    INSERT INTO activity (id, lead_id, type_id, at, campaign_id) VALUES ('a0', 'l0', 'call', 1, 'c0');
  `);
  return contentIn(writer);
});

type Doing = { readonly kind: string; readonly x: number; readonly y: number; readonly text: string };
type Action = (writer: Writer, doing: Doing, newId: () => string) => void;

const some = (writer: Writer, sql: string, at: number): string => {
  const ids = writer.pluck<string>(sql);
  if (ids.length === 0) throw new Error('nothing there');
  return ids[at % ids.length] ?? '';
};
const aLead = (writer: Writer, at: number) => some(writer, 'SELECT id FROM lead ORDER BY id', at);
const day = (at: number) => `2026-06-${String((at % 28) + 1).padStart(2, '0')}`;
const stages = ['lead', 'mql', 'sql', 'nurture', 'lost'];
/** Deletes one row of a table. */
const drop =
  (table: string): Action =>
  (writer, { x }) =>
    void writer.run(`DELETE FROM ${table} WHERE id = ?`, [some(writer, `SELECT id FROM ${table} ORDER BY id`, x)]);

/** Merges one lead into another as the program does: what belongs to it moves, their history becomes one, then it is deleted. */
export function mergeRecords(writer: Writer, from: string, to: string): void {
  const history = mergedHistory([...stageChangesOf(writer, to), ...stageChangesOf(writer, from)]);
  moveBelongings(writer, from, to);
  for (const { from: line, to: other } of history.proofs) moveReceipts(writer, line, other);
  for (const line of history.dropped) deleteStageChange(writer, line);
  for (const { id, from: stage, to: next, note } of history.changed)
    rewriteStageChange(writer, id, { from: stage, to: next, note });
  writer.run('UPDATE lead SET stage = ?, stage_since = ? WHERE id = ?', [history.stage, history.since, to]);
  writer.run('DELETE FROM lead WHERE id = ?', [from]);
  insertAlias(writer, from, to);
}

/** What people do. What the file does not allow is not done. */
export const actions: Readonly<Record<string, Action>> = {
  create: (writer, { y, text }, newId) => {
    const id = newId();
    writer.run("INSERT INTO lead (id, first_name, stage, stage_since, created_at) VALUES (?, ?, 'lead', ?, 1)", [
      id,
      text,
      y,
    ]);
    writer.run("INSERT INTO stage_change (id, lead_id, to_stage, at, cause) VALUES (?, ?, 'lead', ?, 'created')", [
      newId(),
      id,
      y,
    ]);
  },
  edit: (writer, { x, y, text }) => {
    const column = ['phone', 'city', 'notes', 'do_not_contact'][y % 4];
    writer.run(`UPDATE lead SET ${column} = ? WHERE id = ?`, [text || null, aLead(writer, x)]);
  },
  need: (writer, { x, y, text }) =>
    void writer.run(
      'UPDATE lead SET need = ?, need_note = ?, campaign_id = (SELECT max(id) FROM campaign) WHERE id = ?',
      [['unknown', 'no', 'yes'][y % 3] ?? '', text, aLead(writer, x)],
    ),
  move: (writer, { x, y }, newId) => {
    const lead = aLead(writer, x);
    const to = stages[y % stages.length] ?? 'lead';
    const [from, at] = writer.raw<[string, number]>('SELECT stage, stage_since FROM lead WHERE id = ?', [lead])[0] ?? [
      '',
      0,
    ];
    writer.run(
      "INSERT INTO stage_change (id, lead_id, from_stage, to_stage, at, cause) VALUES (?, ?, ?, ?, ?, 'hand')",
      [newId(), lead, from, to, at + (y % 7)],
    );
    writer.run('UPDATE lead SET stage = ?, stage_since = ?, position = ?, nurture_until = ? WHERE id = ?', [
      to,
      at + (y % 7),
      y,
      to === 'nurture' ? day(y) : null,
      lead,
    ]);
  },
  log: (writer, { x, y, text }, newId) =>
    void writer.run(
      "INSERT INTO activity (id, lead_id, type_id, at, note, campaign_id) VALUES (?, ?, 'call', ?, ?, (SELECT min(id) FROM campaign))",
      [newId(), aLead(writer, x), y, text],
    ),
  deal: (writer, { x, y, text }, newId) =>
    void writer.run(
      'INSERT INTO deal (id, lead_id, name, status, closed_at, reason, created_at) VALUES (?, ?, ?, ?, ?, ?, 1)',
      [newId(), aLead(writer, x), text, y % 2 ? 'won' : 'open', y % 2 ? y : null, null],
    ),
  closeDeal: (writer, { x, y }) =>
    void writer.run('UPDATE deal SET status = ?, closed_at = ? WHERE id = ?', [
      y % 2 ? 'won' : 'lost',
      y,
      some(writer, 'SELECT id FROM deal ORDER BY id', x),
    ]),
  spend: (writer, { x, y }) =>
    void writer.run(`UPDATE spend SET ${y % 2 ? 'starts_on' : 'ends_on'} = ? WHERE id = ?`, [
      day(y),
      some(writer, 'SELECT id FROM spend ORDER BY id', x),
    ]),
  tag: (writer, { x, y }, newId) =>
    void writer.run('INSERT INTO lead_tag (id, lead_id, tag_id) VALUES (?, ?, ?)', [
      newId(),
      aLead(writer, x),
      some(writer, 'SELECT id FROM tag ORDER BY id', y),
    ]),
  value: (writer, { x, text }, newId) =>
    void writer.run(
      "INSERT INTO custom_value (id, lead_id, field_id, value) VALUES (?, ?, 'f0', ?) ON CONFLICT (lead_id, field_id) DO UPDATE SET value = excluded.value",
      [newId(), aLead(writer, x), text],
    ),
  campaign: (writer, { text }, newId) =>
    void writer.run("INSERT INTO campaign (id, channel_id, label) VALUES (?, 'ch0', ?)", [newId(), text]),
  meet: (writer, { x, text }, newId) => {
    const week = day((x % 3) * 7);
    writer.run('INSERT INTO review (id, week_start) VALUES (?, ?) ON CONFLICT DO NOTHING', [newId(), week]);
    writer.run('INSERT INTO decision (id, review_id, text) SELECT ?, id, ? FROM review WHERE week_start = ?', [
      newId(),
      text,
      week,
    ]);
  },
  note: (writer, { x, text }) =>
    void writer.run('UPDATE review SET notes = ? WHERE id = ?', [
      text,
      some(writer, 'SELECT id FROM review ORDER BY id', x),
    ]),
  setting: (writer, { x, y, text }) =>
    void writer.run('UPDATE setting SET value = ? WHERE id = ?', [
      x % 2 ? JSON.stringify({ [`k${y % 3}`]: text, away: [text, y % 2] }) : JSON.stringify([y % 4, text]),
      x % 2 ? 'object' : 'list',
    ]),
  attend: (writer, { x, y, text }) =>
    void writer.run('UPDATE review SET attendees = ? WHERE id = ?', [
      JSON.stringify([y % 3, text]),
      some(writer, 'SELECT id FROM review ORDER BY id', x),
    ]),
  decide: (writer, { x, text }) =>
    void writer.run('UPDATE decision SET text = ? WHERE id = ?', [
      text,
      some(writer, 'SELECT id FROM decision ORDER BY id', x),
    ]),
  close: (writer, { x, y, text }) =>
    void writer.run("UPDATE review SET closed_at = ?, figures = ?, minutes = '{}' WHERE id = ?", [
      y % 4 ? y : null,
      JSON.stringify(text),
      some(writer, 'SELECT id FROM review ORDER BY id', x),
    ]),
  draft: (writer, { text }, newId) =>
    void writer.run('INSERT INTO criteria (id, number, body) SELECT ?, max(number) + 1, ? FROM criteria', [
      newId(),
      JSON.stringify(text),
    ]),
  publish: (writer, { x, y }) =>
    void writer.run('UPDATE criteria SET published_at = ? WHERE id = ?', [
      y,
      some(writer, 'SELECT id FROM criteria ORDER BY id', x),
    ]),
  merge: (writer, { x, y }) => {
    const [from, to] = [aLead(writer, x), aLead(writer, y)];
    if (from === to) throw new Error('nothing there');
    mergeRecords(writer, from, to);
  },
  import: (writer, { y, text }, newId) => {
    const batch = newId();
    writer.run(
      "INSERT INTO import_batch (id, file_name, at, mapping, headers_hash, counts) VALUES (?, ?, ?, '{}', '', '{}')",
      [batch, text, y],
    );
    const id = newId();
    writer.run(
      "INSERT INTO lead (id, first_name, stage, stage_since, created_at, batch_id) VALUES (?, ?, 'lead', ?, 1, ?)",
      [id, text, y, batch],
    );
    writer.run(
      "INSERT INTO stage_change (id, lead_id, to_stage, at, cause, batch_id) VALUES (?, ?, 'lead', ?, 'import', ?)",
      [newId(), id, y, batch],
    );
  },
  dropLead: drop('lead'),
  dropActivity: drop('activity'),
  dropTag: drop('tag'),
  untag: drop('lead_tag'),
  dropField: drop('custom_field'),
  dropValue: drop('custom_value'),
  dropCampaign: drop('campaign'),
  dropReview: drop('review'),
  dropDecision: drop('decision'),
  dropSpend: drop('spend'),
};
