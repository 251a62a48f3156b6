// The parser in a process of its own: it answers, it can be stopped, and its death hurts nobody.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { guessMapping } from '../../../electron/domain/import/guess.ts';
import type { ParserClient, ParserProcess } from '../../../electron/jobs/import-parser/client.ts';
import { parserClient } from '../../../electron/jobs/import-parser/client.ts';
import { separateParser } from '../../../electron/jobs/import-parser/separate.ts';
import { context, fixture, germany, text, words } from '../../domain/import/support.ts';

const entry = new URL('../../../electron/jobs/import-parser.worker.ts', import.meta.url);

function child(): ParserProcess & { readonly pid: number } {
  const started = fork(fileURLToPath(entry), { serialization: 'advanced', silent: true });
  return {
    pid: started.pid ?? 0,
    post: message => void (started.connected && started.send(message)),
    onMessage: hear => void started.on('message', message => hear(message as Parameters<typeof hear>[0])),
    onExit: hear => void started.on('exit', hear),
    kill: () => void started.kill('SIGKILL'),
  };
}

function thread(): ParserProcess {
  const started = new Worker(entry);
  return {
    post: message => started.postMessage(message),
    onMessage: hear => void started.on('message', hear),
    onExit: hear => void started.on('exit', hear),
    kill: () => void started.terminate(),
  };
}

const opened: ParserClient[] = [];
const client = (start: () => ParserProcess): ParserClient => {
  const made = parserClient(start);
  opened.push(made);
  return made;
};
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const request = (source: ReturnType<typeof fixture>) => ({ source, choices: {}, locale: 'de-DE', home: germany });
const bigList = (rows: number) =>
  text(`Name,E-mail\n${Array.from({ length: rows }, (_, i) => `Ann Lee,ann${i}@example.org`).join('\n')}\n`);

describe.each([
  ['child process', child],
  ['worker thread', thread],
])('in a %s', (_name, start) => {
  test('previews a file and prepares its rows', async () => {
    const parser = client(start);
    const source = fixture('contacts.csv');
    const preview = await parser.preview(request(source));
    expect(preview.rowCount).toBe(4);
    const mapping = guessMapping(preview, null, words);
    const names: unknown[] = [];
    for await (const piece of parser.prepare({ source, choices: {}, locale: 'de-DE', mapping, context })) {
      names.push(...piece.rows.map(row => row.attributes.company));
    }
    expect(names).toEqual(['Müller Bau GmbH', 'Berg & Co', 'Nur Firma AG']);
  });

  test('says in a sentence why a file cannot be read', async () => {
    const parser = client(start);
    await expect(parser.preview(request({ kind: 'file', path: '/nowhere/list.csv' }))).rejects.toThrow(
      'This file no longer exists.',
    );
    await expect(parser.preview(request(text('')))).rejects.toThrow('This file is empty.');
  });
});

test('stopping ends the question at once, and the next question is answered by a fresh process', async () => {
  const parser = client(child);
  const stop = new AbortController();
  const long = parser.preview(request(bigList(200_000)), { signal: stop.signal });
  stop.abort();
  await expect(long).rejects.toThrow('Stopped. Nothing was imported.');
  expect((await parser.preview(request(fixture('contacts.csv')))).rowCount).toBe(4);
});

test('a parser that dies in the middle fails its question, not its owner', async () => {
  let running: ReturnType<typeof child> | undefined;
  const parser = client(() => {
    running = child();
    return running;
  });
  const source = bigList(50_000);
  const mapping = guessMapping(await parser.preview(request(source)), null, words);
  const pieces = parser.prepare({ source, choices: {}, locale: 'de-DE', mapping, context });
  await pieces.next();
  process.kill(running?.pid ?? 0, 'SIGKILL');
  await expect(
    (async () => {
      for await (const _piece of pieces);
    })(),
  ).rejects.toThrow('Nothing was imported.');
});

test('a parser that is silent for too long is ended', async () => {
  const parser = client(child);
  const never = parser.preview(request(bigList(100_000)), { silenceMs: 1 });
  await expect(never).rejects.toThrow('took too long');
});

test('as the features use it: cancelling stops a question that is under way', async () => {
  const parser = separateParser(child);
  let cancelled = false;
  const progress = () => {
    cancelled = true;
  };
  const long = parser.preview(request(bigList(300_000)), { progress, isCancelled: () => cancelled });
  await expect(long).rejects.toMatchObject({ name: 'Canceled' });
  parser.close();
});
