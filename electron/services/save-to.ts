// Saves what the owner takes along where they choose, whole or not at all.
import { AppError } from '../../shared/result.ts';
import { toAppError } from '../db/file/app-errors.ts';
import { saveFile } from '../jobs/save-file.ts';
import type { ProcedureContext } from './context.ts';

const folderGone = (path: string) =>
  new AppError('file', `The folder of ${path} does not exist. Nothing was written. Choose another folder.`);

/**
 * Asks for a place and writes there, whole or not at all, what `make` reads between two steps; a full disk or a refused folder is
 * told in one sentence.
 */
export async function saveTo(
  { saveAs, between }: Pick<ProcedureContext, 'saveAs' | 'between'>,
  suggested: string,
  make: () => Promise<string | Uint8Array> | string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<{ path: string | null }> {
  const path = await saveAs(suggested);
  if (path === null) return { path };
  await between(async () => {
    const content = await make();
    try {
      await saveFile(path, typeof content === 'string' || content instanceof Uint8Array ? [content] : content);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw folderGone(path);
      throw toAppError(error, path) ?? error;
    }
  });
  return { path };
}
