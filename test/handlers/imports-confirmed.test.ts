// What is odd about a file is written only when a person has confirmed it, and only of the file that was looked at.
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { columnFindings } from '../../shared/import-column-findings.ts';
import { contentOf } from '../support/content.ts';
import { berlin } from '../support/imported.ts';
import { aFolder } from '../support/workspace.ts';

const people = Array.from({ length: 12 }, (_, i) => `Ada${i} Holm${i};ada${i}@mill${i}.example`);
const list = (word: string) => ['Name;E-mail;Status', ...people.map(row => `${row};${word}`)].join('\n');

async function read(text: string) {
  const workspace = berlin();
  const path = join(aFolder(), 'list.csv');
  writeFileSync(path, text);
  const source = { kind: 'file', path } as const;
  const { preview, mapping } = await workspace.call('imports.read', { jobId: 'r', source });
  const request = { jobId: 'x', source, mapping };
  const run = (confirmed: string[] = []) => workspace.app().call('imports.run', { ...request, confirmed });
  return { workspace, path, preview, request, run };
}

it('refuses what rows tell until it is confirmed, and leaves nothing behind', async () => {
  const { workspace, preview, request, run } = await read(list('Customer'));
  const { findings } = await workspace.call('imports.check', request);
  const odd = findings.filter(one => one.odd).map(({ key }) => key);
  expect(odd).toContain('many customers');
  const before = contentOf(workspace.app().reader);
  expect(await run()).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('This import has to be confirmed first (') },
  });
  expect(contentOf(workspace.app().reader)).toEqual(before);
  // The columns tell something odd as well, and have their own sentence.
  const refused = await run(odd);
  expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('same Stage: Customer') } });
  const ofColumns = columnFindings(preview, request.mapping, 'EUR').flatMap(one => (one.odd ? [one.key] : []));
  expect(await run([...odd, ...ofColumns])).toMatchObject({ ok: true });
});

it('looks once more at a file that has changed since it was read', async () => {
  const { path, run } = await read(list('New').replace('New', 'Open'));
  // The same size and the same name.
  writeFileSync(path, list('Lost'));
  utimesSync(path, new Date(), new Date(Date.now() + 5000));
  expect(await run()).toMatchObject({ ok: false, error: { message: expect.stringContaining('same Stage: Lost') } });
});
