// Entry of the process that reads log lines (Electron utility process, or a child process in tests).
import { parsers } from './line-parser/parsers.ts';
import type { LineAnswer, LineQuestion } from './line-parser/separate.ts';

/** The part of Electron's `process.parentPort` that is used; importing Electron's types would make this file Electron's. */
type UtilityPort = {
  readonly postMessage: (message: LineAnswer) => void;
  readonly on: (event: 'message', hear: (event: { readonly data: LineQuestion }) => void) => void;
};

const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
const tell = (answer: LineAnswer): void => void (utility ? utility.postMessage(answer) : process.send?.(answer));

/** Compiles most patterns before the first word is typed. */
const usual = 'Ann Lee @ Oak rang yesterday at 3pm about a gate, 2.5k, quote by friday';
let isWarm = false;

function hear({ id, kind, text, home }: LineQuestion): void {
  try {
    tell({ id, value: parsers[kind](text, home) });
    if (!isWarm) parsers.line(usual, home);
    isWarm = true;
  } catch {
    // No text of people is written anywhere; that it could not be read is said.
    tell({ id });
  }
}

if (utility) utility.on('message', ({ data }) => hear(data));
else process.on('message', question => hear(question as LineQuestion));
