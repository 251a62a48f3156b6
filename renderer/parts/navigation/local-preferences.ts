// Local preferences of this window, outside the workspace.

/** Reads a habit; storage may be refused, and then the `otherwise` holds. */
export function readPreference(key: string, otherwise: string): string {
  try {
    return localStorage.getItem(key) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function savePreference(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the habit is simply not kept.
  }
}
