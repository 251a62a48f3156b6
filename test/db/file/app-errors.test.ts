// Files that cannot be used: each is refused with a sentence, and not a byte of it has changed.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { renewLogId } from '../../../electron/db/file/log-id.ts';
import { createWorkspace, makeApp } from '../../../electron/open-workspace.ts';
import { AppError } from '../../../shared/result.ts';
import { openElsewhere } from '../../support/children.ts';
import { fileHash } from '../../support/content.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../../support/workspace.ts';

const optionsFor = (file: string) => ({ file, migrationsFolder, now: () => 0, deviceId: 'test' });

/** A closed workspace with something in it. */
async function aClosedWorkspace(): Promise<string> {
  const { app, call, file } = aWorkspace();
  for (const firstName of ['Ada', 'Bo', 'Cy']) await call('leads.create', { attributes: { firstName } });
  app().close();
  return file;
}

function sentenceFor(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Opening is refused; the file and its folder are as they were. Answers the sentence. */
function toAppError(file: string): string {
  const before = { hash: fileHash(file), folder: readdirSync(dirname(file)) };
  const sentence = sentenceFor(() => makeApp(optionsFor(file)));
  expect({ hash: fileHash(file), folder: readdirSync(dirname(file)) }).toEqual(before);
  return sentence;
}

function setHeader(file: string, pragma: string): void {
  const raw = new Database(file);
  raw.pragma(pragma);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
}

describe('a file of a newer Ripen', () => {
  it('is not touched, and the sentence says what to do', async () => {
    const file = await aClosedWorkspace();
    setHeader(file, 'user_version = 9999');
    expect(toAppError(file)).toMatch(
      /written by a newer version of Ripen \(format 9999; .*\. It was not changed\. Update Ripen/,
    );
  });

  it('is known as such even when its last run was cut short', async () => {
    const file = await aClosedWorkspace();
    const newer = new Database(file);
    renewLogId(newer);
    newer.pragma('user_version = 9999');
    // As kill -9 leaves it: the main file says the old version still, the log beside it the new one.
    const copy = join(aFolder(), 'copy.ripen');
    writeFileSync(copy, readFileSync(file));
    writeFileSync(`${copy}-wal`, readFileSync(`${file}-wal`));
    newer.close();
    expect(sentenceFor(() => makeApp(optionsFor(copy)))).toMatch(/written by a newer version of Ripen/);
    const raw = new Database(copy);
    expect(raw.pragma('user_version', { simple: true })).toBe(9999);
    raw.close();
  });
});

describe('a file that is not a workspace', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const foreign: readonly (readonly [what: string, bytes: () => Buffer])[] = [
    ['with a picture in it', () => Buffer.concat([png, randomBytes(5000)])],
    ['with text in it', () => Buffer.from('First name;Last name\n'.repeat(1000))],
    ['that is encrypted', () => randomBytes(65_536)],
    ['of zeros', () => Buffer.alloc(65_536)],
    ['shorter than a header', () => Buffer.from('SQLite format 3\0')],
  ];
  it.each(foreign)('%s is refused', (_, bytes) => {
    const file = join(aFolder(), 'some.ripen');
    writeFileSync(file, bytes());
    expect(toAppError(file)).toMatch(/is not a Ripen file\. It was not changed/);
  });

  it('of 0 bytes is refused as empty, which a cloud client or a full disk leaves', () => {
    const file = join(aFolder(), 'some.ripen');
    writeFileSync(file, '');
    expect(toAppError(file)).toMatch(/some\.ripen is empty\. It was not changed\. Restore a backup/);
  });

  it('is refused when it is the database of another program', async () => {
    const file = await aClosedWorkspace();
    setHeader(file, 'application_id = 12345');
    expect(toAppError(file)).toMatch(/is not a Ripen file/);
    const plain = join(aFolder(), 'plain.db');
    setHeader(plain, 'user_version = 1');
    expect(toAppError(plain)).toMatch(/is not a Ripen file/);
  });

  it('is refused when it is a folder, or not there at all', () => {
    const folder = join(aFolder(), 'folder.ripen');
    mkdirSync(folder);
    expect(sentenceFor(() => makeApp(optionsFor(folder)))).toMatch(/is not a file/);
    expect(sentenceFor(() => makeApp(optionsFor(join(folder, 'gone.ripen'))))).toMatch(/no longer exists/);
  });
});

describe('a damaged workspace', () => {
  it.each([
    ['at a page', (size: number) => Math.floor(size / 2 / 4096) * 4096],
    ['inside a page', (size: number) => Math.floor(size / 2) + 1234],
    ['after the first page', () => 4096],
    ['inside the first page', () => 700],
  ])('cut off %s is refused and kept as it is', async (_, cut) => {
    const file = await aClosedWorkspace();
    truncateSync(file, cut(readFileSync(file).length));
    expect(toAppError(file)).toMatch(/is damaged\. Ripen has not changed it/);
  });

  it('with a smashed header page is refused and kept as it is', async () => {
    const file = await aClosedWorkspace();
    const bytes = readFileSync(file);
    randomBytes(3996).copy(bytes, 100);
    writeFileSync(file, bytes);
    expect(toAppError(file)).toMatch(/is damaged\. Ripen has not changed it/);
  });
});

describe('a workspace without its criteria', () => {
  it('is refused with a sentence, and is not left locked', async () => {
    const file = await aClosedWorkspace();
    const raw = new Database(file);
    raw.exec('DELETE FROM criteria');
    raw.close();
    expect(toAppError(file)).toMatch(/is missing a part that every Ripen file has\. It was not changed/);
    const again = new Database(file);
    expect(again.prepare('SELECT count(*) FROM lead').pluck().get()).toBe(3);
    again.close();
  });
});

describe.skipIf(process.platform === 'win32')('a place where nothing may be written', () => {
  const nobody = 65_534;
  const readOnly = /^Ripen has no permission to write to .*\. Choose another folder, or open a copy\.$/;

  /** In a folder that everybody may enter; owned by nobody, where we may give it away. */
  async function aSharedFile(): Promise<{ file: string; folder: string }> {
    const source = await aClosedWorkspace();
    const folder = aFolder();
    const file = join(folder, 'shared.ripen');
    writeFileSync(file, readFileSync(source));
    if (process.getuid?.() === 0) {
      chownSync(file, nobody, nobody);
      chownSync(folder, nobody, nobody);
    }
    return { file, folder };
  }

  it('opens for the owner of the file: the test itself is sound', async () => {
    const { file } = await aSharedFile();
    expect(await openElsewhere(file, { asNobody: true })).toMatchObject({ opened: true });
  });

  it.each([
    ['a read-only file', 0o444, 0o755],
    ['a read-only folder', 0o644, 0o555],
    ['a read-only file in a read-only folder', 0o444, 0o555],
    ['a file that may not even be read', 0o000, 0o755],
  ])('%s is refused with what to do', async (_, fileMode, folderMode) => {
    const { file, folder } = await aSharedFile();
    const hash = fileHash(file);
    chmodSync(file, fileMode);
    chmodSync(folder, folderMode);
    const { opened, message } = await openElsewhere(file, { asNobody: true });
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);
    expect({ opened, message }).toEqual({ opened: false, message: expect.stringMatching(readOnly) });
    expect(fileHash(file)).toBe(hash);
    expect(readdirSync(folder)).toEqual(['shared.ripen']);
  });

  it('takes no new workspace either', async () => {
    const { folder } = await aSharedFile();
    chmodSync(folder, 0o555);
    const { message } = await openElsewhere(join(folder, 'new.ripen'), { asNobody: true, make: true });
    chmodSync(folder, 0o755);
    expect(message).toMatch(readOnly);
    expect(readdirSync(folder)).toEqual(['shared.ripen']);
  });
});

