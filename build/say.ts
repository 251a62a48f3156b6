// One-line messages of the build scripts, all with the same mark in front.

/** Tells the person at the terminal something; goes to stderr so that a script's output stays clean. */
export function say(message: string): void {
  process.stderr.write(`ripen: ${message}\n`);
}

/** A failure whose message says all there is to say: no stack trace helps the reader. */
export class PlainError extends Error {}

/** Runs a script's main function and turns a failure into one message and exit code 1. */
export async function runScript(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof PlainError) say(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
