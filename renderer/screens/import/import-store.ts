// Import state outside the screen, so leaving the screen loses nothing.
import { useEffect, useSyncExternalStore } from 'react';
import type { Input, Output, Progress } from '../../../shared/contract.ts';
import type { Decisions, ImportCounts, Mapping, Preview, ReadChoices } from '../../../shared/import.ts';
import { bridge } from '../../api/bridge.ts';
import { noTicks, type OwnTicks } from './own-ticks.ts';

export type ChosenSource = Input<'imports.read'>['source'];
export type DryRun = Output<'imports.check'>;
export type Done = Output<'imports.run'>;

export type ImportStep =
  | { readonly at: 'choose' }
  | { readonly at: 'map' }
  | { readonly at: 'check'; readonly dryRun: DryRun }
  | { readonly at: 'decide'; readonly dryRun: DryRun }
  /** `before`: files imported the same way just before it. */
  | { readonly at: 'done'; readonly result: Done; readonly before: readonly FileDone[] };

export type FileDone = { readonly fileName: string; readonly counts: ImportCounts };

/** What has been read of the file, and what the owner made of it. */
export type Understood = {
  readonly source: ChosenSource;
  readonly choices: ReadChoices;
  readonly preview: Preview;
  readonly mapping: Mapping;
  /** The mapping is the one used the last time for such a file, or the one of the import that was named. */
  readonly remembered: boolean;
  /** What was corrected in earlier files and is used for this one. */
  readonly recalled: Output<'imports.read'>['recalled'];
};

export type Job = {
  readonly id: string;
  readonly label: string;
  readonly began: number;
  readonly progress: Progress | null;
};

export type ImportState = {
  readonly step: ImportStep;
  readonly understood: Understood | null;
  readonly decisions: Decisions;
  readonly ownTicks: OwnTicks;
  readonly job: Job | null;
  readonly problem: string | null;
};

export const noDecisions: Decisions = { rows: [], alike: [] };
const empty: ImportState = {
  step: { at: 'choose' },
  understood: null,
  decisions: noDecisions,
  ownTicks: noTicks,
  job: null,
  problem: null,
};

let state = empty;
/** Tells the answers of a workspace that has been closed from those of the one that is open. */
let age = 0;
const listeners = new Set<() => void>();

export const importState = () => state;
export const importAge = () => age;
export function setImport(change: Partial<ImportState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

let heard = false;
/** Once for the life of the window: progress is heard also while another screen is open. */
function hear() {
  if (heard) return;
  heard = true;
  bridge().onProgress(progress => {
    const { job } = state;
    if (job && progress.jobId === job.id) setImport({ job: { ...job, progress } });
  });
  bridge().onChanged(({ switched }) => {
    if (!switched) return;
    age += 1;
    setImport(empty);
  });
}

export function useImportState(): ImportState {
  useEffect(hear, []);
  return useSyncExternalStore(subscribe, importState);
}
