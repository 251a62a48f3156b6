// Two computers share a workspace through a real folder: what one does, the other has; what is damaged there is waited for.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinWorkspace } from '../../electron/open-workspace.ts';
import {
  allMeet,
  joined,
  meetIn,
  packetFiles,
  placeAt,
  sharedContent,
  shareIn,
  twoComputers,
} from '../support/shared-folder.ts';
import { aCopyOf, aFolder, aWorkspace, migrationsFolder, monday, type TestWorkspace } from '../support/workspace.ts';

const create = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName } })).id;
const nameOf = ({ app }: TestWorkspace, id: string) =>
  app().reader.pluck<string>('SELECT first_name FROM lead WHERE id = ?', [id])[0];
const countIn = ({ app }: TestWorkspace, table: string) =>
  app().reader.pluck<number>(`SELECT count(*) FROM ${table}`)[0];

describe('a workspace in a folder', () => {
  it('is on the other computer as it was, without undo, and without what belongs to the first one', async () => {
    const { folder, a, b } = await twoComputers(async first => {
      await create(first, 'Ada');
      const { id } = await first.call('members.save', { id: null, name: 'Priya', side: 'sales', archived: false });
      await first.call('settings.update', { actingAs: id, appearance: 'dark', name: 'Mill' });
    });
    expect(sharedContent(b)).toEqual(sharedContent(a));
    expect(b.app().settings()).toMatchObject({ actingAs: null, appearance: 'system', name: 'Mill' });
    expect(await b.call('journal.state', {})).toEqual({ undo: null, redo: null });
    // What all begin with is nobody's to take back.
    expect(await a.call('journal.state', {})).toEqual({ undo: null, redo: null });
    await allMeet(folder, [a, b]);
  });

  it('has what each of two did, and then nobody has anything to send', async () => {
    const { folder, a, b } = await twoComputers();
    const ada = await create(a, 'Ada');
    const bo = await create(b, 'Bo');
    await allMeet(folder, [a, b]);
    expect([nameOf(b, ada), nameOf(a, bo)]).toEqual(['Ada', 'Bo']);
    await b.call('leads.update', { id: ada, attributes: { phone: '1' } });
    await a.call('activities.log', { leadIds: [ada], typeId: 'demo-requested', when: null, note: null });
    await a.call('leads.remove', { ids: [bo] });
    await allMeet(folder, [a, b]);
    expect(nameOf(b, bo)).toBeUndefined();
    expect(packetFiles(folder).length).toBeGreaterThan(3);
  });

  it('is merged by looking at the leads that somebody worked on, and at no others', async () => {
    const names = ['Ada', 'Bo', 'Cy'];
    const { folder, a, b } = await twoComputers(async first => {
      for (const name of names) await create(first, name);
    });
    const [ada = ''] = b.app().reader.pluck<string>("SELECT id FROM lead WHERE first_name = 'Ada'");
    await b.call('leads.update', { id: ada, attributes: { phone: '1' } });
    await meetIn(folder, b);
    expect((await meetIn(folder, a)).leadIds).toEqual([ada]);
    await b.call('settings.update', { name: 'Mill' });
    await meetIn(folder, b);
    expect((await meetIn(folder, a)).leadIds).toEqual([]);
    await allMeet(folder, [a, b]);
  });

  it('is asked about with a sentence when it is not there, or another one', async () => {
    const { folder, a } = await twoComputers();
    const other = aFolder();
    await expect(meetIn(other, a)).rejects.toThrow('Your work is safe here');
    const b = aWorkspace();
    await shareIn(other, b);
    await expect(meetIn(other, a)).rejects.toThrow('belongs to another workspace');
    await expect(shareIn(other, b)).rejects.toThrow('shared already');
    await expect(shareIn(folder, aWorkspace())).rejects.toThrow('Another workspace is shared in this folder');
    await expect(meetIn(folder, aWorkspace())).rejects.toThrow('not shared');
    const options = { file: join(aFolder(), 'x.ripen'), migrationsFolder, now: () => monday, deviceId: 'x' };
    await expect(joinWorkspace(options, placeAt(aFolder()))).rejects.toThrow('No workspace is shared');
    truncateSync(join(folder, 'start.sealed'), 5000);
    await expect(joinWorkspace(options, placeAt(folder))).rejects.toThrow('not all there yet');
    expect(existsSync(options.file)).toBe(false);
  });

  it('takes no erasing that would not reach the others', async () => {
    const { a } = await twoComputers();
    const ada = await create(a, 'Ada');
    const erased = { jobId: crypto.randomUUID(), ids: [ada], name: 'Ada', others: false, reason: 'request' as const };
    expect(await a.appError('privacy.erase', erased)).toContain('does not reach the other computers yet');
    expect(nameOf(a, ada)).toBe('Ada');
  });
});

