// Built-in activity types are in every workspace: a file from before a type existed gets it when it opens.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { builtInActivityTypes } from '../../shared/activity.ts';
import { contentOf } from '../support/content.ts';
import { aCopyOf, aFolder, aWorkspace, monday, type TestWorkspace } from '../support/workspace.ts';

const oldFiles = join(import.meta.dirname, '../fixtures/old-files');
const kept = readdirSync(oldFiles).filter(name => name.endsWith('.ripen.gz'));
const builtIn = builtInActivityTypes.map(({ id }) => id);

/** The bytes of a file after SQL that an older version could have left. */
function changed(bytes: Buffer, sql: readonly string[]): Buffer {
  const file = join(aFolder(), 'older.ripen');
  writeFileSync(file, bytes);
  const connection = new Database(file);
  for (const statement of sql) connection.exec(statement);
  connection.close();
  return readFileSync(file);
}

const typesOf = ({ app }: TestWorkspace) =>
  app().reader.all<{ id: string; label: string; archived: number }>('SELECT id, label, archived FROM activity_type');
const lengthOfJournal = ({ app }: TestWorkspace) =>
  app().reader.get('SELECT (SELECT count(*) FROM step) AS steps, (SELECT count(*) FROM change) AS changes');

describe.each(kept)('%s from before some types existed', name => {
  const whole = gunzipSync(readFileSync(join(oldFiles, name)));
  const unused = 'id NOT IN (SELECT type_id FROM activity)';
  const older = () =>
    changed(whole, [
      `DELETE FROM activity_type WHERE ${unused}`,
      "UPDATE activity_type SET label = 'Telephoned' WHERE id = 'call-made'",
      "UPDATE activity_type SET archived = 1 WHERE id = 'demo-requested'",
    ]);

  it('has them all once it is open, beside what its owner made of the others', () => {
    const bytes = older();
    const file = join(aFolder(), 'before.ripen');
    writeFileSync(file, bytes);
    const before = new Database(file);
    const had = before.prepare('SELECT id, label, archived FROM activity_type').all() as { id: string }[];
    before.close();
    const workspace = aCopyOf(bytes, monday);
    const types = typesOf(workspace);
    expect(types.map(({ id }) => id)).toEqual(expect.arrayContaining(builtIn));
    expect(types.filter(({ id }) => had.some(type => type.id === id))).toEqual(had);
    expect(had.length).toBeLessThan(builtIn.length);
  });

  it('gets no undo step for them, and no second copy the next time', async () => {
    const workspace = aCopyOf(whole, monday);
    const asItWas = { journal: lengthOfJournal(workspace), undo: await workspace.call('journal.state', {}) };
    const completed = aCopyOf(older(), monday);
    expect({ journal: lengthOfJournal(completed), undo: await completed.call('journal.state', {}) }).toEqual(asItWas);
    const content = contentOf(completed.app().reader);
    completed.reopen();
    expect(contentOf(completed.app().reader)).toEqual(content);
  });

  it('can log them', async () => {
    const workspace = aCopyOf(older(), monday);
    const [leadId = ''] = workspace.app().reader.pluck<string>('SELECT id FROM lead');
    await workspace.call('activities.log', { leadIds: [leadId], typeId: 'live-chat' });
    const { activities } = await workspace.call('leads.get', { id: leadId });
    expect(activities.map(({ typeId }) => typeId)).toContain('live-chat');
  });
});

describe('a new built-in type with the name of a custom one', () => {
  async function aFileWithItsOwn(): Promise<TestWorkspace> {
    const { call, app, file } = aWorkspace();
    await call('activityTypes.save', {
      id: null,
      label: 'Chat',
      ourSide: false,
      impliesStage: null,
      archived: false,
    });
    app().close();
    const sql = [
      "DELETE FROM activity_type WHERE id = 'live-chat'",
      "UPDATE activity_type SET label = 'live CHAT' WHERE label = 'Chat'",
    ];
    return aCopyOf(changed(readFileSync(file), sql), monday);
  }

  it('is archived, so that the custom one stays the only one to choose', async () => {
    const { call } = await aFileWithItsOwn();
    const chats = (await call('activityTypes.list', {})).filter(({ label }) => /live chat/i.test(label));
    expect(chats).toMatchObject([
      { label: 'live CHAT', archived: false },
      { id: 'live-chat', archived: true },
    ]);
  });

  it('stands in nobody’s way: the custom one can be changed, and restored are not both', async () => {
    const { call, appError } = await aFileWithItsOwn();
    const custom = (await call('activityTypes.list', {})).find(({ label }) => label === 'live CHAT');
    if (!custom) throw new Error('The custom type is gone.');
    expect(await appError('activityTypes.save', { id: 'live-chat', archived: false })).toMatch(/already exists/);
    await call('activityTypes.save', { id: custom.id, archived: true });
    await call('activityTypes.save', { id: 'live-chat', archived: false });
    expect(await appError('activityTypes.save', { id: custom.id, archived: false })).toMatch(/already exists/);
  });
});
