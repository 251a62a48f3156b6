// One setting at a time: `const { settings, save } = useSettings()`, `save('currency')(value)`.
import type { Settings } from '../../../shared/workspace.ts';
import { refusalOf, useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';

export function useSettings() {
  const { settings } = useWorkspace();
  const { run } = useCommand('settings.update');
  /** Answers what a field wants: the sentence that says why not, or null. `done` is shown with "Undo". */
  const save =
    <K extends Exclude<keyof Settings, 'sample' | 'turnLast'>>(name: K, done?: string) =>
    async (value: Settings[K]): Promise<string | null> =>
      refusalOf(await run({ [name]: value }, { quiet: true, ...(done ? { done } : {}) }));
  return { settings, save };
}

/** For settings that must hold something: refuses an emptied field in words. */
export const needed =
  <T>(save: (value: T) => Promise<string | null>, words: string) =>
  async (value: T | null): Promise<string | null> =>
    value === null ? words : save(value);
