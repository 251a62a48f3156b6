// `node build/run.mjs old-file`: keeps a workspace as today's version leaves it, for the tests of all later versions.
// To be run once per released schema. Same input, same bytes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Writer } from '../electron/db/file/handle.ts';
import { readMigrations } from '../electron/db/file/migrate.ts';
import { openDatabase } from '../electron/db/file/open.ts';
import { beginStep, endStep } from '../electron/db/journal/journal.ts';
import { createIdSource } from '../electron/ids.ts';
import type { AppOptions } from '../electron/open-workspace.ts';
import { createWorkspace, makeApp } from '../electron/open-workspace.ts';
import { ROOT } from './paths.ts';
import { runScript, say } from './say.ts';

const folder = mkdtempSync(join(tmpdir(), 'ripen-old-'));
const migrationsFolder = join(ROOT, 'migrations');
const clock = { now: Date.UTC(2026, 5, 1, 9) };
let drawn = 0;
const newId = createIdSource(
  () => clock.now,
  bytes => {
    drawn = (drawn + 1) % 256;
    return new Uint8Array(bytes).fill(drawn);
  },
);
const options: AppOptions = {
  file: join(folder, 'Mill & Sons.ripen'),
  migrationsFolder,
  now: () => clock.now,
  deviceId: 'old',
  newId,
};

/** What people do, by the calls of today. */
async function work(): Promise<void> {
  const app = makeApp(options);
  const call = async (name: string, input: object): Promise<{ id: string; ids: string[] }> => {
    clock.now += 3_600_000;
    const result = await app.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value as { id: string; ids: string[] };
  };
  const member = await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false });
  await call('settings.update', { actingAs: member.id, timeZone: 'Europe/Berlin' });
  const campaign = await call('campaigns.save', {
    id: null,
    channelId: 'trade-show',
    label: 'Spring fair',
    startsOn: '2026-06-01',
    endsOn: null,
    archived: false,
  });
  const days = { startsOn: '2026-06-01', endsOn: '2026-06-30' };
  await call('spend.save', {
    id: null,
    channelId: null,
    campaignId: campaign.id,
    amount: 90_000,
    note: 'Stand',
    ...days,
  });
  await call('reach.save', { id: null, channelId: 'website', weekStart: '2026-06-01', strangers: 900, visitors: 120 });
  const ada = await call('leads.create', {
    attributes: {
      firstName: 'Ada',
      lastName: 'Hölm',
      email: 'ada@mill.example',
      company: 'Mill',
      campaignId: campaign.id,
    },
  });
  const bo = await call('leads.create', {
    attributes: { firstName: 'Bo', phone: '+43 1 2345', notes: 'Met in "Graz"' },
  });
  for (const typeId of ['demo-requested', 'pricing-page-visit', 'pricing-page-visit']) {
    await call('activities.log', { leadIds: [ada.id], typeId });
  }
  await call('activities.log', { leadIds: [ada.id, bo.id], typeId: 'call-made', note: 'Wants a price' });
  const touch = { campaignId: campaign.id, content: 'Stair guide' };
  await call('activities.log', { leadIds: [ada.id], typeId: 'content-downloaded', ...touch });
  await call('leads.move', { ids: [ada.id], move: { to: 'sql', attributes: { need: 'yes', memberId: member.id } } });
  await call('leads.move', { ids: [ada.id], move: { to: 'opportunity', amount: 120_000 } });
  await call('leads.move', { ids: [bo.id], move: { to: 'nurture', until: '2026-09-01', reason: 'bad-timing' } });
  await call('imports.run', {
    jobId: 'old',
    source: { kind: 'pasted', text: 'Name;E-mail\nCy Fern;cy@fern.example\nAda Holm;ada@mill.example' },
    mapping: {
      rows: 'leads',
      columns: [
        { column: 0, target: 'fullName' },
        { column: 1, target: 'email' },
      ],
      fixed: [],
      values: [],
      policy: 'overwrite',
      unknownLeads: 'create',
    },
  });
  const field = { id: null, kind: 'number', choices: [], archived: false };
  const seats = await call('customFields.save', { ...field, label: 'Seats' });
  await call('customFields.set', { id: ada.id, fieldId: seats.id, value: 40 });
  const tag = await call('tags.save', { id: null, label: 'Fair', archived: false });
  await call('tags.put', { ids: [ada.id], add: [tag.id] });
  await call('views.save', {
    id: null,
    label: 'Known',
    body: {
      conditions: [{ field: 'email', is: 'known' }],
      columns: [{ key: 'name', width: null }],
      sort: 'score',
      descending: true,
    },
  });
  const touches = [{ id: null, day: 7, label: 'Guide', subject: 'A guide', body: 'Hello {{first name}}' }];
  const starts = { download: { content: 'Stair guide', campaignId: campaign.id }, rejected: ['bad-timing'] };
  const plan = await call('nurture.savePlan', { id: null, label: 'Keep warm', archived: false, touches, starts });
  await call('nurture.start', { leadIds: [bo.id], planId: plan.id });
  const quote = join(ROOT, 'test/fixtures/files/Quote.pdf');
  await call('leadFiles.add', { leadId: ada.id, files: [{ path: quote }], inside: true });
  await call('duplicates.apart', { id: ada.id, otherId: bo.id });
  await call('leads.remove', { ids: [bo.id] });
  await call('journal.undo', {});
  app.close();
}

