// One setting at a time: `const { settings, save } = useSettings()`, `save('currency')(value)`.
import type { SettingsChange } from '../../../shared/settings-change.ts';
import type { Settings } from '../../../shared/workspace.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';

/** Settings that are lists or tables: what is in them changes one by one (`change`). */
type Several = 'freeWeekdays' | 'holidays' | 'stageLimits' | 'probabilities' | 'assignment' | 'stepsDone';

export function useSettings() {
  const { settings } = useWorkspace();
  const { run } = useCommand('settings.update');
  const { run: runChange } = useCommand('settings.change');
  /** Answers what a field wants: the sentence that says why not, or null. `done` is shown with "Undo". */
  const save =
    <K extends Exclude<keyof Settings, 'sample' | 'roundRobinLast' | Several>>(name: K, done?: string) =>
    async (value: Settings[K]): Promise<string | null> =>
      errorMessage(await run({ [name]: value }, { quiet: true, ...(done ? { done } : {}) }));
  /** Adds to one of the lists, or takes out of it; answers as `save` does. */
  const change = async (what: SettingsChange, done?: string): Promise<string | null> =>
    errorMessage(await runChange(what, { quiet: true, ...(done ? { done } : {}) }));
  return { settings, save, change };
}

/** For settings that must hold something: refuses an emptied field in words. */
export const needed =
  <T>(save: (value: T) => Promise<string | null>, text: string) =>
  async (value: T | null): Promise<string | null> =>
    value === null ? text : save(value);
