// P24: erased means gone. The raw bytes of the file, of what lies beside it and of later copies are searched.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notSearched, searchedTables } from '../../electron/services/privacy/mentions.ts';
import { dayMs } from '../../shared/dates.ts';
import { schema } from '../support/database.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { times } from '../support/long.ts';
import { doStep, randomStep } from '../support/random-steps.ts';
import { aFolder, aWorkspace, type TestWorkspace } from '../support/workspace.ts';

type Person = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
};
const leads: readonly Person[] = [
  {
    firstName: 'Ottoline',
    lastName: 'Quillfeather',
    email: 'otto@zymurgy.example',
    phone: '+43 660 5550198',
    company: 'Zymurgy',
  },
  {
    firstName: 'Ünal',
    lastName: 'Żółwiński',
    email: 'unal@xylem.example',
    phone: '+49 171 5550177',
    company: 'Xylem GmbH',
  },
  {
    firstName: 'Siobhán "Bo"',
    lastName: "O'Vexillum",
    email: "s.o'vexillum@yurt.example",
    phone: '0660 / 5550 166',
    company: 'Yurt & Co',
  },
];

/** What of a person must stand nowhere afterwards. Words of the notes about them are theirs, too. */
const traces = ({ firstName, lastName, email, phone }: Person): string[] => [
  lastName,
  lastName.toLocaleUpperCase(),
  `${firstName} ${lastName}`,
  email,
  phone,
  'sesquipedalian',
  'Pettifogging',
  'Borborygmus',
];

/** A file that names the person in its name, its headers and its words, corrected; and their address kept as an own one. */
async function rememberInImports({ call }: TestWorkspace, { firstName, lastName, email }: Person): Promise<void> {
  const name = `${firstName} ${lastName}`;
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const path = join(aFolder(), `List of ${name}.csv`);
  const line = (...cells: string[]) => cells.map(cell).join(';');
  writeFileSync(
    path,
    [line('E-mail', 'Status', `Of ${name}`), line('eve@dock.example', `Sent by ${name}`, '')].join('\n'),
  );
  const source = { kind: 'file', path } as const;
  const choices = { delimiter: ';' };
  const { mapping } = await call('imports.read', { jobId: 'read', source, choices });
  const values = mapping.values.map(one => (one.target === 'stage' ? { ...one, to: 'sql' } : one));
  await call('imports.run', { jobId: 'run', source, choices, mapping: { ...mapping, values } });
  await call('imports.addOwnAddress', { address: email });
  await call('imports.addOwnAddress', { address: 'office@us.example' });
}

const sourceOf = (text: string) => ({ kind: 'pasted' as const, text });
const oldest = '2026-05-26';

