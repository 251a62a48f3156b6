// An import that is killed, stopped, or whose parser dies (P3): it leaves nothing, says so in a sentence, and can be run again.
import { spawn } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/file/open.ts';
import type { App, AppOptions } from '../../electron/open-workspace.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import type { Output, Progress } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { bundledChildren, bundledParser, childEnv } from '../support/children.ts';
import { contentHash } from '../support/content.ts';
import { optionsFor } from '../support/database.ts';
import { times } from '../support/long.ts';
import { aSeparateParser } from '../support/separate-parser.ts';
import { aFolder, aWorkspace, migrationsFolder, monday } from '../support/workspace.ts';

const header = 'First name;Company;E-mail;Notes;Activity type;Activity date';
/** People who did so much that many become MQL; every third one is there already when `from` is 0. */
const lines = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => {
    const lead = from + i;
    const type = ['Demo requested', 'Pricing page visit', 'Website visit'][lead % 3];
    const note = `Note ${lead}, long enough for the file to count as a big one${'.'.repeat(80)}`;
    return `P${lead};Firm ${lead % 97};p${lead}@mill.example;${note};${type};2026-05-${10 + (lead % 18)}`;
  }).join('\n');

function aFile(name: string, from: number, count: number): string {
  const path = join(aFolder(), name);
  writeFileSync(path, `${header}\n${lines(from, count)}\n${lines(from, Math.floor(count / 3))}\n`);
  return path;
}

const value = <T>(result: Result<unknown>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value as T;
};

/** Runs the child to its end, or kills it `afterMs` after it began to import; `ms`: from the beginning to the answer. */
const importInChild = (file: string, path: string, afterMs?: number): Promise<{ output: string; ms: number }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundledChildren, 'import.mjs'), file, path], { env: childEnv });
    let [output, errors] = ['', ''];
    let [began, ms] = [0, 0];
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.stdout.on('data', chunk => {
      if (output === '') {
        began = performance.now();
        if (afterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), afterMs);
      }
      output += chunk;
      ms = performance.now() - began;
    });
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve({ output, ms });
      else reject(new Error(errors));
    });
  });

