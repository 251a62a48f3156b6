// Entry of the parser's process: finds the line to its owner (Electron utility process, worker thread or child process).
import { parentPort as threadPort } from 'node:worker_threads';
import type { FromParser, Port, ToParser } from './import-parser/messages.ts';
import { serveParser } from './import-parser/serve.ts';

/** The part of Electron's `process.parentPort` that is used; importing Electron's types would make this file Electron's. */
type UtilityPort = {
  readonly postMessage: (message: FromParser) => void;
  readonly on: (event: 'message', hear: (event: { readonly data: ToParser }) => void) => void;
};

function findPort(): Port<ToParser, FromParser> {
  const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
  if (utility) {
    return {
      post: message => utility.postMessage(message),
      onMessage: hear => utility.on('message', event => hear(event.data)),
    };
  }
  const thread = threadPort;
  if (thread) {
    return { post: message => thread.postMessage(message), onMessage: hear => void thread.on('message', hear) };
  }
  return {
    post: message => void process.send?.(message),
    onMessage: hear => void process.on('message', message => hear(message as ToParser)),
  };
}

serveParser(findPort());
