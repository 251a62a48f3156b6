// Remembers where the owner saved last, so that it can be shown in the file manager; the page itself names no path.

export type LastSaved = {
  /** Asks the owner for a place as the dialog does. */
  readonly ask: (suggested: string) => Promise<string | null>;
  /** The place of the latest answer; null: none yet. */
  readonly path: () => string | null;
};

export function createLastSaved(dialog: (suggested: string) => Promise<string | null>): LastSaved {
  let last: string | null = null;
  return {
    ask: async suggested => {
      const chosen = await dialog(suggested);
      if (chosen !== null) last = chosen;
      return chosen;
    },
    path: () => last,
  };
}
