// Every shape of a real export goes into a workspace and out of it again: as tried out, sound, and without a trace.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { contentOf } from '../support/content.ts';
import { runConfirmed } from '../support/imported.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { aWorkspace } from '../support/workspace.ts';

const folder = fileURLToPath(new URL('../fixtures/imports/shapes', import.meta.url));

it('each comes in as tried out, is there only once, goes without a trace, and meets those before it', {
  timeout: 300_000,
}, async () => {
  const workspace = aWorkspace();
  const { call, app } = workspace;
  const content = () => Object.entries(contentOf(app().reader)).filter(([table]) => table !== 'import_batch');
  for (const name of readdirSync(folder).filter(file => file !== 'expected.txt')) {
    const source = { kind: 'file', path: `${folder}/${name}` } as const;
    const { mapping } = await call('imports.read', { jobId: 'r', source });
    const before = content();
    const checked = await call('imports.check', { jobId: 'c', source, mapping });
    const { batchId, counts } = await runConfirmed(workspace, { jobId: 'x', source, mapping });
    expect([name, counts]).toEqual([name, checked.counts]);
    expect([name, brokenInvariants(app().reader)]).toEqual([name, {}]);
    const again = await call('imports.check', { jobId: 'a', source, mapping });
    expect([name, again.counts.created, again.counts.activities]).toEqual([name, 0, 0]);
    await call('imports.undo', { jobId: 'u', batchId });
    expect([name, content()]).toEqual([name, before]);
    // It stays for the next ones to meet.
    await runConfirmed(workspace, { jobId: 'y', source, mapping });
  }
});
