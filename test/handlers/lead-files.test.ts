// Files of leads: kept in pieces or by their place, opened, saved, removed and brought back; and their bytes go when nothing needs them.
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mayOpenFile, mostBytesOfFile, plainFileName } from '../../shared/lead-file.ts';
import { startHost } from '../support/host.ts';
import { aFolder, aWorkspace } from '../support/workspace.ts';

/** Bytes that repeat nowhere, so that each piece is told from the others. */
const bytes = (length: number): Buffer => {
  const made = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) made.writeUInt32LE(at, at);
  return made;
};

type Host = Awaited<ReturnType<typeof aHost>>;
async function aHost() {
  const here = startHost(aFolder());
  const folder = aFolder();
  const workspace = join(folder, 'Mill.ripen');
  here.lead.newWorkspace = workspace;
  await here.call('workspaces.create', {});
  const [ada, bo] = [
    (await here.call('leads.create', { attributes: { firstName: 'Ada', email: 'ada@mill.example' } })).id,
    (await here.call('leads.create', { attributes: { firstName: 'Bo', email: 'bo@mill.example' } })).id,
  ];
  const chosen = async (name: string, content: Buffer | string = 'a quote') => {
    const path = join(folder, name);
    if (!existsSync(path)) writeFileSync(path, content);
    here.lead.files = [path];
    const [token = ''] = (await here.call('files.choose', { purpose: 'lead-file' })).paths;
    return { path, files: [{ path: token }] };
  };
  const add = async (leadId: string, name: string, content?: Buffer | string, inside = true) =>
    here.call('leadFiles.add', { leadId, inside, files: (await chosen(name, content)).files });
  const list = async (leadId: string) => (await here.call('leadFiles.ofLead', { leadId })).files;
  const first = async (leadId: string) => (await list(leadId))[0]?.id ?? '';
  const used = async () => (await here.call('leadFiles.look', { files: (await chosen('any.txt')).files })).used;
  return { ...here, folder, workspace, ada, bo, chosen, add, list, first, used };
}

let here: Host;
beforeEach(async () => {
  here = await aHost();
});

