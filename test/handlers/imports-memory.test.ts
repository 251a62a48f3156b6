// What was corrected once is remembered for that kind of file: encoding, header row, meanings of words, own addresses.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mapping, ReadChoices } from '../../shared/import.ts';
import { encode } from '../domain/import/encodings.ts';
import { berlin, everybody, names, runConfirmed } from '../support/imported.ts';
import { aFolder, type TestWorkspace } from '../support/workspace.ts';

const none = { rows: [], alike: [] };

function written(bytes: string | Uint8Array, name = 'list.csv') {
  const path = join(aFolder(), name);
  writeFileSync(path, bytes);
  return { kind: 'file', path } as const;
}
type Source = ReturnType<typeof written>;

const read = ({ call }: TestWorkspace, source: Source, choices: ReadChoices = {}) =>
  call('imports.read', { jobId: 'r', source, choices });

/** Imports as the screen does: what was read is what is written. */
async function bring(workspace: TestWorkspace, source: Source, choices: ReadChoices = {}, change = (m: Mapping) => m) {
  const seen = await read(workspace, source, choices);
  const request = { jobId: 'x', source, choices: seen.choices, mapping: change(seen.mapping), decisions: none };
  const result = await runConfirmed(workspace, request);
  return { ...seen, ...result };
}

const memory = ({ call }: TestWorkspace) => call('imports.memory', {});
const undo = (workspace: TestWorkspace) => workspace.call('journal.undo', {});

const macFile = (name: string) =>
  written(encode(`Name;E-Mail\n${name};${name.length}@mill.example\n`, 'macintosh', false));

describe('the encoding', () => {
  // The Mac's own letters for ü and ö look like letters of Windows, too.
  it.each([['Jörg Müller'], ['Jürgen Köhl'], ['Rüdiger Völl']])('of %s is asked once', async name => {
    const workspace = berlin();
    const first = await bring(workspace, macFile('Günther Löw'), { encoding: 'macintosh' });
    expect(first.recalled.reading).toBeNull();
    const again = await bring(workspace, macFile(name));
    expect(again.preview.encoding).toBe('macintosh');
    expect(again.recalled.reading?.choices).toEqual({ encoding: 'macintosh' });
    expect(names(workspace)).toContain(name);
  });

  it('of a file that is surely UTF-8 stays UTF-8, and other headers are another kind of file', async () => {
    const workspace = berlin();
    await bring(workspace, macFile('Änne Öttl'), { encoding: 'macintosh' });
    const utf = await read(workspace, written('Name;E-Mail\nJörg Müller;j@mill.example\n'));
    expect([utf.preview.encoding, utf.recalled.reading]).toEqual(['utf-8', null]);
    const other = await read(workspace, written(encode('Kontakt;Mail\nJörg;j@mill.example\n', 'windows-1252', false)));
    expect([other.preview.encoding, other.recalled.reading]).toEqual(['windows-1252', null]);
  });

  it.each([['Müller'], ['Zoë Grün'], ['Käthe Schön']])(
    'of a file that is found to be in another one than the corrected file is left as it is: %s',
    async name => {
      const workspace = berlin();
      await bring(workspace, macFile('Günther Löw'), { encoding: 'macintosh' });
      const windows = written(encode(`Name;E-Mail\n${name};m@mill.example\n`, 'windows-1252', false));
      const seen = await bring(workspace, windows);
      expect([seen.preview.encoding, seen.recalled.reading]).toEqual(['windows-1252', null]);
      expect(names(workspace)).toContain(name);
    },
  );

  it('corrected again for a file that looks otherwise is remembered for such files', async () => {
    const workspace = berlin();
    await bring(workspace, macFile('Günther Löw'), { encoding: 'macintosh' });
    expect((await read(workspace, macFile('Änne Öttl'))).recalled.reading).toBeNull();
    await bring(workspace, macFile('Änne Öttl'), { encoding: 'macintosh' });
    expect((await read(workspace, macFile('Öttl'))).recalled.reading?.choices).toEqual({ encoding: 'macintosh' });
  });

  it('is forgotten, also by an undo of the import that it came with', async () => {
    const workspace = berlin();
    await bring(workspace, macFile('Günther Löw'), { encoding: 'macintosh' });
    const [reading] = (await memory(workspace)).readings;
    expect(reading?.encoding).toMatch(/mac/i);
    await workspace.call('imports.forget', { ids: [reading?.id ?? ''] });
    expect((await read(workspace, macFile('Jörg Müller'))).recalled.reading).toBeNull();
    await undo(workspace);
    expect((await read(workspace, macFile('Jörg Müller'))).preview.encoding).toBe('macintosh');
  });

  it('chosen anew takes the place of the one remembered', async () => {
    const workspace = berlin();
    await bring(workspace, macFile('Günther Löw'), { encoding: 'macintosh' });
    const seen = await read(workspace, macFile('Jörg Müller'), { encoding: 'windows-1252' });
    expect([seen.preview.encoding, seen.recalled.reading]).toEqual(['windows-1252', null]);
    await bring(workspace, macFile('Jörg Müller'), { encoding: 'windows-1252' });
    expect((await memory(workspace)).readings.map(({ choices }) => choices.encoding)).not.toContain('macintosh');
  });

  it('stays in its own workspace, and there after a restart', async () => {
    const workspace = berlin();
    await bring(workspace, macFile('Günther Löw'), { encoding: 'macintosh' });
    workspace.reopen();
    expect((await read(workspace, macFile('Jörg Müller'))).recalled.reading).not.toBeNull();
    expect((await read(berlin(), macFile('Jörg Müller'))).recalled.reading).toBeNull();
  });
});

