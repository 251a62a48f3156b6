// Refused rows as a file, repeated activities, and people who were known earlier than the first row said.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { Output } from '../../shared/contract.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../support/workspace.ts';

async function importText({ call }: ReturnType<typeof aWorkspace>, text: string) {
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  return call('imports.run', { jobId: 'x', source, mapping });
}

describe('refused rows', () => {
  it('are saved with their own columns, line and reason; nothing is saved when nobody chooses a place', async () => {
    const workspace = aWorkspace();
    workspace.app().close();
    const path = join(aFolder(), 'refused.csv');
    let answer: string | null = path;
    const options = { file: workspace.file, migrationsFolder, now: () => workspace.clock.now, deviceId: 'test' };
    const app = makeApp({ ...options, saveAs: async () => answer });
    const list = join(aFolder(), 'list.csv');
    writeFileSync(list, 'First name,E-mail,Shoe size\nAda,ada@mill.example,38\n,,=1+1\n');
    const source = { kind: 'file', path: list };
    const read = await app.call('imports.read', { jobId: 'r', source });
    if (!read.ok) throw new Error(read.error.message);
    const { mapping } = read.value as Output<'imports.read'>;
    expect(await app.call('imports.saveRejected', { jobId: 's', source, mapping })).toEqual({
      ok: true,
      value: { saved: path, rows: 1 },
    });
    expect(readFileSync(path, 'utf8')).toBe(
      '\ufeffFirst name,E-mail,Shoe size,Line in file,Reason for rejection\r\n,,\'=1+1,3,"This row has no name, company, e-mail, phone or ID."\r\n',
    );
    answer = null;
    expect(await app.call('imports.saveRejected', { jobId: 't', source, mapping })).toMatchObject({
      ok: true,
      value: { saved: null, rows: 0 },
    });
    app.close();
  });
});

describe('activities of a file', () => {
  const visits = [
    'E-mail;Activity type;Activity date',
    'ada@mill.example;Website visit;2026-05-03',
    'ada@mill.example;Website visit;2026-05-03',
    'ada@mill.example;Website visit;2026-04-01',
  ].join('\n');

  it('are kept as often as they stand there, and not again the second time', async () => {
    const workspace = aWorkspace();
    expect((await importText(workspace, visits)).counts).toMatchObject({ created: 1, activities: 3 });
    expect((await importText(workspace, visits)).counts).toMatchObject({ created: 0, activities: 0, unchanged: 1 });
  });

  it('tell since when somebody is known, whatever row comes first', async () => {
    const workspace = aWorkspace();
    const { created } = await importText(workspace, visits);
    const { lead, stageChanges } = await workspace.call('leads.get', { id: created[0]?.id ?? '' });
    const first = Date.UTC(2026, 3, 1, 12);
    expect([lead.createdAt, lead.stageSince, stageChanges[0]?.at]).toEqual([first, first, first]);
  });
});
