// What is typed in fields and not saved yet, so that leaving and a dying window can be honest about it.

export type Unsaved = {
  readonly label: string;
  readonly text: string;
  /** Saves it at once; for what is saved later by itself and not by leaving a field. */
  readonly save?: () => unknown;
};

const drafts = new Map<object, Unsaved>();
const listeners = new Set<() => void>();

export const unsaved = {
  /** `field` is any object that stands for the field; null: it holds nothing unsaved any more. */
  set: (field: object, draft: Unsaved | null) => {
    if (draft === null && !drafts.has(field)) return;
    if (draft === null) drafts.delete(field);
    else drafts.set(field, draft);
    for (const listener of listeners) listener();
  },
  /** Sends what would be saved by itself in a moment. */
  saveAll: () => {
    for (const { save } of [...drafts.values()]) save?.();
  },
  list: (): readonly Unsaved[] => [...drafts.values()],
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
