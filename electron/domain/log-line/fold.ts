// The line folded for looking things up: small letters without accents, each in its place, so that positions stay true.

const others: Readonly<Record<string, string>> = { ß: 's', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };
const marks = /\p{M}/gu;

function foldUnit(unit: string): string {
  if (unit < '\u0080') return unit.toLowerCase();
  if (unit === '\u2019' || unit === '\u2018') return "'";
  if (/\s/.test(unit)) return ' ';
  const folded = unit.toLowerCase().normalize('NFD').replace(marks, '');
  const plain = others[folded] ?? folded;
  return plain.length === 1 ? plain : unit;
}

/** As long as `text`, UTF-16 unit by unit. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) folded += foldUnit(text.charAt(at));
  return folded;
}

/** What stands in the place of something that has been read: no letter, no digit, no space and no mark. */
export const masks = {
  email: '\ue001',
  phone: '\ue002',
  date: '\ue003',
  amount: '\ue004',
  step: '\ue005',
  touch: '\ue006',
} as const;
export type Mask = keyof typeof masks;

export const cover = (text: string, { from, to }: { from: number; to: number }, mask: Mask): string =>
  text.slice(0, from) + masks[mask].repeat(to - from) + text.slice(to);

/** Text without the masks. */
export const uncovered = (text: string): string => text.replace(/[\ue001-\ue006]+/g, ' ');
export const isCovered = (unit: string): boolean => unit >= '\ue001' && unit <= '\ue006';

/** Nothing but marks and what has been read. */
export const isBlank = (text: string): boolean =>
  [...text].every(unit => /[\s,;:.!?()–-]/.test(unit) || isCovered(unit));
