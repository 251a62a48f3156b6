// The folder is read in a process of its own: the same as here, and what never answers holds up nobody.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type PlaceProcess, placesElsewhere } from '../../electron/sharing/place-elsewhere.ts';
import { bundledChildren, childEnv } from '../support/children.ts';
import { allMeet, computersIn, meetIn, packetFiles } from '../support/shared-folder.ts';
import { aFolder, atTheEnd, type TestWorkspace } from '../support/workspace.ts';

let lastChild: ChildProcess | undefined;

function startProcess(): PlaceProcess {
  const child = fork(join(bundledChildren, 'place.worker.mjs'), { env: childEnv, serialization: 'advanced' });
  lastChild = child;
  atTheEnd(() => void child.kill('SIGKILL'));
  return {
    post: question => void child.send(question),
    onMessage: hear => void child.on('message', message => hear(message as never)),
    onExit: hear => void child.on('exit', hear),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** As the system ends one that uses too much memory, or as a network share ends it. */
async function killChild(): Promise<void> {
  const child = lastChild;
  if (!child) throw new Error('None was started.');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const create = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName } })).id;
const namesIn = ({ app }: TestWorkspace) => app().reader.pluck<string>('SELECT first_name FROM lead ORDER BY 1');

it('shares, joins and meets as in this process, also with what was damaged', async () => {
  const folder = aFolder();
  const place = placesElsewhere(startProcess).placeOf({ kind: 'folder', path: folder });
  const [a, b] = (await computersIn(place, 2, first => create(first, 'Ada'))) as [TestWorkspace, TestWorkspace];
  await create(a, 'Bo');
  await create(b, 'Cy');
  await allMeet(place, [a, b]);
  await allMeet(folder, [a, b]);
  expect(namesIn(b)).toEqual(['Ada', 'Bo', 'Cy']);
  await create(a, 'Di');
  await meetIn(place, a);
  const [file = ''] = packetFiles(folder).filter(name => name.endsWith('2-1.packet'));
  rmSync(file);
  mkdirSync(file);
  expect((await meetIn(place, b)).problems.map(({ reason }) => reason)).toEqual(['unreadable']);
});

it.skipIf(process.platform === 'win32')(
  'ends a read that never comes to an end, says so, and meets again',
  async () => {
    const folder = aFolder();
    const place = placesElsewhere(startProcess, 3000).placeOf({ kind: 'folder', path: folder });
    const [a, b] = (await computersIn(place, 2)) as [TestWorkspace, TestWorkspace];
    await create(a, 'Ada');
    await meetIn(place, a);
    // Opening a pipe that nobody writes to waits for ever, as reading a file does that a cloud client has put away.
    const stuck = join(folder, 'steps', '00ff', '1-1.packet');
    mkdirSync(join(folder, 'steps', '00ff'));
    execFileSync('mkfifo', [stuck]);
    await expect(meetIn(place, b)).rejects.toThrow('does not answer. Your work is safe here');
    await create(b, 'Bo');
    expect(namesIn(b)).toEqual(['Bo']);
    rmSync(stuck);
    await allMeet(place, [a, b]);
    expect(namesIn(a)).toEqual(['Ada', 'Bo']);
  },
);

it('fails to put a start when the process ends between two chunks, and leaves none', async () => {
  const folder = aFolder();
  const place = placesElsewhere(startProcess).placeOf({ kind: 'folder', path: folder });
  async function* chunks() {
    yield Buffer.from('one');
    await killChild();
    yield Buffer.from('two');
  }
  await expect(place.putStart('w', { size: 6, chunks: chunks() })).rejects.toThrow('does not answer');
  expect(existsSync(join(folder, 'start.sealed'))).toBe(false);
});

it('reads no further in a list of packets that went with its process', async () => {
  const place = placesElsewhere(startProcess).placeOf({ kind: 'folder', path: aFolder() });
  const copies = await place.segmentsBehind({ workspace: 'w', writer: 'a' }, 0);
  await killChild();
  await expect(copies(1, 1)).rejects.toThrow('does not answer');
});
