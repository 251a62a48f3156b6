// Who may call the main process, and how much may come in one call. Free of Electron, so that every case is tested.
import { appOrigin } from '../desktop/assets.ts';

/** The parts of Electron's WebFrameMain that the check reads. */
export type Frame = { readonly origin: string; readonly parent: unknown };

/**
 * Only the main frame of our own page; a frame that is already gone (null) is refused. `detached` is not asked: Electron
 * leaves it true on the frame that replaces a crashed one.
 */
export function isOurFrame(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}

/** The most one call may carry, in bytes as JSON would write it, roughly. */
export const sizeLimit = 16 * 1024 * 1024;
const depthLimit = 64;

/** Whether a value stays within the limits. Stops counting at the limit, so that a huge value costs no more than it. */
export function fitsInACall(value: unknown, limit: number = sizeLimit): boolean {
  let left = limit;
  const count = (part: unknown, depth: number): boolean => {
    left -= 8;
    if (left < 0 || depth > depthLimit) return false;
    if (typeof part === 'string') left -= part.length;
    else if (ArrayBuffer.isView(part) || part instanceof ArrayBuffer) left -= part.byteLength;
    else if (part instanceof Map || part instanceof Set) return false;
    else if (Array.isArray(part)) return left >= 0 && part.every(item => count(item, depth + 1));
    else if (typeof part === 'object' && part !== null) {
      return Object.entries(part).every(([key, item]) => count(key, depth + 1) && count(item, depth + 1));
    }
    return left >= 0;
  };
  return count(value, 0);
}
