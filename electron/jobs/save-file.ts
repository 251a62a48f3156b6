// Atomic write of a file chosen by the user.
import { open, rename, rm } from 'node:fs/promises';

/** Writes `pieces` one after the other; an error, such as a full disk, leaves nothing behind. */
export async function saveFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const draft = `${path}.part`;
  try {
    const file = await open(draft, 'w');
    try {
      for await (const piece of pieces) await file.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
