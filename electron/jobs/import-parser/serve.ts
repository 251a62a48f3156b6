// The parser's side: answers previews and prepares over a port, one piece at a time, and can be told to stop.
import { AppError } from '../../../shared/result.ts';
import type { FromParser, Port, ToParser } from './messages.ts';
import type { PreparedPiece } from './prepare.ts';
import { prepareRows } from './prepare.ts';
import { Cancelled, previewFile } from './preview.ts';
import { packed } from './wire.ts';

const progressEveryMs = 100;

/** Serves until the process ends. Errors are answered, never thrown. */
export function serveParser(port: Port<ToParser, FromParser>): void {
  const cancelled = new Set<number>();
  const running = new Map<number, AsyncGenerator<PreparedPiece>>();
  const fail = (id: number, error: unknown) => {
    running.delete(id);
    port.post({ say: 'failed', id, failure: failureOf(error) });
  };
  const next = async (id: number) => {
    const pieces = running.get(id);
    if (!pieces) return;
    try {
      const { value, done } = await pieces.next();
      if (done || !value) {
        running.delete(id);
        port.post({ say: 'piece', id, piece: null });
      } else port.post({ say: 'piece', id, piece: packed(value) });
    } catch (error) {
      fail(id, error);
    }
  };
  port.onMessage(message => {
    switch (message.say) {
      case 'preview': {
        let last = 0;
        const watch = {
          isCancelled: () => cancelled.has(message.id),
          progress: (rows: number, part: number) => {
            const now = performance.now();
            if (now - last < progressEveryMs) return;
            last = now;
            port.post({ say: 'progress', id: message.id, rows, part });
          },
        };
        previewFile(message.request, watch).then(
          preview => port.post({ say: 'preview', id: message.id, preview }),
          error => fail(message.id, error),
        );
        return;
      }
      case 'prepare':
        running.set(message.id, prepareRows(message.request));
        return void next(message.id);
      case 'next':
        return void next(message.id);
      case 'cancel':
        cancelled.add(message.id);
        void running.get(message.id)?.return(undefined);
        running.delete(message.id);
        return;
      default:
        return message satisfies never;
    }
  });
  port.post({ say: 'ready' });
}

/** Expected errors as they are; whatever else goes wrong in a file nobody prepared is said without its inside. */
function failureOf(error: unknown): FromParser & { say: 'failed' } extends { failure: infer F } ? F : never {
  if (error instanceof AppError) return error.failure;
  if (error instanceof Cancelled) return { kind: 'conflict', message: 'Stopped.' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return { kind: 'file', message: 'This file no longer exists.' };
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'file', message: 'Ripen has no permission to read this file.' };
  if (code === 'EISDIR') return { kind: 'file', message: 'This is a folder. Choose a file.' };
  return {
    kind: 'file',
    message: `This file could not be read (${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}).`,
  };
}
