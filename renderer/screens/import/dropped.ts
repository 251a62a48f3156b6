// Files dropped anywhere on the window, waiting for the Import screen to take them, one after the other.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Result } from '../../../shared/result.ts';
import { bridge } from '../../api/bridge.ts';
import { showToast } from '../../api/toast-store.ts';
import type { ChosenSource } from './import-store.ts';

/** Names by which files are known that are read together; what each is, its content decides. */
const readTogether = [/\.(?:eml|emlx|mbox)$/i, /\.(?:vcf|vcard)$/i];

/** Files as sources: several e-mails are one, and so are several cards. */
export function sourcesOf(tokens: readonly string[]): readonly ChosenSource[] {
  const heaps = readTogether
    .map(pattern => tokens.filter(token => pattern.test(token)))
    .filter(({ length }) => length > 1);
  const others = tokens.filter(token => !heaps.some(heap => heap.includes(token)));
  return [
    ...heaps.map(paths => ({ kind: 'files', paths }) as const),
    ...others.map(path => ({ kind: 'file', path }) as const),
  ];
}

let waiting: readonly ChosenSource[] = [];
/** An import was undone: the next file waits until somebody wants it. */
let held = false;
const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Files that wait, the next one first. */
export const useDropped = () => useSyncExternalStore(subscribe, () => waiting);

export const useHeld = (): boolean => useSyncExternalStore(subscribe, () => held && waiting.length > 0);

/** Files that wait are not read by themselves until the next one is asked for. */
export function holdDropped(): void {
  held = true;
  notify();
}

export function releaseDropped(): void {
  held = false;
  notify();
}

/** Files that are to be read after the present one. */
export function addDropped(sources: readonly ChosenSource[]): void {
  if (sources.length === 0) return;
  waiting = [...waiting, ...sources];
  held = false;
  notify();
}

/** Takes the next file from the queue. */
export function takeDropped(): ChosenSource | undefined {
  const [next, ...rest] = waiting;
  if (next === undefined) return undefined;
  waiting = rest;
  held = false;
  notify();
  return next;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
/** Over a part that takes files itself, such as a lead. */
const isTaken = ({ target }: DragEvent): boolean =>
  target instanceof Element && target.closest('[data-takes-files]') !== null;

/** While mounted, files may be dropped anywhere; answers whether one is over the window. `onFiles` is told of new ones. */
export function useDropAnywhere(onFiles: () => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const move = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(!isTaken(event));
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (isTaken(event)) return;
      // Asked for at once: the list of files is empty when the event is over.
      void takeFiles([...(event.dataTransfer?.files ?? [])].map(file => bridge().tokenForFile(file)));
    };
    const takeFiles = async (request: readonly Promise<Result<string>>[]) => {
      const answers = await Promise.all(request);
      const rejected = answers.find(answer => !answer.ok);
      if (rejected) showToast(rejected.error.message, { tone: 'problem' });
      const tokens = answers.flatMap(answer => (answer.ok ? [answer.value] : []));
      if (tokens.length === 0) return;
      addDropped(sourcesOf(tokens));
      onFiles();
    };
    addEventListener('dragover', move, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, [onFiles]);
  return over;
}
