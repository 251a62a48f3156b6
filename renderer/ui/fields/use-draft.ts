// What is typed but not yet saved: saved on leaving the field, taken back by Escape, kept with a sentence when it does not fit.
import { useEffect, useRef, useState } from 'react';
import { showToast } from '../../api/toast-store.ts';
import { announce } from '../feedback/announce.tsx';
import { unsaved } from './unsaved.ts';

/** Saves a value; answers the sentence that says why not, or null when it is saved. */
export type Save<T> = (value: T) => Promise<string | null>;

type Options<T> = {
  /** The field's name, for when it has to be said that it is not saved. */
  readonly label: string;
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

export function useDraft<T>({ label, value, write, read, save }: Options<T>): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  /** The text a save was last started for: Enter and the blur that follows it save once. */
  const sent = useRef<string | null>(null);
  /** What stands in the field now, whatever was drawn last. */
  const typed = useRef<string | null>(null);
  const [field] = useState(() => ({}));
  const saved = write(value);

  const stop = () => {
    sent.current = null;
    typed.current = null;
    setDraft(null);
    setError(null);
    unsaved.set(field, null);
  };

  /** Answers the sentence that says why it was not saved, or null. */
  async function tryToSave(): Promise<string | null> {
    if (draft === null || draft === sent.current) return null;
    if (draft.trim() === saved.trim()) {
      stop();
      return null;
    }
    const result = read(draft);
    if ('error' in result) return result.error;
    sent.current = draft;
    const error = await save(result.value);
    // What has been typed meanwhile stays, and is saved in its turn.
    if (error === null && typed.current === draft) stop();
    else if (sent.current === draft) sent.current = null;
    if (error === null) announce('Saved');
    return error;
  }

  // A shortcut can take the screen away under the hands of somebody who types: no blur comes then.
  const leave = useRef(async () => {});
  leave.current = async () => {
    const error = await tryToSave();
    unsaved.set(field, null);
    if (error !== null) showToast(`${label} was not saved. ${error}`, { tone: 'problem' });
  };
  useEffect(() => () => void leave.current(), []);

  return {
    text: draft ?? saved,
    error,
    change: (text: string) => {
      typed.current = text;
      setDraft(text);
      setError(null);
      unsaved.set(field, text.trim() === saved.trim() ? null : { label, text });
    },
    commit: async () => {
      const error = await tryToSave();
      if (error !== null) setError(error);
    },
    restore: () => {
      const had = draft !== null && draft !== saved;
      stop();
      return had;
    },
  };
}