describe('kill -9 in an import', () => {
  it('leaves nothing of it, and the same import afterwards ends as if nothing had been', {
    timeout: 1_200_000,
  }, async () => {
    const { app, call, file: base } = aWorkspace();
    for (let n = 0; n < 40; n += 1) {
      await call('leads.create', { attributes: { firstName: `P${n * 3}`, email: `p${n * 3}@mill.example` } });
    }
    const before = contentHash(app().reader);
    app().close();
    const path = aFile('people.csv', 0, 1500);
    const folder = aFolder();
    const copy = (name: string): string => {
      const file = join(folder, name);
      copyFileSync(base, file);
      return file;
    };
    const whole = copy('whole.ripen');
    const { output, ms: took } = await importInChild(whole, path);
    const counts = JSON.parse(/done (.*)/.exec(output)?.[1] ?? '{}') as Output<'imports.run'>['counts'];
    expect(counts).toMatchObject({ rows: 2000, created: 1460, updated: 40 });
    expect(counts.promoted).toBeGreaterThan(100);
    const hashOf = (file: string): string => {
      const { writer: reader, close } = openDatabase(optionsFor(file));
      expect(reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
      expect(reader.all('PRAGMA foreign_key_check')).toEqual([]);
      const hash = contentHash(reader);
      close();
      return hash;
    };
    const after = hashOf(whole);
    expect(after).not.toBe(before);

    const runs = times(3, 100);
    const seen = { nothing: 0, everything: 0 };
    for (let run = 0; run < runs; run += 1) {
      const file = copy(`${run}.ripen`);
      // Spread over the whole of the import, its commit included.
      await importInChild(file, path, ((run + 0.5) / runs) * took);
      const hash = hashOf(file);
      expect([before, after]).toContain(hash);
      seen[hash === before ? 'nothing' : 'everything'] += 1;
      if (hash === before && run % 3 === 0) {
        await importInChild(file, path);
        expect(hashOf(file)).toBe(after);
      }
    }
    expect(seen.nothing).toBeGreaterThan(0);
    console.log(`${runs} kills in an import: ${JSON.stringify(seen)}.`);
  });
});

type Watched = { readonly app: App; readonly parser: ReturnType<typeof aSeparateParser>; readonly bugs: unknown[] };

/** A workspace whose parser is a process; `heard` is told of every progress. */
function anApp(heard: (progress: Progress) => void, memoryMb?: number): Watched & { readonly close: () => void } {
  const { app: source, file } = aWorkspace();
  source().close();
  const parser = aSeparateParser(memoryMb, bundledParser);
  const bugs: unknown[] = [];
  const options: AppOptions = {
    file,
    migrationsFolder,
    now: () => monday,
    deviceId: 'test',
    parser,
    emit: { changed: () => undefined, progress: heard },
    log: error => String(bugs.push(error)),
  };
  const app = makeApp(options);
  const close = () => {
    app.close();
    parser.close();
  };
  return { app, parser, bugs, close };
}

async function inputOf(app: App, path: string) {
  const source = { kind: 'file', path };
  const { mapping } = value<Output<'imports.read'>>(await app.call('imports.read', { jobId: 'r', source }));
  return { jobId: 'job', source, mapping };
}

describe('an import that cannot go on', () => {
  it('because the owner stops it is over before its end and leaves nothing', { timeout: 300_000 }, async () => {
    let rows = 0;
    const { app, close } = anApp(progress => {
      if (progress.phase === 'rows') rows = progress.done;
    });
    const input = await inputOf(app, aFile('people.csv', 0, 30_000));
    const before = contentHash(app.reader);
    // Stopped while reading, early, and well on.
    for (const from of [0, 500, 4000, 9000]) {
      rows = 0;
      const done = app.call('imports.run', { ...input, jobId: `job ${from}` });
      while (rows < from) await new Promise(resolve => setTimeout(resolve, 5));
      await app.call('imports.cancel', { jobId: `job ${from}` });
      expect(await done).toMatchObject({
        ok: false,
        error: { kind: 'conflict', message: 'Import stopped. Nothing was changed.' },
      });
      expect(contentHash(app.reader)).toBe(before);
    }
    expect(await app.call('journal.state', {})).toEqual({ ok: true, value: { undo: null, redo: null } });
    close();
  });

  it('because its parser was killed says so, leaves nothing, and goes through the next time', {
    timeout: 300_000,
  }, async () => {
    let kill: (() => void) | null = null;
    const { app, parser, bugs, close } = anApp(progress => {
      if (progress.phase === 'rows') kill?.();
      kill = null;
    });
    const input = await inputOf(app, aFile('people.csv', 0, 5000));
    const before = contentHash(app.reader);
    kill = () => process.kill(parser.pid(), 'SIGKILL');
    expect(await app.call('imports.run', input)).toMatchObject({
      ok: false,
      error: { kind: 'file', message: expect.stringMatching(/^[A-Z].*Nothing was imported\./) },
    });
    expect(contentHash(app.reader)).toBe(before);
    expect(
      value<Output<'imports.run'>>(await app.call('imports.run', { ...input, jobId: 'again' })).counts,
    ).toMatchObject({
      rows: 6666,
      created: 5000,
    });
    expect(bugs).toEqual([]);
    close();
  });

  it('because its file wants more memory than there is for it says so, and the program lives on', {
    timeout: 300_000,
  }, async () => {
    const { app, bugs, close } = anApp(() => undefined, 24);
    const before = contentHash(app.reader);
    const path = join(aFolder(), 'bomb.csv');
    // A thousand columns of a thousand different long values each: what the preview keeps of them is more than 24 MB.
    const row = (line: number) => Array.from({ length: 1000 }, (_, i) => `${line}-${i}-${'x'.repeat(150)}`).join(',');
    writeFileSync(path, Array.from({ length: 300 }, (_, line) => row(line)).join('\n'));
    const source = { kind: 'file', path };
    const answer = await app.call('imports.read', { jobId: 'r', source });
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'file', message: expect.stringMatching(/^[A-Z][^\n]*\.$/) },
    });
    expect(contentHash(app.reader)).toBe(before);
    expect(await app.call('leads.create', { attributes: { firstName: 'Ada' } })).toMatchObject({ ok: true });
    expect(bugs).toEqual([]);
    close();
  });
});
