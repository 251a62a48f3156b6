// State of a running export: progress, cancel, result.
import { useEffect, useRef, useState } from 'react';
import type { Input, Progress } from '../../../shared/contract.ts';
import { bridge } from '../../api/bridge.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useFormat } from '../../ui/format.tsx';

export function useExport(onDone: () => void) {
  const format = useFormat();
  const [job, setJob] = useState<{ readonly id: string; readonly progress: Progress | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<string | null>(null);
  useEffect(
    () =>
      bridge().onProgress(progress => {
        if (progress.jobId === running.current) setJob(now => now && { ...now, progress });
      }),
    [],
  );

  async function save(request: Omit<Input<'exports.save'>, 'jobId'>): Promise<void> {
    const jobId = crypto.randomUUID();
    running.current = jobId;
    setProblem(null);
    setJob({ id: jobId, progress: null });
    const result = await call('exports.save', { ...request, jobId });
    running.current = null;
    setJob(null);
    if (!result.ok) return setProblem(result.error.message);
    const { saved, rows } = result.value;
    if (saved === null) return;
    showToast(`${format.whole(rows)} ${rows === 1 ? 'row' : 'rows'} exported to ${saved}.`);
    onDone();
  }

  return {
    running: job !== null,
    progress: job?.progress ?? null,
    problem,
    save,
    stop: () => job && void call('imports.cancel', { jobId: job.id }),
  };
}
