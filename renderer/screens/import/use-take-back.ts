// Undoes an import and reports the result.
import { useCommand } from '../../api/use-command.ts';

export function useTakeBack(onDone?: () => void) {
  const { run } = useCommand('imports.undo');
  return async (batchId: string) => {
    const result = await run(
      { jobId: crypto.randomUUID(), batchId },
      {
        about: ({ kept }) => kept[0],
        done: ({ removed, restored, kept }) => {
          const parts = [`Import undone: ${removed} removed`];
          if (restored > 0) parts.push(`${restored} restored`);
          const names = kept.slice(0, 3).map(lead => lead.name);
          if (kept.length > 0) parts.push(`${kept.length} kept because they were changed since (${names.join(', ')})`);
          return `${parts.join(', ')}.`;
        },
      },
    );
    if (result.ok) onDone?.();
  };
}
