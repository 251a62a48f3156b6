// Runs a bulk action with progress, cancel and a summary.
import { useEffect, useRef, useState } from 'react';
import type { BulkAction, Who } from '../../../shared/contract/lead-table.ts';
import type { Input, Progress } from '../../../shared/contract.ts';
import { bridge } from '../../api/bridge.ts';
import { call } from '../../api/call.ts';
import { leadButton, type Problem } from '../../api/lead-button.ts';
import { send } from '../../api/send.ts';
import { showToast } from '../../api/toast-store.ts';
import { undoButton } from '../../api/undo.ts';
import { endedText } from '../../parts/moves/move-text.ts';
import { useFormat } from '../../ui/format.tsx';

type Job = { readonly id: string; readonly progress: Progress | null };

/** `text`: what is said when it is done, given how many: "12 leads are tagged". */
export type Run = (action: Input<'bulk.run'>['action'], text: (count: string) => string) => Promise<Problem | null>;

export function useBulk(who: Who, onDone: (action: BulkAction['do']) => void) {
  const [job, setJob] = useState<Job | null>(null);
  const running = useRef<string | null>(null);
  const format = useFormat();
  useEffect(
    () =>
      bridge().onProgress(progress => {
        if (progress.jobId === running.current) setJob(now => now && { ...now, progress });
      }),
    [],
  );

  const run: Run = async (action, text) => {
    if (running.current !== null) return 'Another change is running.';
    const id = crypto.randomUUID();
    running.current = id;
    setJob({ id, progress: null });
    const result = await send('bulk.run', { jobId: id, who, action }).finally(() => {
      running.current = null;
      setJob(null);
    });
    if (!result.ok) return result.error;
    const { done, left, leftFirst, promoted, endedSteps } = result.value;
    const count = done === 1 ? '1 lead' : `${format.whole(done)} leads`;
    const first = leftFirst[0];
    const others = left - 1;
    const more =
      promoted === 0 ? '' : ` ${promoted === 1 ? '1 became MQL' : `${format.whole(promoted)} became MQL`} by it.`;
    const stayed =
      first === undefined
        ? ''
        : ` ${others > 0 ? `${first.name} and ${format.whole(others)} more` : first.name} not changed: ${first.why}`;
    const said = done === 0 ? 'No leads were changed.' : `${text(count)}.`;
    showToast(`${said}${endedText(endedSteps)}${more}${stayed}`, {
      tone: left > 0 && done === 0 ? 'problem' : 'done',
      action: undoButton(result.step),
      also: leadButton(first),
    });
    onDone(action.do);
    return null;
  };

  return { run, job, stop: () => running.current && void call('imports.cancel', { jobId: running.current }) };
}
