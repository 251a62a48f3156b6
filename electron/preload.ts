// What the page gets of the main process: five functions and nothing of Electron.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callChannel, changedChannel, fileChannel, menuChannel, progressChannel } from './ipc/channels.ts';

/** Calls `fn` with each message of a channel, never with Electron's event; the answer stops it. */
function listen(channel: string, fn: (message: unknown) => void): () => void {
  const listener = (_: unknown, message: unknown) => fn(message);
  ipcRenderer.on(channel, listener);
  return () => {
    ipcRenderer.removeListener(channel, listener);
  };
}

contextBridge.exposeInMainWorld('ripen', {
  call: (name: string, input: unknown) => ipcRenderer.invoke(callChannel, name, input),
  onChanged: (fn: (changed: unknown) => void) => listen(changedChannel, fn),
  onProgress: (fn: (progress: unknown) => void) => listen(progressChannel, fn),
  onMenu: (fn: (action: unknown) => void) => listen(menuChannel, fn),
  /** A token for a file that the person dropped; refused for a file made by the page, which lies nowhere. */
  tokenForFile: (file: File) => ipcRenderer.invoke(fileChannel, webUtils.getPathForFile(file)),
});
