// Instants and amounts as unambiguous text that import reads back to the millisecond.
import type { Zone } from '../zone.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** "2024-03-05" for a day without a time (noon in the zone), else "2024-03-05T14:22:01+01:00". `at`: UTC ms. */
export function instantText(zone: Zone, at: number): string {
  const date = zone.dateAt(at);
  if (zone.noon(date) === at) return date;
  const offset = Math.round(zone.offsetAt(at) / 60_000);
  // Offsets of less than a minute are of the 19th century; UTC says those exactly.
  if (offset * 60_000 !== zone.offsetAt(at)) return new Date(at).toISOString();
  const time = new Date(at + offset * 60_000).toISOString().slice(11, 23).replace('.000', '');
  const size = Math.abs(offset);
  return `${date}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Minor units as a plain decimal: 120050 with 100 to the unit is "1200.50". */
export function amountText(amount: number, minorUnits: number): string {
  const digits = Math.round(Math.log10(minorUnits));
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
