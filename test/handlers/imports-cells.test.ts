// Cells that have no field of their own: shown page by page as they stand in the file, saved whole, or made a custom field.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { Output } from '../../shared/contract.ts';
import { columnFindings } from '../../shared/import-column-findings.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../support/workspace.ts';

const list = [
  'Name;E-mail;Shoe size;Colour',
  'Ada Holm;ada@mill.example;38;blue',
  'Bo Lind;bo@quay.example;;',
  'Cy Ott;cy@fern.example;;"red; dark"',
  'Dee Marsh;dee@weir.example;41;',
];

async function read() {
  const workspace = aWorkspace();
  workspace.app().close();
  const path = join(aFolder(), 'cells.csv');
  const saveAs: { answer: string | null } = { answer: path };
  const options = { file: workspace.file, migrationsFolder, now: () => workspace.clock.now, deviceId: 'test' };
  const app = makeApp({ ...options, saveAs: async () => saveAs.answer });
  const call = async <T>(name: string, input: object): Promise<T> => {
    const result = await app.call(name, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.value as T;
  };
  const file = join(aFolder(), 'list.csv');
  writeFileSync(file, `${list.join('\n')}\n`);
  const source = { kind: 'file', path: file };
  const { preview, mapping } = await call<Output<'imports.read'>>('imports.read', { jobId: 'r', source });
  const columns = columnFindings(preview, mapping, 'EUR').find(({ kind }) => kind === 'unplaced')?.columns ?? [];
  return { app, call, path, saveAs, request: { jobId: 'x', source, mapping, columns } };
}

it('are those of the sentence, opened a page at a time', async () => {
  const { app, call, request } = await read();
  expect(request.columns).toEqual([2, 3]);
  expect(await call('imports.cells', { ...request, from: 0, limit: 2 })).toEqual({
    rows: [
      { line: 2, cells: ['38', 'blue'] },
      { line: 4, cells: ['', 'red; dark'] },
    ],
    more: true,
  });
  expect(await call('imports.cells', { ...request, from: 2, limit: 2 })).toEqual({
    rows: [{ line: 5, cells: ['41', ''] }],
    more: false,
  });
  app.close();
});

it('are saved with the numbers of their lines; nothing is saved when nobody chooses a place', async () => {
  const { app, call, path, saveAs, request } = await read();
  expect(await call('imports.saveCells', request)).toEqual({ saved: path, rows: 3 });
  expect(readFileSync(path, 'utf8')).toBe('\ufeffLine,Shoe size,Colour\r\n2,38,blue\r\n4,,"red; dark"\r\n5,41,\r\n');
  saveAs.answer = null;
  expect(await call('imports.saveCells', request)).toEqual({ saved: null, rows: 0 });
  app.close();
});