describe('a workspace that is open already', () => {
  it('is refused to a second process at once, and the first one goes on', async () => {
    const { call, file } = aWorkspace();
    await call('leads.create', { attributes: { firstName: 'Ada' } });
    const { message, ms } = await openElsewhere(file);
    expect(message).toMatch(/is already open in Ripen, here or on another computer\. Close it there first\./);
    // SQLite would wait for the lock for five seconds; a slow computer takes some hundred milliseconds for the rest.
    expect(ms).toBeLessThan(5000);
    await call('leads.create', { attributes: { firstName: 'Ben' } });
    expect((await call('leads.list', {})).total).toBe(2);
  });

  it('opens for the second process once the first one has closed it', async () => {
    const { app, file } = aWorkspace();
    app().close();
    expect(await openElsewhere(file)).toMatchObject({ opened: true });
  });
});

describe('a name that is too long for what SQLite puts behind it', () => {
  it.each(['x'.repeat(242), 'ü'.repeat(122), '名'.repeat(81)])(
    'is told, for a new file and for one that is there',
    name => {
      const file = join(aFolder(), `${name}.ripen`);
      expect(sentenceFor(() => createWorkspace(optionsFor(file)))).toMatch(/too long for a workspace/);
      writeFileSync(file, 'SQLite format 3');
      expect(sentenceFor(() => makeApp(optionsFor(file)))).toMatch(/too long for a workspace/);
      expect(() => createWorkspace(optionsFor(join(aFolder(), `${'x'.repeat(241)}.ripen`)))).not.toThrow();
    },
  );
});

describe('a new workspace', () => {
  it('never replaces a file that is there', async () => {
    const file = await aClosedWorkspace();
    const hash = fileHash(file);
    expect(sentenceFor(() => createWorkspace(optionsFor(file)))).toMatch(/A file already exists at/);
    expect(fileHash(file)).toBe(hash);
  });

  it('that fails half-way leaves nothing behind, and can be made again at once', () => {
    const file = join(aFolder(), 'new.ripen');
    const broken = aFolder();
    writeFileSync(join(broken, '0001-broken.sql'), 'CREATE TABLE setting (id TEXT PRIMARY KEY); SELECT no_such_thing;');
    expect(() => createWorkspace({ ...optionsFor(file), migrationsFolder: broken })).toThrow(/no_such_thing/);
    expect(readdirSync(dirname(file))).toEqual([]);
    createWorkspace(optionsFor(file));
    expect(readdirSync(dirname(file))).toEqual(['new.ripen']);
  });
});
