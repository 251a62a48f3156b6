// The parser's process as the app starts it, and what a file costs it.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSource } from '../../electron/jobs/import-parser/bytes.ts';
import { type ParserProcess, parserClient } from '../../electron/jobs/import-parser/client.ts';
import { germany } from '../domain/import/support.ts';
import { bundledParser } from './children.ts';
import { aFolder } from './workspace.ts';

/**
 * Seconds of work and megabytes the parser's process takes, started as the app starts it; null: it has died. On Linux `maxRSS` of a
 * process begins with that of the one that started it, which has built the file; the peak of its own memory is in /proc.
 */
export function measured() {
  const wrapper = join(aFolder(), 'measure.mjs');
  writeFileSync(
    wrapper,
    `import { readFileSync } from 'node:fs';
const peak = () => process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS;
await import(${JSON.stringify(bundledParser)});\nprocess.on('disconnect', () => process.exit());\nprocess.on('message', m => m === 'memory' && process.send({ megabytes: peak() / 1024, seconds: process.cpuUsage().user / 1e6 }));\n`,
  );
  let child: ReturnType<typeof fork> | undefined;
  const start = (): ParserProcess => {
    const started = fork(wrapper, {
      serialization: 'advanced',
      silent: true,
      execArgv: ['--max-old-space-size=320', '--max-semi-space-size=16'],
    });
    child = started;
    return {
      post: message => void (started.connected && started.send(message)),
      onMessage: hear => void started.on('message', message => hear(message as Parameters<typeof hear>[0])),
      onExit: hear => void started.on('exit', hear),
      kill: () => void started.kill('SIGKILL'),
    };
  };
  const client = parserClient(start);
  return async (source: ImportSource) => {
    const outcome = await client.preview({ source, choices: {}, locale: 'de-DE', home: germany }).then(
      seen => `${seen.rowCount} rows`,
      (error: Error) => error.message,
    );
    const took = await new Promise<{ readonly megabytes: number; readonly seconds: number } | null>(resolve => {
      child?.once('exit', () => resolve(null));
      child?.once('message', resolve as (message: unknown) => void);
      if (child?.connected) child.send('memory');
      else resolve(null);
    });
    client.close();
    return { outcome, took };
  };
}
