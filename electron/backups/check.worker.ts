// Entry point of the backup check process: one request, one response.
import { answerCheck, type CheckAnswer, type CheckRequest } from './checking.ts';

/** The part of Electron's `process.parentPort` that is used; importing Electron's types would make this file Electron's. */
type UtilityPort = {
  readonly postMessage: (message: CheckAnswer) => void;
  readonly on: (event: 'message', hear: (event: { readonly data: CheckRequest }) => void) => void;
};

const port = (process as { readonly parentPort?: UtilityPort }).parentPort;
port?.on('message', ({ data }) => port.postMessage(answerCheck(data)));