/** A workspace in which the person has left traces wherever a person can. */
async function aWorkspaceWith(listedLead: Person): Promise<TestWorkspace & { id: string; otherId: string }> {
  const workspace = aWorkspace();
  const { call, clock } = workspace;
  const name = `${listedLead.firstName} ${listedLead.lastName}`;
  // A hundred others, so that pages are full and rows have been moved between them.
  const rows = Array.from({ length: 120 }, (_, n) => `Person ${n} Nomen${n};p${n}@mill.example;Firm ${n};Note ${n}`);
  const source = sourceOf(['Name;E-mail;Company;Notes', ...rows].join('\n'));
  const { mapping } = await call('imports.read', { jobId: 'read', source });
  await call('imports.run', { jobId: 'run', source, mapping });
  const { id } = await call('leads.create', {
    attributes: { ...listedLead, lastName: 'Borborygmus', notes: 'A sesquipedalian' },
  });
  await call('leads.update', { id, attributes: { lastName: listedLead.lastName, jobTitle: 'Pettifogging officer' } });
  for (const typeId of ['demo-requested', 'pricing-page-visit', 'pricing-page-visit'])
    await call('activities.log', { leadIds: [id], typeId, note: `${name} had a sesquipedalian question` });
  await call('leads.adjustScore', { id, points: 5, reason: 'Pettifogging' });
  const twin = await call('leads.create', {
    attributes: { firstName: listedLead.firstName, lastName: 'Borborygmus', phone: listedLead.phone },
  });
  await call('duplicates.merge', { id, otherId: twin.id, attributes: {}, customValues: {} });
  await call('leads.move', { ids: [id], move: { to: 'sql', attributes: { need: 'yes', needNote: 'Sesquipedalian' } } });
  await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 120_000, dealName: `Deal of ${name}` } });
  const { id: otherId } = await call('leads.create', {
    attributes: { firstName: 'Mara', notes: `Sister of ${name}.` },
  });
  await call('activities.log', {
    leadIds: [otherId],
    typeId: 'call-made',
    note: `Asked about ${name.toLocaleUpperCase()}`,
    content: `Letter of ${name}`,
  });
  await rememberInImports(workspace, listedLead);
  await call('views.save', {
    id: null,
    label: `Like ${name}`,
    body: {
      search: '',
      conditions: [{ field: 'email', is: 'any-of', values: [listedLead.email] }],
      sort: 'score',
      descending: true,
      columns: [],
    },
  });
  clock.now += 7 * dayMs;
  await call('meeting.saveDecision', { date: oldest, id: null, text: `Call ${name} first` });
  await call('meeting.note', { date: oldest, notes: `${name} liked the fair; write to ${listedLead.email}.` });
  await call('meeting.close', { date: oldest });
  await call('leads.remove', { ids: [id] });
  await call('journal.undo', {});
  await call('journal.undo', {});
  await call('journal.redo', {});
  return { ...workspace, id, otherId };
}

/** Every trace found in the bytes of these files, in UTF-8; the search index holds lower-case trigrams. */
function found(files: readonly string[], text: readonly string[]): string[] {
  return files.filter(existsSync).flatMap(file => {
    const bytes = readFileSync(file);
    return text.filter(word => bytes.includes(word) || bytes.includes(JSON.stringify(word).slice(1, -1)));
  });
}

async function allBytes({ file, app }: TestWorkspace, text: readonly string[]): Promise<string[]> {
  const later = join(aFolder(), 'later.ripen');
  await app().copyTo(later);
  return found([file, `${file}-wal`, `${file}-journal`, later], text);
}

const erase = (workspace: TestWorkspace, id: string, name: string, others = true) =>
  workspace.call('privacy.erase', { jobId: 'erase', ids: [id], name, others, reason: 'request' });

