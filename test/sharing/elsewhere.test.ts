// The folder is read in a process of its own: the same as here, and what never answers holds up nobody.
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type PlaceProcess, placesElsewhere } from '../../electron/sharing/place-elsewhere.ts';
import { bundledChildren, childEnv } from '../support/children.ts';
import { allMeet, computersIn, meetIn, packetFiles } from '../support/shared-folder.ts';
import { aFolder, atTheEnd, type TestWorkspace } from '../support/workspace.ts';

function startProcess(): PlaceProcess {
  const child = fork(join(bundledChildren, 'place.worker.mjs'), { env: childEnv, serialization: 'advanced' });
  atTheEnd(() => void child.kill('SIGKILL'));
  return {
    post: question => void child.send(question),
    onMessage: hear => void child.on('message', message => hear(message as never)),
    onExit: hear => void child.on('exit', hear),
    kill: () => void child.kill('SIGKILL'),
  };
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
