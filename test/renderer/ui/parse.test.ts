// Numbers as people type them.
import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import { amountProblem, parseAmount, parseNumber } from '../../../renderer/ui/parse.ts';

describe('a typed number', () => {
  it.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200', 1200],
    ['1\u202f200,5', 1200.5],
    ["1'200.50", 1200.5],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['12.345.678', 12_345_678],
    ['0,5', 0.5],
    ['12k', 12_000],
    ['1.5m', 1_500_000],
    ['-3', -3],
  ])('%s is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', 'about ten', '1-2', '12 people', '1,', 'e9', '١٢'])('"%s" is none', text => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('a typed amount', () => {
  it.each([
    ['€1,200.50', 'EUR', 120_050],
    ['1.200,50 €', 'EUR', 120_050],
    ['EUR 44k', 'EUR', 4_400_000],
    ['¥1,200', 'JPY', 1200],
    ['12', 'EUR', 1200],
  ])('%s in %s is %d', (text, currency, amount) => {
    expect(parseAmount(text, currency)).toBe(amount);
  });

  it('is none without a number', () => {
    expect(parseAmount('a lot', 'EUR')).toBeNull();
  });

  it.each([
    ['GBP 5k', 'USD', 'GBP'],
    ['£5,000', 'USD', 'GBP'],
    ['5000 CHF', 'EUR', 'CHF'],
    ['$5k', 'EUR', '$'],
    ['USD 5k', 'CAD', 'USD'],
  ])('%s in a workspace that counts in %s is refused, with the currency that was read', (text, currency, other) => {
    expect(parseAmount(text, currency)).toBeNull();
    expect(amountProblem(text, currency)).toBe(`Amounts here are in ${currency}, not in ${other}.`);
  });

  it('is read back as it is written here, in every currency', () => {
    for (const currency of Intl.supportedValuesOf('currency')) {
      const { money, unit } = makeFormat({ timeZone: 'UTC', currency, today: '2026-03-02' });
      expect([currency, parseAmount(money(1200 * unit), currency)]).toEqual([currency, 1200 * unit]);
    }
  });
});
