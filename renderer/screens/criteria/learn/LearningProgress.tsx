// How far learning is, on a file so large that it takes longer than a moment.
import { useEffect, useState } from 'react';
import { lessonsJob } from '../../../../shared/contract/past.ts';
import { bridge } from '../../../api/bridge.ts';
import { ProgressBar } from '../../../ui/feedback/ProgressBar.tsx';

export function LearningProgress() {
  const [{ done, total }, setProgress] = useState<{ done: number; total: number | null }>({ done: 0, total: null });
  useEffect(() => bridge().onProgress(now => now.jobId === lessonsJob && setProgress(now)), []);
  return <ProgressBar done={done} label="Looking at everybody whose story is over" total={total} />;
}
