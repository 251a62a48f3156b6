// Amounts in sentences that are kept, such as the lines of a receipt.
import { expect, it } from 'vitest';
import { amountWords } from '../../shared/money.ts';

it('writes an amount with its currency, cents only where there are any, in a currency without them whole', () => {
  expect(amountWords(250_000, 'EUR')).toBe('EUR 2,500');
  expect(amountWords(250_050, 'EUR')).toBe('EUR 2,500.50');
  expect(amountWords(2500, 'JPY')).toBe('JPY 2,500');
});
