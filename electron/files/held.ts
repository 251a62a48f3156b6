// Files that this process holds open as a workspace. POSIX gives up all locks of a process on a file when it closes any
// handle to it, so nothing else here may open one; and nothing may be written over one, whatever its path is called.
import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { type FileId, fileId, looseName, realPath } from './identity.ts';

export type OpenFile = {
  readonly fileId: FileId;
  /** Its real path. */
  readonly file: string;
  /** Endings of what lies beside it and belongs to it. */
  readonly endings: readonly string[];
  /** The folder of its backups. */
  readonly backups: string;
};

/** Of the whole process, as its locks are. */
const all = new Set<OpenFile>();

/** Notes a file as held until the answer is called. */
export function holdFile(held: OpenFile): () => void {
  all.add(held);
  return () => void all.delete(held);
}

/** Whether a path leads to the file or to what belongs to it. Opens nothing. */
function leadsTo(path: string, { fileId: id, file, endings }: OpenFile): boolean {
  const found = fileId(path);
  const ownFiles = ['', ...endings].map(end => `${file}${end}`);
  if (found !== null) return found === id || ownFiles.some(one => fileId(one) === found);
  // There is nothing at the path: what would be made there may take the place of something that was deleted meanwhile.
  const loose = looseName(realPath(path));
  return ownFiles.some(one => looseName(one) === loose);
}

/** The workspace that a path leads to, if this process holds it. */
export const heldAt = (path: string): OpenFile | undefined => [...all].find(held => leadsTo(path, held));

function isAmongBackups(path: string, { backups }: OpenFile): boolean {
  const folder = fileId(backups);
  for (let at = dirname(realPath(path)); ; at = dirname(at)) {
    if (folder === null ? at === backups : fileId(at) === folder) return true;
    if (dirname(at) === at) return false;
  }
}

/** Throws an AppError unless something may be written to a path that the owner chose: every such write asks here. */
export function refuseHeldTarget(path: string): void {
  if (heldAt(path)) {
    throw new AppError(
      'file',
      `“${basename(path)}” is the workspace that is open, or belongs to it. Nothing was written; choose another name or folder.`,
    );
  }
  if ([...all].some(held => isAmongBackups(path, held))) {
    throw new AppError('file', 'This is the folder of the backups. Nothing was written; choose another folder.');
  }
}

/** Throws an AppError when a file that is to be read is the open workspace: reading it would give up its lock. */
export function refuseHeldSource(path: string): void {
  if (heldAt(path)) {
    throw new AppError(
      'file',
      `“${basename(path)}” is the workspace that is open. Choose another file; nothing was changed.`,
    );
  }
}
