// Entry point of the process that reads and writes where computers meet.
import { folderPlace } from '../sharing/folder.ts';
import { type PlaceAnswer, type PlaceQuestion, placeServer } from '../sharing/place-server.ts';

/** The part of Electron's `process.parentPort` that is used; importing Electron's types would make this file Electron's. */
type UtilityPort = {
  readonly postMessage: (message: PlaceAnswer) => void;
  readonly on: (event: 'message', hear: (event: { readonly data: PlaceQuestion }) => void) => void;
};

const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
const tell = (answer: PlaceAnswer): void => void (utility ? utility.postMessage(answer) : process.send?.(answer));
const answer = placeServer(({ path }) => folderPlace(path), tell);
const hear = (question: PlaceQuestion): void => void answer(question).then(tell);
if (utility) utility.on('message', ({ data }) => hear(data));
else process.on('message', question => hear(question as PlaceQuestion));
