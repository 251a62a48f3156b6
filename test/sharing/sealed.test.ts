// Who keeps the place where computers meet reads nothing there, and can change, swap or repeat nothing.
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storedKeys } from '../../electron/encryption/keys.ts';
import { joinWorkspace } from '../../electron/open-workspace.ts';
import { folderPlace } from '../../electron/sharing/folder.ts';
import {
  changePlaceKeys,
  ensureSealedWith,
  newPlaceKeys,
  openPlaceKeys,
  takePlaceKeys,
} from '../../electron/sharing/place-keys.ts';
import { seal, unseal } from '../../electron/sharing/seal.ts';
import { sealedPlace } from '../../electron/sharing/sealed-place.ts';
import { allMeet, meetIn, packetFiles, twoComputers } from '../support/shared-folder.ts';
import { testKeys } from '../support/test-keys.ts';
import { aFolder, aWorkspace, migrationsFolder, monday, type TestWorkspace } from '../support/workspace.ts';

const create = async ({ call }: TestWorkspace, attributes: object) => (await call('leads.create', { attributes })).id;
const namesIn = ({ app }: TestWorkspace) => app().reader.pluck<string>('SELECT first_name FROM lead ORDER BY 1');
const cheap = { n: 2 ** 10 };

/** Every byte of a folder, one file after the other, and their names. */
function everythingIn(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.map(name => join(folder, name)).filter(file => statSync(file).isFile());
  return Buffer.concat([Buffer.from(names.join('\n')), ...files.map(file => readFileSync(file))]);
}

describe('what lies in the folder', () => {
  it('holds no name, address or word of the workspace', async () => {
    const words = ['Wilhelmina', 'wilhelmina@sugarmill.example', 'Sugarmill', 'Priyanka', 'Rumpelstilz'];
    const { folder, a, b } = await twoComputers(async first => {
      await create(first, { firstName: words[0], email: words[1], company: words[2] });
      await first.call('members.save', { id: null, name: 'Priyanka', side: 'sales', archived: false });
      await first.call('settings.update', { name: 'Rumpelstilz' });
    });
    await create(b, { firstName: 'Wilhelmina', company: 'Sugarmill', notes: 'Rumpelstilz '.repeat(500) });
    await allMeet(folder, [a, b]);
    await sealedPlace(folderPlace(folder), testKeys).putDevice(
      { workspace: 'w', writer: 'aa' },
      Buffer.from('Priyanka'),
    );
    const bytes = everythingIn(folder);
    expect(bytes.length).toBeGreaterThan(10_000);
    for (const word of words)
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect([word, bytes.includes(Buffer.from(word, encoding))]).toEqual([word, false]);
    // The same search finds them where nothing is sealed.
    a.app().close();
    expect(readFileSync(a.file).includes('Priyanka')).toBe(true);
  });

  it.each<[what: string, harm: (first: string, second: string) => void]>([
    ['swapped', (first, second) => swap(first, second)],
    ['repeated under another number', (first, second) => copyFileSync(first, second)],
    ['altered by a bit at its end', (_, second) => flip(second, -1)],
    ['altered in the line it begins with', (_, second) => flip(second, 40)],
  ])('is not believed when a packet is %s', async (_, harm) => {
    const { folder, a, b } = await twoComputers();
    await create(a, { firstName: 'Ada' });
    await create(a, { firstName: 'Bo' });
    await meetIn(folder, a);
    const [first = '', second = ''] = packetFiles(folder);
    const good = [first, second].map(file => readFileSync(file));
    harm(first, second);
    const before = namesIn(b);
    const { received, problems } = await meetIn(folder, b);
    expect(problems.map(({ reason }) => reason)).toEqual(['damaged']);
    expect(problems[0]?.sentence).toContain('Nothing of it was applied');
    expect(namesIn(b)).toHaveLength(before.length + received);
    [first, second].forEach((file, at) => void writeFileSync(file, good[at] ?? ''));
    await allMeet(folder, [b, a]);
  });

  it('of another key is left alone, and own work goes on', async () => {
    const { folder, a, b } = await twoComputers();
    await create(a, { firstName: 'Ada' });
    await meetIn(folder, a);
    const other = { ...testKeys, now: { id: 'fedcba9876543210', bytes: Buffer.alloc(32, 9) } };
    const { problems } = await b.app().exchange(sealedPlace(folderPlace(folder), other));
    expect(problems.map(({ reason }) => reason)).toEqual(['locked']);
    await create(b, { firstName: 'Bo' });
    expect(namesIn(b)).toEqual(['Bo']);
  });

  it('cannot be joined with a start whose pieces are cut, swapped or of another key', async () => {
    const folder = aFolder();
    const a = aWorkspace();
    await create(a, { firstName: 'Ada', notes: 'x'.repeat(5000) });
    await a.app().share(sealedPlace(folderPlace(folder), testKeys));
    const start = join(folder, 'start.sealed');
    const whole = readFileSync(start);
    const options = { file: join(aFolder(), 'x.ripen'), migrationsFolder, now: () => monday, deviceId: 'x' };
    const other = { ...testKeys, now: { ...testKeys.now, bytes: Buffer.alloc(32, 9) } };
    const join1 = (keys: typeof testKeys) => joinWorkspace(options, sealedPlace(folderPlace(folder), keys));
    await expect(join1(other)).rejects.toThrow('Nothing was made');
    writeFileSync(start, whole.subarray(0, -1));
    await expect(join1(testKeys)).rejects.toThrow('Nothing was made');
    writeFileSync(start, Buffer.concat([whole, whole]));
    await expect(join1(testKeys)).rejects.toThrow('Nothing was made');
    writeFileSync(start, whole);
    await join1(testKeys);
  });
});

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function swap(first: string, second: string): void {
  const [one, two] = [readFileSync(first), readFileSync(second)];
  writeFileSync(first, two);
  writeFileSync(second, one);
}

