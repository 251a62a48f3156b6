// Text typed into a box that Escape closes: it comes back when the box opens again. Kept in the memory of this window only.
import { useEffect, useState } from 'react';
import { unsaved } from './unsaved.ts';

/** `over`: what stood in the field when this was typed. */
type Typed = { readonly text: string; readonly over: string };
type Draft = { readonly texts: Map<string, Typed>; readonly field: object; readonly box: DraftBox };
const drafts = new Map<string, Draft>();

/** One box: the same question about the same leads. */
export type DraftBox = {
  readonly key: string;
  /** Names the box when the window closes before it was answered. */
  readonly label: string;
  /** The workspace it was asked in. */
  readonly file: string;
  /** Without one of these the question is not asked again. */
  readonly leadIds: readonly string[];
};

/**
 * As useState for the text of one field of a box. What equals `initial` is no draft. A draft that was typed over another
 * text than `initial` is dropped: what was saved since is newer.
 */
export function useBoxDraft(box: DraftBox, name: string, initial = ''): readonly [string, (text: string) => void] {
  const { key } = box;
  // What the box opened with is what is typed over, also when something else is saved meanwhile.
  const [over] = useState(initial);
  const [text, setText] = useState(() => {
    const typed = drafts.get(key)?.texts.get(name);
    return typed?.over === initial ? typed.text : initial;
  });
  useEffect(() => {
    const draft = drafts.get(key);
    const typed = draft?.texts.get(name);
    if (draft && typed && typed.over !== over) put(draft, name, null);
  }, [key, name, over]);
  const set = (next: string) => {
    setText(next);
    const draft = drafts.get(key) ?? { texts: new Map<string, Typed>(), field: {}, box };
    put(draft, name, next === over ? null : { text: next, over });
  };
  return [text, set];
}

function put(draft: Draft, name: string, typed: Typed | null): void {
  const { texts, field, box } = draft;
  if (typed === null) texts.delete(name);
  else texts.set(name, typed);
  if (texts.size === 0) dropBoxDraft(box.key);
  else {
    drafts.set(box.key, draft);
    unsaved.set(field, { label: box.label, text: [...texts.values()].map(one => one.text).join('\n') });
  }
}

/** The box was answered or cancelled: nothing of it comes back. */
export function dropBoxDraft(key: string): void {
  const draft = drafts.get(key);
  if (draft) unsaved.set(draft.field, null);
  drafts.delete(key);
}

/** Boxes of a workspace that hold something typed. */
export const boxesWithDrafts = (file: string): readonly DraftBox[] =>
  [...drafts.values()].map(({ box }) => box).filter(box => box.file === file);