/** What a workspace holds that is shared: its own packet, and one of another computer. */
function shareIt(writer: Writer): void {
  writer.run("INSERT INTO lead_alias (id, lead_id, as_id) VALUES ('gone deleted-lead', 'gone', 'deleted-lead')");
  writer.run(
    `INSERT INTO sharing (id, workspace, writer, clock, undo_after)
     VALUES (1, 'mill', 'aa', '019e81f3a400-0000-aa', 0)`,
  );
  const packet = `INSERT INTO packet (id, writer, n, hash, clock, seen, schema, label, settled) VALUES (?, ?, 1, ?, ?, '{}', 12, 'edit lead', 1)`;
  for (const [id, by] of [
    [1, 'aa'],
    [2, 'bb'],
  ] as const) {
    writer.run(packet, [id, by, String(id).repeat(64), `019e81f3a400-0000-${by}`]);
    writer.run(
      `INSERT INTO packet_change (id, packet_id, op, table_name, row_id, columns) VALUES (?1, ?1, 'set', 'lead', ?2, ?3)`,
      { 1: id, 2: 'deleted-lead', 3: JSON.stringify({ phone: `+43 ${id}` }) },
    );
  }
  writer.run(
    `INSERT INTO shared_row (table_name, row_id, start, lead_id) VALUES ('tag', 't0', '{"id":"t0","label":"Old"}', 'deleted-lead')`,
  );
}

/** Rows of tables that no call writes yet. */
function fillTheRest(): void {
  const { connection, writer, close } = openDatabase({
    file: options.file,
    migrations: readMigrations(migrationsFolder),
  });
  connection.transaction(() => {
    const seq = beginStep(writer, { id: newId(), label: 'rest', at: clock.now, deviceId: 'old', memberId: null });
    const lead = writer.pluck<string>("SELECT id FROM lead WHERE first_name = 'Bo'")[0] ?? '';
    writer.run("INSERT INTO score_adjustment (id, lead_id, at, points, reason) VALUES ('p1', ?, 1, 5, 'Met')", [lead]);
    writer.run("INSERT INTO review (id, week_start, notes) VALUES ('r1', '2026-06-01', 'Talked about prices')");
    writer.run("INSERT INTO decision (id, review_id, text) VALUES ('d1', 'r1', 'Call within a day')");
    writer.run("INSERT INTO sla (id, review_id, from_week, mqls_a_week) VALUES ('pr1', 'r1', '2026-06-08', 3)");
    writer.run(
      "INSERT INTO action_item (id, review_id, text, due_on) VALUES ('a1', 'r1', 'Write to Bo', '2026-06-09')",
    );
    writer.run("INSERT INTO tag (id, label) VALUES ('t1', 'fair')");
    writer.run("INSERT INTO lead_tag (id, lead_id, tag_id) VALUES ('lt1', ?, 't1')", [lead]);
    writer.run("INSERT INTO custom_field (id, label, kind) VALUES ('of1', 'Looms', 'number')");
    writer.run("INSERT INTO custom_value (id, lead_id, field_id, value) VALUES ('ov1', ?, 'of1', 12)", [lead]);
    writer.run("INSERT INTO saved_view (id, label, body) VALUES ('v1', 'Mine', '{}')");
    writer.run("INSERT INTO nurture_plan (id, label) VALUES ('np1', 'Quarterly')");
    writer.run("INSERT INTO nurture_touch (id, plan_id, day, label) VALUES ('nt1', 'np1', 7, 'Hello')");
    writer.run("INSERT INTO lead_plan (id, lead_id, plan_id, starts_on) VALUES ('lp1', ?, 'np1', '2026-06-02')", [
      lead,
    ]);
    writer.run(
      `INSERT INTO lead_file (id, lead_id, name, size, added_at, path) VALUES ('f1', ?, 'Plan.dwg', 7, 1, 'C:\\Plans\\Plan.dwg')`,
      [lead],
    );
    writer.run(
      `INSERT INTO lead_touch (id, lead_id, lead_plan_id, touch_id, label, subject, body, due_on)
       VALUES ('to1', ?, 'lp1', 'nt1', 'Hello', 'Hello', 'Bo, hello', '2026-06-09')`,
      [lead],
    );
    writer.run("INSERT INTO erasure (id, at, reason, counts) VALUES ('er1', 1, 'request', '{\"lead\":1}')");
    writer.run("INSERT INTO suppression (id, erasure_id, kind, salt, hash) VALUES ('su1', 'er1', 'email', 'a', 'b')");
    writer.run("INSERT INTO later_step (id, lead_id, what, due_on) VALUES ('ls1', ?, 'Call', '2026-06-12')", [lead]);
    shareIt(writer);
    endStep(writer, seq);
  })();
  close();
}

await runScript(async () => {
  createWorkspace(options);
  await work();
  fillTheRest();
  const version = String(readMigrations(migrationsFolder).length).padStart(4, '0');
  const kept = join(ROOT, 'test/fixtures/old-files', `${version}.ripen.gz`);
  writeFileSync(kept, gzipSync(readFileSync(options.file), { level: 9 }));
  rmSync(folder, { recursive: true });
  say(`${kept} is written.`);
  return 0;
});
