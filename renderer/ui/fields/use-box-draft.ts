// Text typed into a box that Escape closes: it comes back when the box opens again. Kept in the memory of this window only.
import { useCallback, useState } from 'react';
import { unsaved } from './unsaved.ts';

type Draft = { readonly texts: Map<string, string>; readonly field: object };
const drafts = new Map<string, Draft>();

/** One box: the same question about the same leads. */
export type DraftBox = {
  readonly key: string;
  /** Names the box when the window closes before it was answered. */
  readonly label: string;
};

/** As useState for the text of one field of a box. What equals `initial` is no draft. */
export function useBoxDraft(
  { key, label }: DraftBox,
  name: string,
  initial = '',
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(key)?.texts.get(name) ?? initial);
  const set = useCallback(
    (next: string) => {
      setText(next);
      const draft = drafts.get(key) ?? { texts: new Map<string, string>(), field: {} };
      if (next === initial) draft.texts.delete(name);
      else draft.texts.set(name, next);
      if (draft.texts.size === 0) return dropBoxDraft(key);
      drafts.set(key, draft);
      unsaved.set(draft.field, { label, text: [...draft.texts.values()].join('\n') });
    },
    [key, label, name, initial],
  );
  return [text, set];
}

/** The box was answered: nothing of it comes back. */
export function dropBoxDraft(key: string): void {
  const draft = drafts.get(key);
  if (draft) unsaved.set(draft.field, null);
  drafts.delete(key);
}
