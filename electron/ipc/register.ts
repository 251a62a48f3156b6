// The one door from the page into the main process: checks who calls and how much, then hands the call on.
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { fail, type Result } from '../../shared/result.ts';
import { callChannel, fileChannel } from './channels.ts';
import { fitsInACall, isOurFrame } from './guard.ts';

export type Call = (name: string, input: unknown) => Promise<Result<unknown>>;

/** Wraps every handler: a call from any frame but our own page's main frame is refused with an error. */
function handle(channel: string, answer: (...input: readonly unknown[]) => Promise<Result<unknown>>): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...input: readonly unknown[]) => {
    if (!isOurFrame(event.senderFrame)) throw new Error('Refused: not a page of Ripen.');
    if (!fitsInACall(input)) return fail('invalid', 'This is too much data for one step.');
    return answer(...input);
  });
}

/** Opens the door. `call` parses the name and the input itself and answers data, also for what it does not know. */
export function registerIpc(call: Call, tokenFor: (path: string) => Promise<Result<string>>): void {
  handle(callChannel, async (name, input) => {
    if (typeof name !== 'string') return fail('invalid', 'A call needs a name.');
    return call(name, input);
  });
  handle(fileChannel, async path => {
    if (typeof path !== 'string' || path === '') return fail('invalid', 'This file lies nowhere on this computer.');
    return tokenFor(path);
  });
}
