// Amounts in sentences that are kept, such as the lines of a receipt.
import { expect, it } from 'vitest';
import { amountText } from '../../shared/money.ts';

it('writes an amount with its currency, cents only where there are any, in a currency without them whole', () => {
  expect(amountText(250_000, 'EUR')).toBe('€2,500');
  expect(amountText(250_050, 'EUR')).toBe('€2,500.50');
  expect(amountText(2500, 'JPY')).toBe('¥2,500');
});
