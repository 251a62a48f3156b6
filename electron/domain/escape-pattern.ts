// A text as a part of a regular expression that means the text itself.

/** "a.b" as "a\.b". Goes with the flags "u" and "v" as well. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