describe('a folder that a cloud client fills', () => {
  /** One computer has done three things; the files of that, first to last. */
  async function threeSteps() {
    const both = await twoComputers();
    const ids = [await create(both.a, 'Ada'), await create(both.a, 'Bo'), await create(both.a, 'Cy')] as const;
    await meetIn(both.folder, both.a);
    return { ...both, ids, files: packetFiles(both.folder) as [string, string, string] };
  }

  it.each<[what: string, damage: (file: string) => void, reason: string | null]>([
    ['is cut short', file => truncateSync(file, readFileSync(file).length - 5), 'truncated'],
    ['is empty', file => truncateSync(file, 0), 'truncated'],
    [
      'has bytes turned',
      file =>
        writeFileSync(
          file,
          readFileSync(file).map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
        ),
      'damaged',
    ],
    ['is something else', file => writeFileSync(file, 'Hello, this is no packet at all.\n'.repeat(9)), 'damaged'],
    ['is larger than any', file => truncateSync(file, 2_000_000_000), 'damaged'],
    ['has not come yet', file => rmSync(file), null],
  ])('waits for a packet that %s, and takes it when it is whole', async (_, damage, reason) => {
    const { folder, a, b, ids, files } = await threeSteps();
    const bytes = readFileSync(files[1]);
    damage(files[1]);
    const met = await meetIn(folder, b);
    expect(met.received).toBe(1);
    expect(met.problems.map(one => one.reason)).toEqual(reason === null ? [] : [reason]);
    expect(ids.map(id => nameOf(b, id))).toEqual(['Ada', undefined, undefined]);
    // Own work goes on meanwhile.
    const own = await create(b, 'Di');
    writeFileSync(files[1], bytes);
    await allMeet(folder, [a, b]);
    expect([...ids, own].map(id => nameOf(a, id))).toEqual(['Ada', 'Bo', 'Cy', 'Di']);
  });

  it('finds a packet under the name of a conflicted copy, and is not misled by one', async () => {
    const { folder, a, b, ids, files } = await threeSteps();
    const as = (file: string, name: string) => file.replace('.packet', name);
    renameSync(files[1], as(files[1], " (Priya's conflicted copy 2026-06-01).packet"));
    copyFileSync(files[0], as(files[2], ' (1).packet'));
    copyFileSync(files[0], as(files[0], '.sync-conflict-20260601.packet'));
    writeFileSync(join(folder, 'steps', 'desktop.ini'), 'x');
    mkdirSync(join(folder, 'steps', '..strange name'));
    await allMeet(folder, [b]);
    expect(ids.map(id => nameOf(b, id))).toEqual(['Ada', 'Bo', 'Cy']);
    await allMeet(folder, [a, b]);
  });

  it('takes nothing that was put under another computer’s name', async () => {
    const { folder, a, b, files } = await threeSteps();
    const foreign = join(folder, 'steps', 'abc123');
    mkdirSync(foreign);
    copyFileSync(files[0], join(foreign, '1-1.packet'));
    const met = await meetIn(folder, b);
    expect(met.problems.map(({ writer, reason }) => [writer, reason])).toEqual([['abc123', 'damaged']]);
    expect(countIn(b, 'lead')).toBe(countIn(a, 'lead'));
  });

  it('gets again what it has lost, also of what was sent long ago', async () => {
    const { folder, a, b, files } = await threeSteps();
    for (const file of files) rmSync(file);
    expect((await meetIn(folder, b)).received).toBe(0);
    await allMeet(folder, [a, b]);
    expect(packetFiles(folder)).toEqual(files);
  });

  it('is joined later by a third computer, which takes what came since', async () => {
    const { folder, a, b } = await threeSteps();
    const c = await joined(folder, monday);
    expect(countIn(c, 'lead')).toBe(0);
    await create(c, 'Eve');
    await allMeet(folder, [c, a, b]);
    expect(countIn(b, 'lead')).toBe(4);
  });
});

describe('a file that was copied or restored', () => {
  it('writes as somebody new: nothing is lost, and nothing counts twice', async () => {
    const { folder, a, b } = await twoComputers();
    await create(a, 'Ada');
    await allMeet(folder, [a, b]);
    const copy = join(aFolder(), 'copy.ripen');
    await a.app().copyTo(copy);
    // The copy is used, then the original, neither knowing of the other.
    const bytes = readFileSync(copy);
    const second = aCopyOf(bytes, monday);
    const ofCopy = await create(second, 'Copy');
    const ofFirst = await create(a, 'First');
    await meetIn(folder, a);
    await allMeet(folder, [second, a, b]);
    expect([nameOf(b, ofCopy), nameOf(b, ofFirst)]).toEqual(['Copy', 'First']);
    expect(readdirSync(join(folder, 'steps'))).toHaveLength(2);
    await create(second, 'Later');
    await create(a, 'Later');
    await allMeet(folder, [a, b, second]);
  });

  it('that is older than what it had sent takes its own steps back from the folder', async () => {
    const { folder, a, b } = await twoComputers();
    const copy = join(aFolder(), 'copy.ripen');
    await a.app().copyTo(copy);
    const ada = await create(a, 'Ada');
    await meetIn(folder, a);
    const restored = aCopyOf(readFileSync(copy), monday);
    const own = await create(restored, 'Bo');
    await allMeet(folder, [restored, b]);
    expect([nameOf(restored, ada), nameOf(b, own)]).toEqual(['Ada', 'Bo']);
  });
});
