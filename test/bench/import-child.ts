// Run as a process of its own: one import, or one taken back, with its time, its longest block and its memory.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createWorkspace, makeApp } from '../../electron/app.ts';
import type { ParserProcess } from '../../electron/jobs/import-parser/client.ts';
import { separateParser } from '../../electron/jobs/import-parser/separate.ts';
import type { Output } from '../../shared/contract.ts';
import { migrationsFolder } from '../support/places.ts';

const [file = '', work = '', before = '', path = ''] = process.argv.slice(2);
let parserPid = 0;

function startParser(): ParserProcess {
  const entry = fileURLToPath(new URL('../../electron/jobs/import-parser.worker.ts', import.meta.url));
  const child = fork(entry, { serialization: 'advanced', silent: true, execArgv: ['--max-old-space-size=320'] });
  parserPid = child.pid ?? 0;
  return {
    post: message => void (child.connected && child.send(message)),
    onMessage: hear => void child.on('message', message => hear(message as Parameters<typeof hear>[0])),
    onExit: hear => void child.on('exit', hear),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Greatest memory a process has had, in MB; 0 where the system does not tell. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const parser = separateParser(startParser);
const options = { file, migrationsFolder, now: () => Date.UTC(2026, 5, 1, 9), deviceId: 'bench', parser };
createWorkspace(options);
const app = makeApp(options);
async function call<T>(name: string, input: unknown): Promise<T> {
  const result = await app.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as T;
}
async function importFile(from: string): Promise<{ batchId: string; ms: number; block: number }> {
  const source = { kind: 'file', path: from };
  const { mapping } = await call<Output<'imports.read'>>('imports.read', { jobId: 'r', source });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const { batchId } = await call<{ batchId: string }>('imports.run', { jobId: 'x', source, mapping });
  const ms = performance.now() - began;
  delay.disable();
  return { batchId, ms, block: delay.max / 1e6 };
}

await importFile(before);
const done = await importFile(path);
let undoMs = 0;
if (work === 'undo') {
  const began = performance.now();
  await call('imports.undo', { jobId: 'u', batchId: done.batchId });
  undoMs = performance.now() - began;
}
const memory = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms: done.ms, block: done.block, memory, parserMemory: peakOf(parserPid), undoMs }));
app.close();
parser.close();
