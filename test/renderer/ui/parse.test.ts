// Numbers as people type them.
import { describe, expect, it } from 'vitest';
import { parseAmount, parseNumber } from '../../../renderer/ui/parse.ts';

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
    ['€1,200.50', 100, 120_050],
    ['1.200,50 €', 100, 120_050],
    ['EUR 44k', 100, 4_400_000],
    ['¥1,200', 1, 1200],
    ['12', 100, 1200],
  ])('%s with %d minor units is %d', (text, unit, amount) => {
    expect(parseAmount(text, unit)).toBe(amount);
  });

  it('is none without a number', () => {
    expect(parseAmount('a lot', 100)).toBeNull();
  });
});
