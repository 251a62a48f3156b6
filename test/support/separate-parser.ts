// The parser in a process of its own, in plain Node, as the program has it in Electron's utility process.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ParserProcess } from '../../electron/jobs/import-parser/client.ts';
import { separateParser } from '../../electron/jobs/import-parser/separate.ts';

const source = fileURLToPath(new URL('../../electron/jobs/import-parser.worker.ts', import.meta.url));

/** `pid` is that of the last process started; `memoryMb`: what its heap may grow to; `entry`: the script, as it is or bundled. */
export function aSeparateParser(memoryMb = 320, entry = source) {
  let pid = 0;
  const start = (): ParserProcess => {
    const child = fork(entry, {
      serialization: 'advanced',
      silent: true,
      execArgv: [`--max-old-space-size=${memoryMb}`],
    });
    pid = child.pid ?? 0;
    return {
      post: message => void (child.connected && child.send(message)),
      onMessage: hear => void child.on('message', message => hear(message as Parameters<typeof hear>[0])),
      onExit: hear => void child.on('exit', hear),
      kill: () => void child.kill('SIGKILL'),
    };
  };
  return { ...separateParser(start), pid: () => pid };
}
