// React keys of rows that were made in this window: the same before and after the row has its id, so that the keyboard stays in it.
const firstKeys = new Map<string, string>();

/** From now on the row of that id has the key under which it was drawn first. */
export const keepKey = (id: string, placeholder: string): void => void firstKeys.set(id, placeholder);

export const rowKey = (id: string): string => firstKeys.get(id) ?? id;
