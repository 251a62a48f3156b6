// Where an import stands: chosen, understood, tried out, done; each step can be left backwards without choosing the file again.
import { useEffect, useRef, useState } from 'react';
import type { Input, Output, Progress } from '../../../shared/contract.ts';
import type { Mapping, Preview, ReadChoices } from '../../../shared/import.ts';
import type { Result } from '../../../shared/result.ts';
import { bridge } from '../../api/bridge.ts';
import { call } from '../../api/call.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { showToast } from '../../ui/feedback/toast-store.ts';

export type Source = Input<'imports.read'>['source'];
export type Tried = Output<'imports.check'>;

export type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'map' }
  | { readonly at: 'check'; readonly tried: Tried }
  | { readonly at: 'done'; readonly result: Output<'imports.run'> };

/** What has been read of the file, and what the owner made of it. */
export type Understood = {
  readonly source: Source;
  readonly choices: ReadChoices;
  readonly preview: Preview;
  readonly mapping: Mapping;
  /** The mapping is the one used the last time for such a file. */
  readonly remembered: boolean;
};

export type Job = { readonly id: string; readonly label: string; readonly progress: Progress | null };

export function useImport() {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [understood, setUnderstood] = useState<Understood | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<string | null>(null);

  useEffect(
    () =>
      bridge().onProgress(progress => {
        if (progress.jobId === running.current) setJob(now => now && { ...now, progress });
      }),
    [],
  );

  /** Runs one piece of work with progress; what it refuses is shown, and nothing else changes. */
  async function work<T>(label: string, run: (jobId: string) => Promise<Result<T>>): Promise<T | null> {
    const id = crypto.randomUUID();
    running.current = id;
    setProblem(null);
    setJob({ id, label, progress: null });
    const result = await run(id).finally(() => {
      running.current = null;
      setJob(null);
    });
    if (result.ok) return result.value;
    setProblem(result.error.message);
    return null;
  }

  async function read(source: Source, choices: ReadChoices = {}): Promise<void> {
    const answer = await work('Reading the file', jobId => call('imports.read', { jobId, source, choices }));
    if (!answer) return;
    setUnderstood({ source, choices, ...answer });
    setStep({ at: 'map' });
    announce(`The file is read: ${answer.preview.rowCount} rows.`);
  }

  const asked = (jobId: string, of: Understood) => ({
    jobId,
    source: of.source,
    choices: of.choices,
    mapping: of.mapping,
  });

  return {
    step,
    understood,
    job,
    problem,
    read,
    /** Reads the same file again in another way. */
    reread: (choices: ReadChoices) => understood && read(understood.source, { ...understood.choices, ...choices }),
    setMapping: (mapping: Mapping) => setUnderstood(now => now && { ...now, mapping }),
    check: async () => {
      if (!understood) return;
      const tried = await work('Trying it out', id => call('imports.check', asked(id, understood)));
      if (!tried) return;
      setStep({ at: 'check', tried });
      announce(`Tried out: ${tried.counts.created} new, ${tried.counts.updated} updated.`);
    },
    run: async () => {
      if (!understood) return;
      const result = await work('Importing', id => call('imports.run', asked(id, understood)));
      if (!result) return;
      setStep({ at: 'done', result });
      announce('The file is imported.');
    },
    saveRefused: async () => {
      if (!understood) return;
      const done = await work('Saving the refused rows', id => call('imports.saveRefused', asked(id, understood)));
      if (done?.saved) showToast(`${done.rows} rows saved in ${done.saved}.`);
    },
    cancel: () => job && void call('imports.cancel', { jobId: job.id }),
    back: (at: 'choose' | 'map') => {
      setProblem(null);
      setStep({ at });
    },
  };
}

export type Importing = ReturnType<typeof useImport>;
