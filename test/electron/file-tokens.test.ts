// A page that was taken over reads no file and opens no page that the owner did not choose.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isNetworkPath } from '../../electron/ipc/file-tokens.ts';
import { contract } from '../../shared/contract.ts';
import { startHost } from '../support/host.ts';
import { aFolder } from '../support/workspace.ts';

async function aHost() {
  const here = startHost();
  here.lead.newWorkspace = join(here.folder, 'Mill.ripen');
  await here.call('workspaces.create', {});
  const secret = join(here.folder, 'secret.csv');
  writeFileSync(secret, 'First name;E-mail\nAda;ada@mill.example\n');
  return { ...here, secret };
}

describe('a file to import', () => {
  it('is read by the token that a dialog gave for it, which says its name', async () => {
    const { call, lead, secret } = await aHost();
    lead.imports = [secret];
    const { paths } = await call('files.choose', { purpose: 'import' });
    expect(paths[0]).toMatch(/^[0-9a-f]{32}\/secret\.csv$/);
    const source = { kind: 'file', path: paths[0] ?? '' } as const;
    const { preview } = await call('imports.read', { jobId: 'a', source, choices: {}, like: null });
    expect(preview.fileName).toBe('secret.csv');
  });

  it('is read by the token of a drop', async () => {
    const { host, call, secret } = await aHost();
    const token = host.tokenFor(secret);
    if (!token.ok) throw new Error(token.error.message);
    const source = { kind: 'file', path: token.value } as const;
    expect((await call('imports.read', { jobId: 'a', source, choices: {}, like: null })).preview.fileName).toBe(
      'secret.csv',
    );
  });

  it('is never read by its path, in whatever call', async () => {
    const { raw, secret } = await aHost();
    const sources = [
      secret,
      `../${secret}`,
      `0123456789abcdef0123456789abcdef/${secret}`,
      '/etc/passwd',
      '\\\\evil\\share\\a.csv',
    ];
    for (const path of sources) {
      for (const name of [
        'imports.read',
        'imports.check',
        'imports.run',
        'imports.saveRejected',
        'imports.cells',
        'imports.saveCells',
      ]) {
        const answer = await raw(name, { jobId: 'a', source: { kind: 'file', path }, choices: {}, like: null });
        expect(answer).toMatchObject({
          ok: false,
          error: { kind: 'not-found', message: expect.stringMatching(/^Choose the file/) },
        });
      }
      for (const name of ['criteriaFile.read', 'criteriaFile.take']) {
        expect(await raw(name, { path })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
      }
    }
  });

  it('is all that a call may name by its place', () => {
    const inputs = Object.entries(contract).map(([name, { input }]) => {
      const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
      return [name, JSON.stringify(schema)] as const;
    });
    const named = inputs.filter(([, schema]) => /"(?:path|file|folder|token)":{/.test(schema)).map(([name]) => name);
    expect(named.sort()).toEqual([
      'criteriaFile.read',
      'criteriaFile.take',
      'imports.cells',
      'imports.check',
      'imports.read',
      'imports.run',
      'imports.saveCells',
      'imports.saveRejected',
      'leadFiles.add',
      'leadFiles.look',
      // Tokens of folders and invitations that a dialog gave.
      'sharing.join',
      'sharing.setPlace',
      'sharing.start',
      // Only what the owner opened before.
      'workspaces.forget',
      'workspaces.open',
    ]);
  });

  it.each([
    '\\\\server\\share\\list.csv',
    '//server/share/list.csv',
    '\\\\?\\UNC\\server\\list.csv',
    '\\\\.\\pipe\\list',
  ])('is refused on another computer: %s', path => {
    expect(isNetworkPath(path)).toBe(true);
    const { host } = startHost();
    expect(host.tokenFor(path)).toMatchObject({ ok: false, error: { message: expect.stringMatching(/Copy it/) } });
  });
});

describe('a workspace', () => {
  it('is opened by the page only when the owner opened it before', async () => {
    const { raw, call, folder, lead } = await aHost();
    const other = join(aFolder(), 'Other.ripen');
    const rejected = {
      ok: false,
      error: { kind: 'not-found', message: expect.stringMatching(/not opened here before/) },
    };
    for (const file of [other, '/etc/passwd', `${folder}/./Mill.ripen`]) {
      expect(await raw('workspaces.open', { file })).toMatchObject(rejected);
    }
    lead.newWorkspace = other;
    await call('workspaces.create', {});
    await call('workspaces.open', { file: join(folder, 'Mill.ripen') });
    await call('workspaces.open', { file: other });
    expect((await call('workspaces.state', {})).open?.file).toBe(other);
  });

  it('is opened by the system wherever it lies', async () => {
    const { host, call, folder } = await aHost();
    await call('workspaces.close', {});
    expect(await host.openFile(join(folder, 'Mill.ripen'))).toMatchObject({ ok: true });
    expect(await host.openFile(join(folder, 'no.ripen'))).toMatchObject({ ok: false, error: { kind: 'file' } });
  });
});

describe('a link', () => {
  it('is opened when the owner says so', async () => {
    const { call, lead, opened } = await aHost();
    expect(await call('links.open', { url: 'https://mill.example/a' })).toEqual({ opened: true });
    lead.mayOpenLinks = false;
    expect(await call('links.open', { url: 'https://mill.example/b' })).toEqual({ opened: false });
    expect(opened).toEqual(['https://mill.example/a']);
  });
});