describe.each(leads)('erasing $lastName', listedLead => {
  const name = `${listedLead.firstName} ${listedLead.lastName}`;

  it('leaves no trace in the bytes of the file, beside it and in later copies', async () => {
    const workspace = await aWorkspaceWith(listedLead);
    expect(await allBytes(workspace, traces(listedLead))).not.toEqual([]);
    await erase(workspace, workspace.id, name);
    expect(await allBytes(workspace, traces(listedLead))).toEqual([]);
    expect(brokenInvariants(workspace.app().reader)).toEqual({});
    const { rows } = await workspace.call('leads.list', { search: listedLead.lastName });
    expect(rows).toEqual([]);
  });

  it('cannot be undone: no undo and no redo brings anything of them back', async () => {
    const workspace = await aWorkspaceWith(listedLead);
    await erase(workspace, workspace.id, name);
    while ((await workspace.call('journal.undo', {})).label !== null)
      expect(brokenInvariants(workspace.app().reader)).toEqual({});
    expect(await allBytes(workspace, traces(listedLead))).toEqual([]);
    while ((await workspace.call('journal.redo', {})).label !== null);
    expect(brokenInvariants(workspace.app().reader)).toEqual({});
    expect(await allBytes(workspace, traces(listedLead))).toEqual([]);
  });

  it('leaves notes about others as they are unless they are asked for', async () => {
    const workspace = await aWorkspaceWith(listedLead);
    const { call, id, otherId } = workspace;
    const preview = await call('privacy.preview', { jobId: 'preview', ids: [id] });
    expect(preview.leads).toEqual([{ id, name }]);
    expect(preview.otherCount).toBe(2);
    expect(preview.others.map(({ name: of }) => of)).toEqual(['Mara', 'Mara']);
    expect(preview.counts).toMatchObject({ lead: 1, activity: 3, deal: 1, score_adjustment: 1 });
    expect(preview.workspaceTexts).toBeGreaterThanOrEqual(3);
    await erase(workspace, id, name, false);
    expect((await call('leads.get', { id: otherId })).lead.notes).toBe(`Sister of ${name}.`);
    expect(await allBytes(workspace, [listedLead.email, listedLead.phone, 'sesquipedalian'])).toEqual([]);
  });

  it('takes the name out of notes about others, and of the way back to them, when asked for', async () => {
    const workspace = await aWorkspaceWith(listedLead);
    await erase(workspace, workspace.id, name);
    const { lead, activities } = await workspace.call('leads.get', { id: workspace.otherId });
    expect(lead.notes).toBe('Sister of [erased].');
    expect(activities.map(({ note }) => note)).toEqual(['Asked about [erased]']);
    expect(activities.map(({ content }) => content)).toEqual(['Letter of [erased]']);
  });

  it('takes the name out of what is remembered of files, and leaves the rest of it in use', async () => {
    const workspace = await aWorkspaceWith(listedLead);
    const before = await workspace.call('imports.memory', {});
    expect(JSON.stringify(before.readings)).toContain(JSON.stringify(name).slice(1, -1));
    expect(before.values.map(({ value }) => value)).toEqual([`Sent by ${name}`]);
    expect(before.addresses).toHaveLength(2);
    await erase(workspace, workspace.id, name, false);
    const { readings, values, addresses } = await workspace.call('imports.memory', {});
    expect(readings.map(({ fileName }) => fileName)).toEqual(['List of [erased].csv']);
    expect(values.map(({ value, to }) => [value, to])).toEqual([['Sent by [erased]', 'sql']]);
    expect(addresses.map(({ address }) => address)).toEqual(['office@us.example']);
  });

  it('keeps the closed figures, and the minutes without the name', async () => {
    const workspace = await aWorkspaceWith(listedLead);
    const stored = () =>
      workspace.app().reader.get<{ figures: string; closed_at: number }>('SELECT figures, closed_at FROM review');
    const before = stored();
    await erase(workspace, workspace.id, name);
    expect(stored()).toEqual(before);
    const { text } = workspace.app().reader.get<{ text: string }>('SELECT text FROM decision') ?? { text: '' };
    expect(text).toBe('Call [erased] first');
    expect(workspace.app().reader.pluck("SELECT minutes ->> 'notes' FROM review")).toEqual([
      '[erased] liked the fair; write to [erased].',
    ]);
  });

  it('refuses them in a later import, with the reason, and takes everybody else', async () => {
    const workspace = await aWorkspaceWith(listedLead);
    const { call, id } = workspace;
    await erase(workspace, id, name);
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const { firstName, lastName, email, phone, company } = listedLead;
    const source = sourceOf(
      [
        'First name;Last name;E-mail;Phone;Company',
        ['Somebody', 'Else', email.toUpperCase(), '', ''],
        [firstName, lastName, '', '', company],
        [firstName.toUpperCase(), lastName, '', phone, ''],
        ['Nora', 'New', 'nora@new.example', phone, company],
      ]
        .map(row => (typeof row === 'string' ? row : row.map(cell).join(';')))
        .join('\n'),
    );
    const { mapping } = await call('imports.read', { jobId: 'read', source });
    const tried = await call('imports.check', { jobId: 'check', source, mapping });
    const { counts, rejected } = await call('imports.run', { jobId: 'again', source, mapping });
    expect(tried.counts).toEqual(counts);
    expect(counts).toMatchObject({ created: 1, rejected: 3 });
    expect(rejected.map(({ reason }) => reason)).toEqual([
      'A person with this e-mail address was erased, so it is not imported again.',
      'A person of this name and company was erased, so it is not imported again.',
      'A person with this name and phone number was erased, so it is not imported again.',
    ]);
  });
});

