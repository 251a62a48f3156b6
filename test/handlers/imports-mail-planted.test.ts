// A generated mailbox with planted truth comes in as what it is: nobody missed, nobody invented, no quoted words, no wrong guess.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { berlin, runConfirmed } from '../support/imported.ts';
import { foundIn, recoveryOf } from '../support/mailbox-recovery.ts';
import { plantedOwner, writePlantedMailbox } from '../support/planted-mailbox.ts';
import { seed } from '../support/seed.ts';
import { aFolder } from '../support/workspace.ts';

test('1,500 messages', async () => {
  const path = join(aFolder(), 'inbox.mbox');
  const planted = writePlantedMailbox(path, 1500, seed);
  const workspace = berlin();
  const source = { kind: 'file', path } as const;
  const unknown = await workspace.call('imports.read', { jobId: 'r', source });
  expect(unknown.preview.mail?.own.filter(one => one.likely).map(({ address }) => address)).toEqual([plantedOwner]);
  await workspace.call('imports.addOwnAddress', { address: plantedOwner });
  const { preview, mapping, choices } = await workspace.call('imports.read', { jobId: 'r', source });
  expect(Object.fromEntries(preview.mail?.leftOut.map(({ why, count }) => [why, count]) ?? [])).toEqual(planted.apart);
  await runConfirmed(workspace, { jobId: 'x', source, choices, mapping, decisions: { rows: [], alike: [] } });
  const recovery = recoveryOf(planted, foundIn(workspace.app().reader));
  expect(recovery).toMatchObject({
    missed: 0,
    invented: 0,
    wrongNotes: 0,
    wrongGuesses: 0,
    strangers: 0,
    wrongNames: 0,
  });
  expect(recovery.missedGuesses / (recovery.companies + recovery.phones)).toBeLessThan(0.15);
});
