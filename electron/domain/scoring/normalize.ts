// Normalizes text for comparison: no case, accents or extra spaces, independent of the locale.

/** Letters that Unicode does not take apart into a plain letter and an accent. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

const plain = /^[\x20-\x7e]*$/;

/** `text` in lower case, without accents, runs of white space as one space. */
export function normalize(text: string): string {
  const lower = text.toLowerCase();
  const bare = plain.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[ßøđłæœıþð]/g, letter => whole[letter] ?? letter);
  return bare.replace(/\s+/g, ' ').trim();
}

/** The words of a text of two letters or more, folded. */
export const wordsOf = (text: string): readonly string[] => normalize(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];

const shortWord = /^[\p{L}\p{N}]{1,3}$/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Whether the folded `text` contains the folded `part`. One to three letters must stand as a word of their own, or "CTO"
 * would be found in every "Director"; anything longer is found anywhere ("leiter" in "Vertriebsleiter").
 */
export function containsNormalized(text: string, part: string): boolean {
  if (!shortWord.test(part)) return text.includes(part);
  for (let from = text.indexOf(part); from !== -1; from = text.indexOf(part, from + 1)) {
    const before = text.charAt(from - 1);
    const after = text.charAt(from + part.length);
    if (!letterOrDigit.test(before) && !letterOrDigit.test(after)) return true;
  }
  return false;
}
