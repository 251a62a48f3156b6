// File names from user text.

/** Characters that one or another system refuses in a name. */
const refused = /[\p{Cc}<>:"/\\|?*]+/gu;
const mostLetters = 100;

/** "MQLs: week 47" as "MQLs week 47"; never empty, never ending in a full stop or a space, which Windows drops. */
export function fileName(words: string): string {
  const name = words
    .replace(refused, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, mostLetters)
    .replace(/[. ]+$/, '');
  return name === '' ? 'Ripen' : name;
}