describe('erasing', () => {
  it('asks for the name as it is now, and erases nobody otherwise', async () => {
    const workspace = aWorkspace();
    const { id } = await workspace.call('leads.create', { attributes: { firstName: 'Ada', lastName: 'Holm' } });
    const query = { jobId: 'a', ids: [id], name: 'Ada Holmes', others: true, reason: 'request' as const };
    expect(await workspace.appError('privacy.erase', query)).toBe(
      'This is now Ada Holm, not Ada Holmes. No one was erased; look again.',
    );
    expect((await workspace.call('workspace.get', {})).leadCount).toBe(1);
  });

  it('can be stopped, and then nobody is erased', async () => {
    const workspace = aWorkspace();
    const { id } = await workspace.call('leads.create', { attributes: { firstName: 'Ada', lastName: 'Holm' } });
    await workspace.call('privacy.cancel', { jobId: 'a' });
    const query = { jobId: 'a', ids: [id], name: 'Ada Holm', others: true, reason: 'request' as const };
    expect(await workspace.appError('privacy.erase', query)).toBe('Stopped. No one was erased.');
    expect((await workspace.call('workspace.get', {})).leadCount).toBe(1);
    expect(await workspace.call('privacy.erasures', {})).toEqual([]);
  });

  it('is logged without a name', async () => {
    const workspace = aWorkspace();
    const { id } = await workspace.call('leads.create', { attributes: { firstName: 'Ada', lastName: 'Holm' } });
    await erase(workspace, id, 'Ada Holm');
    const log = await workspace.call('privacy.erasures', {});
    expect(log).toMatchObject([{ at: workspace.clock.now, reason: 'request', counts: { lead: 1, stage_change: 1 } }]);
    expect(JSON.stringify(log)).not.toMatch(/Ada|Holm/);
    expect(workspace.app().reader.pluck('SELECT rewritten FROM erasure')).toEqual([1]);
  });

  it('leaves namesakes in other words alone', async () => {
    const workspace = aWorkspace();
    const { id } = await workspace.call('leads.create', { attributes: { firstName: 'Ann', lastName: 'Lee' } });
    const { id: other } = await workspace.call('leads.create', {
      attributes: {
        firstName: 'Joann',
        lastName: 'Leeds',
        notes: 'Joann Leeds, not Ann Leeds; Ann Lee-Smith? lee ann',
      },
    });
    await erase(workspace, id, 'Ann Lee');
    const { lead } = await workspace.call('leads.get', { id: other });
    expect(lead).toMatchObject({ firstName: 'Joann', notes: 'Joann Leeds, not Ann Leeds; [erased]-Smith? [erased]' });
  });

  it('knows of every table whether names are looked for in it', () => {
    const searched = [...searchedTables, ...notSearched].sort();
    expect(searched).toEqual([...new Set(searched)]);
    expect(searched).toEqual([...schema.map(([table]) => table), 'change', 'step'].sort());
  });

  it('leaves nothing of anybody, whatever was done before, and undo and redo go on working', {
    timeout: 120_000,
  }, async () => {
    const begin = { firstName: 'Ottoline', lastName: 'Quillfeather', email: 'otto@zymurgy.example' };
    await fc.assert(
      fc.asyncProperty(fc.array(randomStep, { minLength: 5, maxLength: 25 }), fc.nat(20), async (steps, position) => {
        const workspace = aWorkspace();
        const { id } = await workspace.call('leads.create', { attributes: begin });
        for (const step of steps.slice(0, position)) await doStep(workspace, step);
        const { reader } = workspace.app();
        const lead = reader.get<{ first_name: string | null }>('SELECT first_name FROM lead WHERE id = ?', [id]);
        if (!lead) return;
        const preview = await workspace.call('privacy.preview', { jobId: 'preview', ids: [id] });
        await erase(workspace, id, preview.leads[0]?.name ?? '');
        for (const step of steps.slice(position)) await doStep(workspace, step);
        while ((await workspace.call('journal.undo', {})).label !== null);
        while ((await workspace.call('journal.redo', {})).label !== null);
        expect(brokenInvariants(workspace.app().reader)).toEqual({});
        expect(await allBytes(workspace, ['Quillfeather', 'otto@zymurgy.example', id])).toEqual([]);
      }),
      { numRuns: times(10, 200) },
    );
  });
});