describe('a file kept in the workspace', () => {
  it('comes out byte for byte, over several pieces, also when the first one is gone', async () => {
    const content = bytes(700_001);
    await here.add(here.ada, 'Quote.pdf', content);
    renameSync(join(here.folder, 'Quote.pdf'), join(here.folder, 'other.pdf'));
    expect(await here.list(here.ada)).toMatchObject([
      { name: 'Quote.pdf', size: 700_001, inside: true, missing: false },
    ]);
    here.lead.save = join(here.folder, 'saved.pdf');
    await here.call('leadFiles.saveCopy', { id: await here.first(here.ada) });
    expect(readFileSync(here.lead.save).equals(content)).toBe(true);
  });

  it('is removed and brought back with its bytes, and added and taken back', async () => {
    await here.add(here.ada, 'Quote.pdf', bytes(300_000));
    await here.call('leadFiles.remove', { id: await here.first(here.ada) });
    expect(await here.list(here.ada)).toEqual([]);
    await here.call('journal.undo', {});
    expect(await here.list(here.ada)).toMatchObject([{ missing: false }]);
    await here.call('journal.undo', {});
    expect(await here.list(here.ada)).toEqual([]);
    await here.call('journal.redo', {});
    expect(await here.list(here.ada)).toMatchObject([{ name: 'Quote.pdf', missing: false }]);
  });

  it('writes no bytes into the undo history', async () => {
    const { call, app } = aWorkspace();
    const leadId = (await call('leads.create', { attributes: { firstName: 'Ada' } })).id;
    const path = join(here.folder, 'Quote.pdf');
    writeFileSync(path, bytes(300_000));
    await call('leadFiles.add', { leadId, files: [{ path }], inside: true });
    const [file] = (await call('leadFiles.ofLead', { leadId })).files;
    await call('leadFiles.remove', { id: file?.id ?? '' });
    await call('leads.remove', { ids: [leadId] });
    const [lines] = app().reader.pluck<number>("SELECT count(*) FROM change WHERE table_name = 'lead_file'");
    const [size] = app().reader.pluck<number>('SELECT sum(length(before)) FROM change');
    expect(lines).toBe(2);
    expect(size).toBeLessThan(5000);
  });

  it('is kept once, however many leads have it', async () => {
    await here.add(here.ada, 'Quote.pdf', bytes(1000));
    await here.add(here.bo, 'Copy of it.pdf', bytes(1000));
    expect(await here.used()).toBe(1000);
    await here.call('leadFiles.remove', { id: await here.first(here.ada) });
    expect(await here.list(here.bo)).toMatchObject([{ missing: false }]);
  });

  it('loses its bytes when the undo history no longer needs them', async () => {
    await here.add(here.ada, 'Quote.pdf', bytes(5000));
    await here.call('journal.undo', {});
    expect(await here.used()).toBe(5000);
    // What was taken back is out of reach from here on.
    await here.call('leads.update', { id: here.bo, attributes: { company: 'Mill' } });
    await expect.poll(here.used).toBe(0);
  });

  it('has no more than a file, and all together no more than the workspace keeps', async () => {
    const big = await here.chosen('Big.pdf', Buffer.alloc(mostBytesOfFile + 1));
    expect((await here.call('leadFiles.look', { files: big.files })).files).toMatchObject([
      { name: 'Big.pdf', refused: null, tooBig: expect.stringMatching(/larger than 10 MB/) },
    ]);
    const request = { leadId: here.ada, files: big.files };
    expect(await here.raw('leadFiles.add', { ...request, inside: true })).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/Nothing was added/) },
    });
    expect(await here.raw('leadFiles.add', { ...request, inside: false })).toMatchObject({ ok: true });
  });

  it('goes with an erased person, unless another lead has it too', async () => {
    await here.add(here.ada, 'Ada.pdf', 'only about ada');
    await here.add(here.ada, 'Both.pdf', 'about both');
    await here.add(here.bo, 'Both.pdf', 'about both');
    const { counts } = await here.call('privacy.preview', { jobId: 'p', ids: [here.ada] });
    expect(counts.lead_file).toBe(2);
    await here.call('privacy.erase', { jobId: 'e', ids: [here.ada], name: 'Ada', others: true, reason: 'request' });
    expect(await here.used()).toBe('about both'.length);
    await here.call('workspaces.close', {});
    expect(readFileSync(here.workspace).includes('only about ada')).toBe(false);
    expect(readFileSync(here.workspace).includes('about both')).toBe(true);
  });

  it('goes along when leads are merged, and back when that is undone', async () => {
    await here.add(here.bo, 'Quote.pdf');
    await here.call('duplicates.merge', { id: here.ada, otherId: here.bo, attributes: {}, customValues: {} });
    expect(await here.list(here.ada)).toMatchObject([{ name: 'Quote.pdf', missing: false }]);
    await here.call('journal.undo', {});
    expect(await here.list(here.ada)).toEqual([]);
    expect(await here.list(here.bo)).toHaveLength(1);
  });

  it('is in backups, and in everything about a person', async () => {
    await here.add(here.ada, 'Quote.pdf', 'a quote that is in the backup');
    here.lead.save = join(here.folder, 'Copy.ripen');
    await here.call('backups.saveCopy', {});
    expect(readFileSync(here.lead.save).includes('a quote that is in the backup')).toBe(true);
    const { sections } = await here.call('privacy.person', { id: here.ada });
    expect(sections.find(({ title }) => title === 'Files')?.rows[0]?.value).toBe(
      'Quote.pdf, 29 bytes, kept in the workspace',
    );
  });
});

