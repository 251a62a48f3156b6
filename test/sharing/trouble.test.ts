// What goes wrong in the folder or while sharing: one computer's trouble is its own, and what was lost is put again.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createKeys, storedKeys } from '../../electron/encryption/keys.ts';
import { allMeet, computersIn, joined, meetIn, packetFiles, shareIn, twoComputers } from '../support/shared-folder.ts';
import { aCopyOf, aFolder, aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const create = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName } })).id;
const namesIn = ({ app }: TestWorkspace) => app().reader.pluck<string>('SELECT first_name FROM lead ORDER BY 1');
const log = ({ call }: TestWorkspace, id: string, typeId: string) =>
  call('activities.log', { leadIds: [id], typeId, when: null, note: null });

describe('what somebody put among the packets', () => {
  it.each<[what: string, put: (steps: string) => void, writers: readonly string[]]>([
    [
      'a folder named as a packet',
      steps => mkdirSync(join(steps, 'zzzz', '1-1.packet'), { recursive: true }),
      ['zzzz'],
    ],
    [
      'a folder named so before all others',
      steps => mkdirSync(join(steps, '0000', '1-1.packet'), { recursive: true }),
      ['0000'],
    ],
    ['a file where a computer has its folder', steps => writeFileSync(join(steps, 'readme'), 'x'), []],
  ])('%s keeps nobody from meeting', async (_, put, writers) => {
    const { folder, a, b } = await twoComputers();
    await create(b, 'Bo');
    await meetIn(folder, b);
    put(join(folder, 'steps'));
    const met = await meetIn(folder, a);
    expect(met.problems.map(({ writer, reason }) => [writer, reason])).toEqual(writers.map(one => [one, 'unreadable']));
    for (const { sentence } of met.problems) expect(sentence).toContain('cannot be read right now');
    expect(namesIn(a)).toEqual(['Bo']);
  });

  it('where own work is to be is said in a sentence, and the others’ work comes', async () => {
    const { folder, a, b } = await twoComputers();
    await create(b, 'Bo');
    await meetIn(folder, b);
    await create(a, 'Ada');
    const [writer = ''] = a.app().reader.pluck<string>('SELECT writer FROM sharing');
    const own = join(folder, 'steps', writer, '1-1.packet');
    mkdirSync(own, { recursive: true });
    const { sent, problems } = await meetIn(folder, a);
    expect([sent, problems.map(({ reason }) => reason)]).toEqual([0, ['unwritable']]);
    expect(problems[0]?.sentence).toContain('It is safe here and is sent later.');
    expect(namesIn(a)).toEqual(['Ada', 'Bo']);
    rmSync(own, { recursive: true });
    await allMeet(folder, [a, b]);
    expect(namesIn(b)).toEqual(['Ada', 'Bo']);
  });

  it('does not keep a lead from its promotion when the meeting is cut before everything came', async () => {
    const folder = aFolder();
    const [a, b] = (await computersIn(folder, 2, async ({ call }) => {
      const attributes = {
        firstName: 'Ada',
        jobTitle: 'Managing director',
        company: 'Mill',
        email: 'ada@mill.example',
      };
      await call('leads.create', { attributes });
    })) as [TestWorkspace, TestWorkspace];
    const [ada = ''] = a.app().reader.pluck<string>('SELECT id FROM lead');
    await log(b, ada, 'information-requested');
    await log(b, ada, 'webinar-attended');
    await meetIn(folder, b);
    await log(a, ada, 'demo-requested');
    // Taken, and then the computer was switched off.
    const cut = aCopyOf(await takenOnly(folder, a), a.clock.now);
    expect(cut.app().reader.pluck('SELECT count(*) FROM packet WHERE settled = 0 AND step_id IS NULL')).toEqual([2]);
    expect((await meetIn(folder, cut)).received).toBe(0);
    expect(cut.app().reader.pluck('SELECT stage FROM lead')).toEqual(['mql']);
    await allMeet(folder, [cut, b]);
  });
});

/** The file after a meeting that ended when all was taken and nothing was merged. */
async function takenOnly(folder: string, { app, file, clock }: TestWorkspace): Promise<Buffer> {
  app().close();
  const whole = aCopyOf(readFileSync(file), clock.now);
  await meetIn(folder, whole);
  whole.app().close();
  const raw = new Database(file);
  raw.prepare('ATTACH ? AS whole').run(whole.file);
  raw.exec(`
    INSERT INTO packet SELECT * FROM whole.packet WHERE step_id IS NULL AND label <> 'promotion';
    UPDATE packet SET settled = 0;
    INSERT INTO packet_change SELECT * FROM whole.packet_change WHERE packet_id IN (SELECT id FROM packet)
      AND id NOT IN (SELECT id FROM packet_change);
    INSERT OR IGNORE INTO shared_row SELECT * FROM whole.shared_row;
  `);
  raw.close();
  return readFileSync(file);
}