/** Names nobody knows, below as many titles as there are. */
const titled = (titles: readonly string[], person: string) =>
  written([...titles, 'Wer;Wo;Womit', `${person};Ulm;rot`, `Bo ${person};Bonn;blau`].join('\n'));

describe('the header row', () => {
  const first = () => titled(['Liste;Stand;Mai', 'Mappe;Blatt;Seite'], 'Ada Holm');
  it.each([
    [['Liste;Stand;Juni', 'Mappe;Blatt;Seite'], 2],
    [['Liste;Stand;Juli', 'Mappe;Blatt;Seite', 'noch;eine;Zeile'], 3],
    [['Liste;Stand;August'], 1],
  ])('below %j is found by its names', async (titles, row) => {
    const workspace = berlin();
    expect((await read(workspace, first())).preview.headerRow).not.toBe(2);
    const corrected = await bring(workspace, first(), { headerRow: 2, headerRows: 1 });
    expect(corrected.preview.columns.map(({ header }) => header)).toEqual(['Wer', 'Wo', 'Womit']);
    const again = await read(workspace, titled(titles, 'Eva Kurz'));
    expect(again.preview.headerRow).toBe(row);
    expect(again.recalled.reading?.choices.headerRow).toBe(row);
    expect(again.preview.rows[0]?.[0]).toBe('Eva Kurz');
  });

  const bare = (who: string) => written(`${who};Mühle GmbH;rot\nBo Lind;Quay AG;blau\n`);
  it.each(['Eva Kurz', 'Ada Holm', 'Zoë Grün'])('that is none is remembered: %s is a person', async who => {
    const workspace = berlin();
    expect((await read(workspace, bare('Jo Falk'))).preview.headerRow).toBe(0);
    await bring(workspace, bare('Jo Falk'), { headerRow: -1 });
    const again = await bring(workspace, bare(who));
    expect(again.recalled.reading?.choices).toEqual({ headerRow: -1 });
    expect(again.preview.rows.map(([name]) => name)).toEqual([who, 'Bo Lind']);
    const headed = await read(workspace, written('Name;Firma;Ort\nAda Holm;Mill;Ulm\n'));
    expect([headed.preview.headerRow, headed.recalled.reading]).toEqual([0, null]);
  });
});

const statuses = (header: string, word: string, more = '') =>
  written(`Name;E-Mail;${header}${more && `;${more}`}\nAda Holm;ada@mill.example;${word}${more && ';x'}\n`);
const means =
  (to: string | null) =>
  (mapping: Mapping): Mapping => ({
    ...mapping,
    values: mapping.values.map(one => (one.target === 'stage' ? { ...one, to } : one)),
  });

describe('an import that is taken back', () => {
  it('keeps its corrections when it is undone by itself, and takes them along when its step is undone', async () => {
    const workspace = berlin();
    const { batchId } = await bring(workspace, macFile('Günther Löw'), { encoding: 'macintosh' });
    await workspace.call('imports.undo', { jobId: 'u', batchId });
    expect(names(workspace)).toEqual([]);
    expect((await read(workspace, macFile('Jörg Müller'))).recalled.reading?.choices.encoding).toBe('macintosh');
    await undo(workspace);
    await undo(workspace);
    expect(names(workspace)).toEqual([]);
    expect((await read(workspace, macFile('Jörg Müller'))).recalled.reading).toBeNull();
    await workspace.call('journal.redo', {});
    expect((await read(workspace, macFile('Jörg Müller'))).recalled.reading?.choices.encoding).toBe('macintosh');
  });
});

