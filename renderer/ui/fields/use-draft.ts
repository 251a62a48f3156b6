// What is typed but not yet saved: saved on leaving the field, taken back by Escape, kept with a sentence when it does not fit.
import { useRef, useState } from 'react';
import { announce } from '../feedback/announce.tsx';

/** Saves a value; answers the sentence that says why not, or null when it is saved. */
export type Save<T> = (value: T) => Promise<string | null>;

type Options<T> = {
  readonly value: T;
  readonly write: (value: T) => string;
  /** Reads what was typed; an error is a sentence. */
  readonly read: (text: string) => { readonly value: T } | { readonly error: string };
  readonly save: Save<T>;
};

/** What a field needs of its draft, whatever it edits. */
export type Draft = {
  readonly text: string;
  readonly error: string | null;
  readonly change: (text: string) => void;
  readonly commit: () => Promise<void>;
  /** True when there was something to take back, so that the key goes no further. */
  readonly restore: () => boolean;
};

export function useDraft<T>({ value, write, read, save }: Options<T>): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  /** The text a save was last started for: Enter and the blur that follows it save once. */
  const sent = useRef<string | null>(null);
  const saved = write(value);

  const stop = () => {
    sent.current = null;
    setDraft(null);
    setError(null);
  };

  async function commit() {
    if (draft === null || draft === sent.current) return;
    if (draft.trim() === saved.trim()) return stop();
    const result = read(draft);
    if ('error' in result) return setError(result.error);
    sent.current = draft;
    const refused = await save(result.value);
    if (refused === null) {
      stop();
      announce('Saved');
    } else {
      sent.current = null;
      setError(refused);
    }
  }

  return {
    text: draft ?? saved,
    error,
    change: (text: string) => {
      setDraft(text);
      setError(null);
    },
    commit,
    restore: () => {
      const had = draft !== null && draft !== saved;
      stop();
      return had;
    },
  };
}