const words = 'correct horse battery';

describe('the key of a place', () => {
  it('is opened by the passphrase alone, and opens what was sealed with it', async () => {
    const folder = aFolder();
    const keys = await newPlaceKeys('correct horse battery', cheap);
    const bare = folderPlace(folder);
    await aWorkspace().app().share(sealedPlace(bare, keys));
    const workspace = (await bare.workspace()) ?? '';
    const opened = await openPlaceKeys(bare, workspace, ' correct horse battery');
    expect(opened.now.bytes.equals(keys.now.bytes)).toBe(true);
    await expect(openPlaceKeys(bare, workspace, 'correct horse batter')).rejects.toThrow('not right');
    const text = readFileSync(join(folder, 'workspace.json'), 'utf8');
    expect(text).not.toContain(keys.now.bytes.toString('hex'));
    writeFileSync(join(folder, 'workspace.json'), text.replace(/"n":\d+/, '"n":3000000'));
    await expect(openPlaceKeys(bare, workspace, 'correct horse battery')).rejects.toThrow('is damaged');
  });

  it('is taken from the place only where it holds the present one, and none that is known gets lost', async () => {
    const bare = folderPlace(aFolder());
    const [first, strange] = [await newPlaceKeys('the first passphrase', cheap), await newPlaceKeys(words, cheap)];
    await bare.writeWorkspace('w', JSON.stringify(storedKeys(strange)));
    await expect(takePlaceKeys(bare, 'w', words, first)).rejects.toThrow('does not follow the one of this computer');
    expect((await takePlaceKeys(bare, 'w', words, null)).now.id).toBe(strange.now.id);
    await bare.writeWorkspace('w', JSON.stringify(storedKeys(first)));
    await changePlaceKeys(bare, 'w', first, words, cheap);
    const lost = { id: 'fedcba9876543210', bytes: Buffer.alloc(32, 9) };
    const taken = await takePlaceKeys(bare, 'w', words, { ...first, older: [lost] });
    expect(taken.now.id).not.toBe(first.now.id);
    expect(taken.older.map(({ id }) => id)).toEqual([first.now.id, lost.id]);
    await expect(
      takePlaceKeys(bare, 'w', words, { ...first, now: { ...first.now, bytes: Buffer.alloc(32, 9) } }),
    ).rejects.toThrow('does not follow');
  });

  it('is put back where the place has one that it replaced', async () => {
    const bare = folderPlace(aFolder());
    const first = await newPlaceKeys('the first passphrase', cheap);
    await bare.writeWorkspace('w', JSON.stringify(storedKeys(first)));
    const second = await changePlaceKeys(bare, 'w', first, words, cheap);
    const isBack = async () => expect(await openPlaceKeys(bare, 'w', words)).toEqual(second);
    await bare.writeWorkspace('w', JSON.stringify(storedKeys(first)));
    await expect(takePlaceKeys(bare, 'w', 'the first passphrase', second)).rejects.toThrow('not right');
    await isBack();
    await bare.writeWorkspace('w', JSON.stringify(storedKeys(first)));
    expect(await ensureSealedWith(bare, 'w', second)).toBe(true);
    await isBack();
    expect(await ensureSealedWith(bare, 'w', first)).toBe(false);
  });

  it('seals the same bytes differently each time, and what it opens is bound to its name', async () => {
    const plain = Buffer.from('Ada'.repeat(100));
    const [one, two] = [await seal(testKeys, 'packet w aa 1 1', plain), await seal(testKeys, 'packet w aa 1 1', plain)];
    expect(one.equals(two)).toBe(false);
    expect(one.length).toBeLessThan(plain.length);
    expect((await unseal(testKeys, 'packet w aa 1 1', one)).equals(plain)).toBe(true);
    for (const what of ['packet w aa 1 2', 'packet w aa 2 1', 'packet w ab 1 1', 'packet v aa 1 1', 'device w aa'])
      await expect(unseal(testKeys, what, one)).rejects.toThrow('damaged');
  });
});
