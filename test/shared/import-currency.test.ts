// Amounts in another currency than the workspace's are told of, whoever names it: the header, the cells, a column of its own.
import { expect, test } from 'vitest';
import type { Mapping, Preview } from '../../shared/import.ts';
import { otherCurrencies } from '../../shared/import-currency.ts';

const column = (index: number, header: string, examples: readonly string[]) =>
  ({ index, header, examples, values: [] }) as unknown as Preview['columns'][number];
const asMoney: Pick<Mapping, 'columns'> = { columns: [{ column: 0, target: 'dealAmount' }] };

test.each([
  ['Amount', ['€ 1.200,00'], 'USD', ['EUR']],
  ['Amount', ['1,200 USD'], 'EUR', ['USD']],
  ['Betrag (CHF)', ['1200'], 'EUR', ['CHF']],
  ['Amount', ['$1,200'], 'EUR', ['$']],
  ['Amount', ['$1,200'], 'CAD', []],
  ['Amount', ['€ 1.200,00', 'EUR 5'], 'EUR', []],
  ['Europe revenue', ['1200'], 'USD', []],
] as const)('%s with %j in a workspace of %s', (header, examples, currency, expected) => {
  expect(otherCurrencies({ columns: [column(0, header, examples)] }, asMoney, currency)).toEqual(expected);
});

test('a column that names the currency counts, one that is no money does not', () => {
  const columns = [column(0, 'Amount', ['1200']), column(1, 'Currency', ['GBP']), column(2, 'Notes', ['paid in CHF'])];
  expect(otherCurrencies({ columns }, asMoney, 'EUR')).toEqual(['GBP']);
  expect(otherCurrencies({ columns }, { columns: [] }, 'EUR')).toEqual([]);
});
