// Run as a process of its own, in the place of main: previews one file and says what that cost it and its parser.
// Argument: the file.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ParserProcess, parserClient } from '../../electron/jobs/import-parser/client.ts';
import { germany } from '../domain/import/support.ts';
import { watched } from './watched.ts';

export type Cost = {
  /** "65535 rows", or the sentence with which it was refused. */
  readonly outcome: string;
  readonly ms: number;
  /** Longest time in ms for which the main process answered nobody. */
  readonly block: number;
  /** Greatest memory of the parser in MB, and by how much that of main grew. */
  readonly parserMemory: number;
  readonly mainMemory: number;
};

const [path = ''] = process.argv.slice(2);
let parserPid = 0;

/** Greatest memory a process has had, in MB; 0 where the system does not tell, or it is gone. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Started as `electron/main.ts` starts it. */
function startParser(): ParserProcess {
  const entry = fileURLToPath(new URL('../../electron/jobs/import-parser.worker.ts', import.meta.url));
  const child = fork(entry, {
    serialization: 'advanced',
    silent: true,
    execArgv: ['--max-old-space-size=320', '--max-semi-space-size=16'],
  });
  parserPid = child.pid ?? 0;
  return {
    post: message => void (child.connected && child.send(message)),
    onMessage: hear => void child.on('message', message => hear(message as Parameters<typeof hear>[0])),
    onExit: hear => void child.on('exit', hear),
    kill: () => void child.kill('SIGKILL'),
  };
}

const client = parserClient(startParser);
const before = peakOf(process.pid);
let outcome = '';
const { ms, block } = await watched(async () => {
  outcome = await client.preview({ source: { kind: 'file', path }, choices: {}, locale: 'de-DE', home: germany }).then(
    ({ rowCount }) => `${rowCount} rows`,
    (error: Error) => error.message,
  );
});
const cost: Cost = {
  outcome,
  ms,
  block,
  parserMemory: peakOf(parserPid),
  mainMemory: peakOf(process.pid) - before,
};
client.close();
console.log(JSON.stringify(cost));
