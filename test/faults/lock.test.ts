// The open file is ours alone (P26): whatever this process opens and closes meanwhile, no second one gets in, and nobody is locked out for good.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, linkSync, openSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledChildren, childEnv, openElsewhere } from '../support/children.ts';
import { startHost } from '../support/host.ts';
import { times } from '../support/long.ts';
import { aFolder, aWorkspace } from '../support/workspace.ts';

const inUse = /is already open in Ripen, here or on another computer\. Close it there first\./;

describe.skipIf(process.platform === 'win32')('an open workspace', () => {
  it(`is refused to a second process ${times(3, 20)} times of ${times(3, 20)}, whatever is done with its other names`, async () => {
    const { host, call, raw, lead } = startHost();
    const folder = aFolder();
    const file = join(folder, 'Mill.ripen');
    lead.newWorkspace = file;
    await call('workspaces.create', {});
    const linked = join(aFolder(), 'linked');
    symlinkSync(folder, linked);
    const aliases = ['link.ripen', 'second.ripen', 'list.csv', 'rules.json'].map(name => join(folder, name));
    symlinkSync(file, aliases[0] ?? '');
    for (const alias of aliases.slice(1)) linkSync(file, alias);
    aliases.push(join(linked, 'Mill.ripen'), `${folder}/./Mill.ripen`);
    const got: string[] = [];
    for (let n = 0; n < times(3, 20); n += 1) {
      const alias = aliases[n % aliases.length] ?? '';
      await host.openFile(alias);
      lead.imports = [alias];
      lead.criteria = alias;
      lead.save = alias;
      const [chosen] = (await call('files.choose', { purpose: 'import' })).paths;
      const [rules] = (await call('files.choose', { purpose: 'criteria' })).paths;
      await raw('imports.read', { jobId: 'a', source: { kind: 'file', path: chosen }, choices: {}, like: null });
      await raw('criteriaFile.read', { path: rules });
      await raw('backups.saveCopy', {});
      await call('leads.create', { attributes: { firstName: `Ada ${n}` } });
      const { opened, message } = await openElsewhere(n % 2 === 0 ? file : alias);
      if (opened || !inUse.test(message ?? '')) got.push(`${n} by ${alias}: ${message}`);
    }
    expect(got).toEqual([]);
    expect((await call('leads.list', {})).total).toBe(times(3, 20));
    expect((await call('workspaces.state', {})).open?.file).toBe(file);
  });

  it('is still refused when the lock on the file itself is lost, to the same user and to another one', async () => {
    const { file, call } = aWorkspace();
    await call('leads.create', { attributes: { firstName: 'Ada' } });
    // What a library that reads files, of whom nobody knows, would do.
    closeSync(openSync(file, 'r'));
    for (const asNobody of [false, true, false]) {
      const { opened } = await openElsewhere(file, { asNobody });
      expect(opened).toBe(false);
    }
    await call('leads.create', { attributes: { firstName: 'Bo' } });
  });

  it('leaves no lock behind when it is closed', () => {
    const { file, app } = aWorkspace();
    expect(existsSync(`${file}-lock`)).toBe(true);
    app().close();
    expect(readdirSync(dirname(file))).toEqual(['test.ripen']);
  });
});

/** Works on the file until it is killed; resolves when it has. */
function killedAtWork(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundledChildren, 'work.mjs'), file], { env: childEnv });
    child.stdout.once('data', () => child.kill('SIGKILL'));
    child.on('close', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error('It ended by itself.'))));
  });
}

describe('a lock that was left behind', () => {
  it.skipIf(process.platform === 'win32')('by a process that was killed locks nobody out', async () => {
    const { file, app } = aWorkspace();
    app().close();
    await killedAtWork(file);
    expect(existsSync(`${file}-lock`)).toBe(true);
    expect(await openElsewhere(file)).toMatchObject({ opened: true });
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  it.each([
    ['that is no lock at all', (lock: string) => writeFileSync(lock, 'x'.repeat(5000))],
    ['that is empty', (lock: string) => writeFileSync(lock, '')],
    ['that leads nowhere', (lock: string) => symlinkSync(join(dirname(lock), 'nowhere', 'at', 'all'), lock)],
  ])('%s locks nobody out either', async (_, make) => {
    const { file, app, reopen, call } = aWorkspace();
    app().close();
    make(`${file}-lock`);
    reopen();
    await call('leads.create', { attributes: { firstName: 'Ada' } });
    expect(await openElsewhere(file)).toMatchObject({ opened: false });
  });
});
