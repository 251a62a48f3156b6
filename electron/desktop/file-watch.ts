// Looks whether the file of the open workspace still stands in its place; when it does not any more, all of it is brought to safety.
import type { App } from '../open-workspace.ts';

/** Answers the look, which is cheap and to be called often. `keep` takes a backup. */
export function createFileWatch(current: () => App | null, keep: (app: App) => Promise<void>): () => Promise<void> {
  /** Of which it is known that its file stands in its place no more. */
  let moved: App | null = null;
  return async () => {
    const app = current();
    if (!app?.isOpen() || app.fileState() === 'here') {
      moved = null;
      return;
    }
    if (moved === app) return;
    moved = app;
    // Renamed, the file is whole by itself then; deleted, the backup is all that outlives this process.
    await app.mergeLog();
    await keep(app);
  };
}
