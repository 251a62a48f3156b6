// Running another program and waiting for it.
import { type SpawnOptions, spawn } from 'node:child_process';
import { PlainError } from './say.ts';

export type Ran = { readonly code: number; readonly output: string };

/** Runs a program to its end and collects what it printed. `timeout` in ms kills it; then the code is -1. */
export function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly timeout?: number } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, killSignal: 'SIGKILL' });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? -1, output }));
  });
}

/** Like `run`, but a failure is an error that shows the end of the output. `what` names the step: "Compiling SQLite". */
export async function mustRun(what: string, ...call: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(...call).catch((error: Error) => ({ code: -1, output: error.message }));
  if (code !== 0) throw new PlainError(`${what} failed (${call[0]}, exit ${code}):\n${output.trimEnd().slice(-3000)}`);
  return output;
}

/** Runs a program with the terminal as its own and gives its exit code. */
export function runInForeground(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
