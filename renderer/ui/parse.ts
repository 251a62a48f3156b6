// Reads numbers and amounts the way people type them: "1,200.50", "1.200,50", "1 200", "12k".

const multiples: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };

/**
 * A number typed by a person, or null when it is none. The last of "." and "," is the decimal sign, unless exactly
 * three digits follow a sign that occurs alone: "1,200" and "1.200" are both twelve hundred.
 */
export function parseNumber(text: string): number | null {
  const match = /^([+-]?)([\d.,'\u2019\s]*\d)\s*([km])?$/i.exec(text.trim());
  if (!match) return null;
  const [, sign, body, multiple] = match;
  const digits = (body ?? '').replace(/[\s'\u2019]/g, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const kinds = new Set(digits.replace(/\d/g, ''));
  const after = digits.length - last - 1;
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(digits) && kinds.size === 1;
  if (last >= 0 && !grouped && after === 0) return null;
  const plain =
    last < 0 || grouped
      ? digits.replace(/[.,]/g, '')
      : `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
  const value = Number(plain) * (multiples[(multiple ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(value) ? (sign === '-' ? -value : value) : null;
}

/** An amount in minor units from what a person typed, currency sign and all; null when it is none. */
export function parseAmount(text: string, unit: number): number | null {
  const value = parseNumber(text.replace(/^[^\d+-]+|[^\dkmKM]+$/g, ''));
  return value === null ? null : Math.round(value * unit);
}
