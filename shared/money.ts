// Amounts of money: whole minor units (cents) in the workspace's one currency.
import * as z from 'zod';

/** Minor units. Nine hundred such amounts together are still exact in a JavaScript number, so that sums stay right to the cent. */
export const largestAmount = 10 ** 13;

/** Minor units; 0 or more. */
export const amountSchema = z.int().min(0).max(largestAmount, 'Enter a smaller amount.');

/** Minor units in one unit of `currency`: 100 for EUR, 1 for JPY (ISO 4217, as Intl knows it). */
export function minorUnits(currency: string): number {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return 10 ** (digits ?? 2);
}

/** "€2,500": an amount in minor units, written alike on every computer, for sentences that are kept. */
export const amountText = (amount: number, currency: string): string => {
  const unit = minorUnits(currency);
  const digits = amount % unit === 0 ? 0 : Math.round(Math.log10(unit));
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / unit);
};
