// Short, deterministic ids of proposed rules.

/** `text` as eight digits (FNV-1a, 32 bits): enough to tell apart the few rules of one set of criteria. */
export function shortId(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
