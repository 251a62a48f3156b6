// Small habits of this window that are no part of the workspace: whether the rail shows names. They are stored outside the
// workspace file, where erasing does not reach: nothing that may name a person goes in here.

/** Reads a habit; storage may be refused, and then the `otherwise` holds. */
export function remembered(key: string, otherwise: string): string {
  try {
    return localStorage.getItem(key) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the habit is simply not kept.
  }
}