describe('own packets', () => {
  const mapping = {
    ...{ rows: 'leads', columns: [{ column: 0, target: 'firstName' }], fixed: [], values: [] },
    ...{ policy: 'overwrite', unknownLeads: 'create' },
  } as never;

  it.each<[what: string, damage: (parts: readonly string[]) => void]>([
    ['whose later part was lost', ([, second = '']) => rmSync(second)],
    ['whose later part was cut', ([, second = '']) => truncateSync(second, statSync(second).size - 1)],
    ['whose first part was emptied', ([first = '']) => truncateSync(first, 0)],
    ['whose first part was lost', ([first = '']) => rmSync(first)],
    ['of which nothing is left', ([first = '']) => rmSync(dirname(first), { recursive: true })],
  ])('%s are put again', async (_, damage) => {
    const { folder, a, b } = await twoComputers();
    const lines = Array.from({ length: 2500 }, (_, n) => `Ada${n} ${'x'.repeat(300)}`);
    const source = { kind: 'pasted', text: ['Name', ...lines].join('\n') } as const;
    await a.call('imports.run', { jobId: crypto.randomUUID(), source, mapping });
    await meetIn(folder, a);
    const parts = packetFiles(folder);
    expect(parts.length).toBeGreaterThan(1);
    expect((await meetIn(folder, a)).sent).toBe(0);
    damage(parts);
    expect((await meetIn(folder, b)).received).toBe(0);
    expect((await meetIn(folder, a)).sent).toBe(1);
    await allMeet(folder, [b, a]);
    expect(namesIn(b)).toHaveLength(2500);
  });
});

describe('sharing that was killed before others could join', () => {
  /** A workspace whose file says that it is being shared in a folder. */
  async function killedIn(folder: string) {
    const workspace = aWorkspace();
    await create(workspace, 'Ada');
    workspace.app().close();
    const raw = new Database(workspace.file);
    raw.exec(
      `INSERT INTO sharing (id, workspace, writer, clock, undo_after) VALUES (1, 'w', 'aaaa', '000000000000-0000-', (SELECT max(seq) FROM step))`,
    );
    raw.prepare("INSERT INTO shared_row (table_name, row_id) VALUES ('sharing', ?)").run(folder);
    raw.close();
    workspace.reopen();
    return workspace;
  }

  it.each([[[]], [['start.sealed.part']], [['start.sealed']]])('leaves %j, and can be done again', async names => {
    const folder = aFolder();
    const a = await killedIn(folder);
    for (const name of names) writeFileSync(join(folder, name), 'half of it');
    await create(a, 'Bo');
    await shareIn(folder, a);
    const b = await joined(folder, a.clock.now);
    await create(b, 'Cy');
    await allMeet(folder, [b, a]);
    expect(namesIn(a)).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('is dropped when they are to meet, and the workspace is as it was', async () => {
    const folder = aFolder();
    const a = await killedIn(folder);
    expect(await a.call('journal.state', {})).toMatchObject({ undo: null });
    await expect(meetIn(folder, a)).rejects.toThrow('not shared');
    expect(await a.call('journal.state', {})).toMatchObject({ undo: 'add lead' });
    expect(a.app().isShared()).toBe(false);
  });

  it('waits while its folder is not there', async () => {
    const a = await killedIn(join(aFolder(), 'away'));
    await expect(shareIn(aFolder(), a)).rejects.toThrow('it is not reached now');
    expect(a.app().isShared()).toBe(true);
  });

  it('is done where others can join already', async () => {
    const folder = aFolder();
    const a = await killedIn(folder);
    writeFileSync(join(folder, 'workspace.json'), JSON.stringify({ format: 2, workspace: 'w' }));
    await create(a, 'Bo');
    expect((await meetIn(folder, a)).sent).toBe(1);
    expect(existsSync(join(folder, 'workspace.json'))).toBe(true);
    expect(a.app().reader.pluck("SELECT count(*) FROM shared_row WHERE table_name = 'sharing'")).toEqual([0]);
  });
});

describe('a shared workspace', () => {
  it('meets once at a time', async () => {
    const { folder, a, b } = await twoComputers();
    await create(b, 'Bo');
    await meetIn(folder, b);
    const both = await Promise.all([meetIn(folder, a), meetIn(folder, a)]);
    expect(both.map(({ received }) => received)).toEqual([1, 0]);
    await allMeet(folder, [a, b]);
  });

  it('may have a passphrase of its own, of which the others know nothing', async () => {
    const { folder, a, b } = await twoComputers();
    const { keys } = await createKeys('correct horse battery', null, { n: 2 ** 10 });
    await a.app().storeKeys(storedKeys(keys));
    await create(a, 'Ada');
    await allMeet(folder, [a, b]);
    expect([a.app().storedKeys() !== null, b.app().storedKeys()]).toEqual([true, null]);
    const c = await joined(folder, a.clock.now);
    expect(c.app().storedKeys()).toBeNull();
  });

  it('finishes an erasing that was cut short before it was shared', async () => {
    const a = aWorkspace();
    const ada = await create(a, 'Ada');
    const request = { jobId: crypto.randomUUID(), ids: [ada], name: 'Ada', others: true, reason: 'request' as const };
    await a.call('privacy.erase', request);
    a.app().close();
    const raw = new Database(a.file);
    raw.exec('UPDATE erasure SET rewritten = 0');
    raw.close();
    a.reopen();
    await shareIn(aFolder(), a);
    expect(await a.app().eraseAgain([])).toBe(0);
    expect(a.app().reader.pluck('SELECT rewritten FROM erasure')).toEqual([1]);
    const bo = await create(a, 'Bo');
    expect(await a.appError('privacy.erase', { ...request, ids: [bo], name: 'Bo' })).toContain('Nothing was erased.');
  });
});
