// Run as a process of its own: files imported one after the other; of the last one its time, longest block and memory.
// Arguments, as one JSON: the workspace file, the files, whether the last import is taken back.
import { fork } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { sidecarFiles } from '../../electron/db/file/wal.ts';
import type { ParserProcess } from '../../electron/jobs/import-parser/client.ts';
import { separateParser } from '../../electron/jobs/import-parser/separate.ts';
import { createWorkspace, makeApp } from '../../electron/open-workspace.ts';
import type { Output } from '../../shared/contract.ts';
import { columnFindings } from '../../shared/import-column-findings.ts';
import { migrationsFolder } from '../support/folders.ts';

export type Job = {
  readonly file: string;
  readonly paths: readonly string[];
  readonly undo: boolean;
  /** Where the workspace is copied to before that. */
  readonly kept: string;
  /** An address of the owner's, for mail. */
  readonly own?: string;
};
export type Measured = {
  readonly ms: number;
  /** Longest time in ms for which the main process answered nobody. */
  readonly block: number;
  /** Greatest memory in MB. */
  readonly memory: number;
  readonly parserMemory: number;
  readonly rows: number;
  /** Reading the file and trying the import out, before it. */
  readonly beforeMs: number;
  readonly beforeBlock: number;
  readonly undoMs: number;
  readonly undoBlock: number;
};

const { file, paths, undo, kept, own } = JSON.parse(process.argv[2] ?? '') as Job;
let parserPid = 0;

function startParser(): ParserProcess {
  const entry = fileURLToPath(new URL('../../electron/jobs/import-parser.worker.ts', import.meta.url));
  const child = fork(entry, {
    serialization: 'advanced',
    silent: true,
    execArgv: ['--max-old-space-size=320', '--max-semi-space-size=8'],
  });
  parserPid = child.pid ?? 0;
  return {
    post: message => void (child.connected && child.send(message)),
    onMessage: hear => void child.on('message', message => hear(message as Parameters<typeof hear>[0])),
    onExit: hear => void child.on('exit', hear),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Greatest memory a process has had, in MB (maxRSS would count what its parent had); 0 where the system does not tell. */
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

async function watched<T>(work: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  delay.disable();
  return { value, ms, block: delay.max / 1e6 };
}

async function importFile(path: string) {
  const source = { kind: 'file', path };
  // What is odd is confirmed as on the preview, which is measured apart.
  const before = await watched(async () => {
    const seen = await call<Output<'imports.read'>>('imports.read', { jobId: 'r', source });
    const { mapping } = seen;
    return { ...seen, ...(await call<Output<'imports.check'>>('imports.check', { jobId: 'c', source, mapping })) };
  });
  const { mapping, preview, findings } = before.value;
  const odd = [...findings, ...columnFindings(preview, mapping, 'EUR')].filter(finding => finding.odd);
  const confirmed = odd.map(({ key }) => key);
  const done = await watched(() =>
    call<Output<'imports.run'>>('imports.run', { jobId: 'x', source, mapping, confirmed }),
  );
  return { ...done, beforeMs: before.ms, beforeBlock: before.block };
}

if (own !== undefined) await call('imports.addOwnAddress', { address: own });
let last: Awaited<ReturnType<typeof importFile>> | undefined;
for (const path of paths) last = await importFile(path);
if (!last) throw new Error('There was nothing to import.');
const { batchId, counts } = last.value;
const memory = peakOf(process.pid);
for (const ending of ['', ...sidecarFiles]) if (existsSync(file + ending)) copyFileSync(file + ending, kept + ending);
const taken = undo ? await watched(() => call('imports.undo', { jobId: 'u', batchId })) : { ms: 0, block: 0 };
const measured: Measured = {
  ms: last.ms,
  block: last.block,
  memory,
  parserMemory: peakOf(parserPid),
  rows: counts.rows,
  beforeMs: last.beforeMs,
  beforeBlock: last.beforeBlock,
  undoMs: taken.ms,
  undoBlock: taken.block,
};
console.log(JSON.stringify(measured));
app.close();
parser.close();
