// Progress of a long analysis.
import { useEffect, useState } from 'react';
import { bridge } from '../../api/bridge.ts';
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx';

type Props = {
  /** The job under which the main side tells how far it is. */
  readonly job: string;
  readonly label: string;
  readonly unit?: string;
};

export function WaitWithProgress({ job, label, unit }: Props) {
  const [{ done, total }, setProgress] = useState<{ done: number; total: number | null }>({ done: 0, total: null });
  useEffect(() => bridge().onProgress(now => now.jobId === job && setProgress(now)), [job]);
  return <ProgressBar done={done} label={label} total={total} {...(unit ? { unit } : {})} />;
}
