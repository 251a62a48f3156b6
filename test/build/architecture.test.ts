// docs/architecture.md shows the calls as they are, and has a line for every room.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { architecturePage, callsTable } from '../../build/architecture-page.ts';
import { contract } from '../../shared/contract.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => `${folder}/${entry.name}/`);

describe('docs/architecture.md', () => {
  it('holds the table of calls of today (node build/run.mjs architecture writes it)', () => {
    expect(page).toBe(architecturePage(page));
  });

  it('names schemas and handlers for every prefix', () => {
    const rows = callsTable().split('\n').slice(2);
    expect(rows).toHaveLength(new Set(Object.keys(contract).map(call => call.split('.')[0])).size);
    for (const row of rows) expect(row).toMatch(/\| `shared\/contract\/.+` \| `electron\/.+` \|$/);
  });

  it('notices a call that was renamed', () => {
    const old = page.replace('undo, redo |', 'undo, again |');
    expect(old).not.toBe(page);
    expect(architecturePage(old)).toBe(page);
  });

  it('has a line for every room', () => {
    const rooms = ['electron', 'electron/db', 'electron/formats', 'renderer'].flatMap(foldersIn);
    const missing = rooms.filter(room => !new RegExp(`^\\| .*\`${room}\``, 'm').test(page));
    expect(missing).toEqual([]);
  });
});
