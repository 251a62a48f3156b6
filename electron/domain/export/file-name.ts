// File names from user text.

/** Characters that one or another system refuses in a name. */
const forbidden = /[\p{Cc}<>:"/\\|?*]+/gu;
const maxLength = 100;

/** "MQLs: week 47" as "MQLs week 47"; never empty, never ending in a full stop or a space, which Windows drops. */
export function fileName(text: string): string {
  const name = text
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxLength)
    .replace(/[. ]+$/, '');
  return name === '' ? 'Ripen' : name;
}