describe('the meaning of a word', () => {
  it.each([
    ['Status', 'Angebot raus', 'sql'],
    ['Stage', 'Tasting booked', 'opportunity'],
    ['Statut', 'En réflexion', 'mql'],
  ] as const)('%s: %s is asked once, also where the file has one column more', async (header, word, stage) => {
    const workspace = berlin();
    await bring(workspace, statuses(header, word), {}, means(stage));
    const again = await read(workspace, statuses(header, word.toUpperCase(), 'Farbe'));
    expect(again.mapping.values.find(({ target }) => target === 'stage')?.to).toBe(stage);
    expect(again.recalled.values.map(({ to }) => to)).toEqual([stage]);
    // Under another header it is another word.
    const other = await read(workspace, written(`Name;E-Mail;Phase\nBo Lind;bo@quay.example;${word}\n`));
    expect(other.recalled.values).toEqual([]);
  });

  it('that was only guessed is not remembered; set back to the guess, it is forgotten', async () => {
    const workspace = berlin();
    await bring(workspace, statuses('Status', 'Won'));
    expect((await memory(workspace)).values).toEqual([]);
    await bring(workspace, statuses('Status', 'Won', 'A'), {}, means('lost'));
    expect((await memory(workspace)).values.map(({ to }) => to)).toEqual(['lost']);
    await bring(workspace, statuses('Status', 'Won', 'B'), {}, means('customer'));
    expect((await memory(workspace)).values).toEqual([]);
  });

  it('is forgotten also where an import with the same headers has it; undo brings it back', async () => {
    const workspace = berlin();
    await bring(workspace, statuses('Status', 'Warm'), {}, means('sql'));
    const before = await read(workspace, statuses('Status', 'Warm'));
    expect([before.remembered, before.mapping.values[0]?.to]).toEqual([true, 'sql']);
    workspace.clock.now += 1000;
    await workspace.call('imports.forget', { ids: before.recalled.values.map(({ id }) => id) });
    const fresh = await read(berlin(), statuses('Status', 'Warm'));
    const after = await read(workspace, statuses('Status', 'Warm'));
    expect(after.mapping.values).toEqual(fresh.mapping.values);
    await undo(workspace);
    expect((await read(workspace, statuses('Status', 'Warm'))).mapping.values[0]?.to).toBe('sql');
  });

  it('a mapping of a kind of file is forgotten as a whole', async () => {
    const workspace = berlin();
    const source = () => written('Name;E-Mail;Farbe\nAda Holm;ada@mill.example;rot\n');
    const asCity = (mapping: Mapping): Mapping => ({
      ...mapping,
      columns: mapping.columns.map(one => (one.column === 2 ? { ...one, target: 'city' as const } : one)),
    });
    const { preview } = await bring(workspace, source(), {}, asCity);
    expect((await read(workspace, source())).mapping.columns.at(-1)?.target).toBe('city');
    workspace.clock.now += 1000;
    await workspace.call('imports.forget', { ids: [], mappings: [preview.signature] });
    const after = await read(workspace, source());
    expect([after.remembered, after.mapping.columns.at(-1)?.target]).toEqual([false, 'notes']);
  });
});

describe('an own address', () => {
  it.each([
    ['in the only column', 'Name;E-Mail\nAda Holm;office@us.example\nBo Lind;office@us.example\n'],
    [
      'beside the lead’s',
      'Name;E-Mail\nAda Holm;Office@US.example, ada@mill.example\nBo Lind;bo@quay.example; office@us.example\n',
    ],
    ['with our name around it', 'Name;E-Mail\nAda Holm;Us <office@us.example>\nBo Lind;"Us" <office@us.example>\n'],
  ])('%s is nobody’s, told, and kept in the notes', async (_, lines) => {
    const workspace = berlin();
    await workspace.call('imports.addOwnAddress', { address: ' Office@us.example ' });
    const done = await bring(workspace, written(lines.replaceAll('; office', ', office')));
    expect(done.recalled.addresses.map(({ address }) => address)).toEqual(['office@us.example']);
    expect(done.findings.find(({ kind }) => kind === 'own-address')?.count).toBe(2);
    const people = everybody(workspace);
    expect(people.map(({ who }) => who)).toEqual(['Ada Holm', 'Bo Lind']);
    expect(people.map(({ email }) => email ?? '').join()).not.toMatch(/us\.example/i);
    expect(people[0]?.notes).toMatch(/office@us\.example/i);
  });

  it('is offered where it comes again and again, once, undone and forgotten', async () => {
    const workspace = berlin();
    await workspace.call('imports.addOwnAddress', { address: 'office@us.example' });
    await workspace.call('imports.addOwnAddress', { address: 'Office@us.example' });
    const [one, ...more] = (await memory(workspace)).addresses;
    expect(more).toEqual([]);
    await workspace.call('imports.forget', { ids: [one?.id ?? ''] });
    expect((await memory(workspace)).addresses).toEqual([]);
    await undo(workspace);
    expect((await memory(workspace)).addresses).toHaveLength(1);
    await undo(workspace);
    expect((await memory(workspace)).addresses).toEqual([]);
    expect(await workspace.appError('imports.addOwnAddress', { address: 'office at us' })).toMatch(
      'is not an e-mail address',
    );
  });
});
