// Writing: `const move = useCommand('leads.move'); move.run(input, { done: 'Dana is now an SQL.' })`.
import { useCallback, useState } from 'react';
import type { CommandName, Input, Output, ProcedureName } from '../../shared/contract.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { leadButton } from './lead-button.ts';
import { send } from './send.ts';
import { showToast } from './toast-store.ts';
import { undoButton } from './undo.ts';

type Options<N extends CommandName | ProcedureName> = {
  /** The sentence shown when it is done, with "Undo" beside it. */
  readonly done?: string | ((value: Output<N>) => string | null | Promise<string | null>);
  /** The lead that the sentence names, to be opened. */
  readonly about?: (value: Output<N>) => Failure['lead'];
  /** The caller shows the failure itself, such as under a field. */
  readonly quiet?: boolean;
};

export function useCommand<N extends CommandName | ProcedureName>(name: N) {
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async (input: Input<N>, { done, about, quiet = false }: Options<N> = {}): Promise<Result<Output<N>>> => {
      // What it changes shows from here on; nothing may be waited for before.
      const sent = send(name, input);
      setRunning(count => count + 1);
      const result = await sent.finally(() => setRunning(count => count - 1));
      if (result.ok) {
        const text = typeof done === 'function' ? await done(result.value) : done;
        if (text) showToast(text, { action: undoButton(result.step), also: leadButton(about?.(result.value)) });
      } else if (!quiet) {
        showToast(result.error.message, { tone: 'problem', action: leadButton(result.error.lead) });
      }
      return result;
    },
    [name],
  );
  return { run, busy: running > 0 };
}

/** For fields: the sentence that says why it was not saved, or null. */
export const errorMessage = (result: Result<unknown>): string | null => (result.ok ? null : result.error.message);
