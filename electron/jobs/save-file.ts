// Atomic write of a file chosen by the user, never over the open workspace.
import { open, rename, rm } from 'node:fs/promises';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';
import { refuseHeldTarget } from '../files/held.ts';

/** Writes `pieces` one after the other; an error, such as a full disk, leaves nothing behind. */
export async function saveFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  refuseHeldTarget(path);
  sweepDrafts(path);
  const draft = draftBeside(path);
  try {
    // A draft is new: what lies there already, a link to somewhere say, is not written through.
    const file = await open(draft, 'wx');
    try {
      for await (const piece of pieces) await file.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
      await file.sync();
    } finally {
      await file.close();
    }
    // Once more: a long export leaves time for another workspace to be opened.
    refuseHeldTarget(path);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
