// Entry point of the process that checks, repairs and salvages backups and workspaces: one request, one response.

import type { CheckedCopy } from '../db/file/copy.ts';
import { answerCheck, type CheckRequest } from './checking.ts';
import { answerMend, type Mending, type MendRequest } from './mending.ts';
import type { ProcessAnswer } from './own-process.ts';

type Request = CheckRequest | MendRequest;

/** The part of Electron's `process.parentPort` that is used; importing Electron's types would make this file Electron's. */
type UtilityPort = {
  readonly postMessage: (message: ProcessAnswer<CheckedCopy | Mending>) => void;
  readonly on: (event: 'message', hear: (event: { readonly data: Request }) => void) => void;
};

const answer = (request: Request): ProcessAnswer<CheckedCopy | Mending> =>
  'migrationsFolder' in request ? answerMend(request) : answerCheck(request);

const port = (process as { readonly parentPort?: UtilityPort }).parentPort;
port?.on('message', ({ data }) => port.postMessage(answer(data)));
