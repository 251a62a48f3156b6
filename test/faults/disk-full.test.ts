// A full disk (P4): it is said, nothing answered is lost, nothing is there by halves, and with room again work goes on.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import { rowsToImport } from '../support/children/rows.ts';
import { contentHash } from '../support/content.ts';
import { aWorkspace, migrationsFolder, monday } from '../support/workspace.ts';

const mounted: string[] = [];
afterAll(() => {
  for (const folder of mounted) {
    spawnSync('umount', ['--lazy', folder]);
    rmdirSync(folder);
  }
});

/** A disk of 6 MB in memory; undefined where we may not mount one. */
function aSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ripen-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]).status !== 0) return undefined;
  mounted.push(folder);
  return folder;
}

const full = /^The disk is full\. Everything saved so far is safe\. Free up space and try again\.$/;

describe('a full disk', () => {
  it('is told, loses nothing that was answered, and is over when there is room again', {
    timeout: 300_000,
  }, async context => {
    const disk = aSmallDisk();
    if (disk === undefined) return context.skip('needs the right to mount a small disk (root on Linux)');
    const { app: source, file: original } = aWorkspace();
    source().close();
    const file = join(disk, 'full.ripen');
    copyFileSync(original, file);
    const filler = join(disk, 'filler');
    writeFileSync(filler, Buffer.alloc(3 * 1024 * 1024));
    const bugs: unknown[] = [];
    const open = () =>
      makeApp({ file, migrationsFolder, now: () => monday, deviceId: 'test', log: error => String(bugs.push(error)) });
    let app = open();
    const list = async () => JSON.stringify(await app.call('leads.list', { sort: 'name', limit: 500 }));

    const answered: string[] = [];
    let message = '';
    while (message === '' && answered.length < 5000) {
      const attributes = { firstName: `Ada ${answered.length}`, notes: 'x'.repeat(2000) };
      const result = await app.call('leads.create', { attributes });
      if (result.ok) answered.push((result.value as { id: string }).id);
      else message = result.error.message;
    }
    expect(message).toMatch(full);
    expect(answered.length).toBeGreaterThan(15);
    const [content, shown] = [contentHash(app.reader), await list()];
    expect(new Set(app.reader.pluck('SELECT id FROM lead'))).toEqual(new Set(answered));

    const bigImport = await app.call('imports.run', { jobId: 'x', ...rowsToImport(3000) });
    expect(bigImport).toMatchObject({ ok: false, error: { kind: 'file', message: expect.stringMatching(full) } });
    expect(contentHash(app.reader)).toBe(content);
    expect(await list()).toBe(shown);

    app.close();
    app = open();
    expect(contentHash(app.reader)).toBe(content);
    expect(await list()).toBe(shown);

    rmSync(filler);
    expect(await app.call('leads.create', { attributes: { firstName: 'Last' } })).toMatchObject({ ok: true });
    expect(await app.call('journal.undo', {})).toMatchObject({ ok: true });
    expect(contentHash(app.reader)).toBe(content);
    expect(app.reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
    expect(bugs).toEqual([]);
    app.close();
  });
});