describe('a file kept where it lies', () => {
  it('is opened there, and says in one sentence when it is gone', async () => {
    await here.add(here.ada, 'Quote.pdf', 'here', false);
    const id = await here.first(here.ada);
    expect(await here.call('leadFiles.open', { id })).toEqual({ opened: true });
    expect(here.openedFiles).toEqual([{ name: 'Quote.pdf', path: join(here.folder, 'Quote.pdf') }]);
    renameSync(join(here.folder, 'Quote.pdf'), join(here.folder, 'moved.pdf'));
    expect(await here.list(here.ada)).toMatchObject([{ inside: false, missing: true }]);
    for (const name of ['leadFiles.open', 'leadFiles.saveCopy']) {
      here.lead.save = join(here.folder, 'copy.pdf');
      expect(await here.raw(name, { id })).toMatchObject({
        ok: false,
        error: { kind: 'file', message: expect.stringMatching(/^“Quote.pdf” is no longer where it was/) },
      });
    }
    expect(existsSync(join(here.folder, 'copy.pdf'))).toBe(false);
  });

  it('is not opened when it became a link to a program or the open workspace', async () => {
    await here.add(here.ada, 'Quote.pdf', 'here', false);
    const id = await here.first(here.ada);
    writeFileSync(join(here.folder, 'run.sh'), '');
    for (const [target, sentence] of [
      ['run.sh', /is a program or a script/],
      ['Mill.ripen', /is the workspace that is open/],
    ] as const) {
      renameSync(join(here.folder, 'Quote.pdf'), join(here.folder, `before-${target}.pdf`));
      symlinkSync(join(here.folder, target), join(here.folder, 'Quote.pdf'));
      expect(await here.raw('leadFiles.open', { id })).toMatchObject({
        ok: false,
        error: { message: expect.stringMatching(sentence) },
      });
    }
    expect(here.openedFiles).toEqual([]);
  });
});

describe('opening', () => {
  it('asks first, and hands over a copy to read that goes when Ripen closes', async () => {
    await here.add(here.ada, 'Quote.pdf', 'inside');
    const id = await here.first(here.ada);
    here.lead.mayOpenFiles = false;
    expect(await here.call('leadFiles.open', { id })).toEqual({ opened: false });
    expect(here.openedFiles).toEqual([]);
    here.lead.mayOpenFiles = true;
    await here.call('leadFiles.open', { id });
    const [{ path } = { path: '' }] = here.openedFiles;
    expect(path.endsWith('Quote.pdf')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('inside');
    await here.host.close();
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    'run.exe',
    'Quote.pdf.bat',
    'Quote.EXE',
    'evil.exe.',
    'evil\u202efdp.scr',
    'macro.docm',
    'no-ending',
    'a.js',
  ])('refuses %s', name => expect(mayOpenFile(name)).toBe(false));
  it.each(['Quote.pdf', 'plan.dwg', 'photo.JPG', 'letter.docx', 'mail.eml'])('opens %s', name =>
    expect(mayOpenFile(name)).toBe(true),
  );
  it('shows names without what hides their ending', () => {
    expect(plainFileName('evil\u202efdp.scr')).toBe('evilfdp.scr');
    expect(plainFileName('..\\a:b\n.pdf. ')).toBe('_a_b.pdf');
  });
});

describe('what is not added', () => {
  it('is a program, a folder, a file that is gone, and the open workspace', async () => {
    mkdirSync(join(here.folder, 'folder.pdf'));
    for (const [name, sentence] of [
      ['setup.exe', /is a program or a script/],
      ['folder.pdf', /is a folder/],
    ] as const) {
      const { files } = await here.chosen(name);
      expect((await here.call('leadFiles.look', { files })).files[0]?.refused).toMatch(sentence);
      expect(await here.raw('leadFiles.add', { leadId: here.ada, files, inside: false })).toMatchObject({ ok: false });
    }
    const { files } = await here.chosen('Mill.ripen');
    expect(await here.raw('leadFiles.add', { leadId: here.ada, files, inside: false })).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/is the workspace that is open/) },
    });
    expect(await here.list(here.ada)).toEqual([]);
  });

  it('is named by its path', async () => {
    const path = join(here.folder, 'secret.pdf');
    writeFileSync(path, 'secret');
    for (const name of ['leadFiles.look', 'leadFiles.add'])
      expect(await here.raw(name, { leadId: here.ada, files: [{ path }], inside: true })).toMatchObject({
        ok: false,
        error: { kind: 'not-found', message: expect.stringMatching(/^Choose the file/) },
      });
  });
});
