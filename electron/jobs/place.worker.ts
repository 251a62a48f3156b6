// Entry point of the process that reads and writes where computers meet.
import { folderPlace } from '../sharing/folder.ts';
import { type PlaceAnswer, type PlaceQuestion, placeServer } from '../sharing/place-server.ts';

/** The part of Electron's `process.parentPort` that is used; importing Electron's types would make this file Electron's. */
type UtilityPort = {
  readonly postMessage: (message: PlaceAnswer) => void;
  readonly on: (event: 'message', hear: (event: { readonly data: PlaceQuestion }) => void) => void;
};

const answer = placeServer(({ path }) => folderPlace(path));
const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
if (utility) utility.on('message', ({ data }) => void answer(data).then(utility.postMessage.bind(utility)));
else process.on('message', question => void answer(question as PlaceQuestion).then(reply => process.send?.(reply)));
