// Stopping an import while something runs that cannot be stopped itself.
import { expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import { aWorkspace, migrationsFolder } from '../support/workspace.ts';

it('stops while the backup before it is made, without waiting for it, and leaves nothing', async () => {
  const workspace = aWorkspace();
  workspace.app().close();
  let request = 0;
  let finish = () => {};
  const app = makeApp({
    file: workspace.file,
    migrationsFolder,
    now: () => workspace.clock.now,
    deviceId: 'test',
    backUp: () => {
      request += 1;
      return new Promise(resolve => {
        finish = resolve;
      });
    },
  });
  const source = { kind: 'pasted', text: 'First name;E-mail\nAnn;ann@acme.example' } as const;
  const read = await app.call('imports.read', { jobId: 'r', source });
  if (!read.ok) throw new Error(read.error.message);
  const { mapping } = read.value as { readonly mapping: object };
  const running = app.call('imports.run', { jobId: 'x', source, mapping } as never);
  while (request === 0) await new Promise(resolve => setTimeout(resolve, 5));
  await app.call('imports.cancel', { jobId: 'x' });
  expect(await running).toMatchObject({
    ok: false,
    error: { message: 'Import stopped. Nothing was changed.' },
  });
  // The backup has not been made yet: nobody waited for it.
  finish();
  expect(await app.call('leads.list', {})).toMatchObject({ ok: true, value: { total: 0 } });
  app.close();
});
