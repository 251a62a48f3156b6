// A list in which people come again with another amount each time: one sale a row, though no column names the deal.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { bareDate } from './guess-refine.ts';
import { guessStage } from './stage-terms.ts';
import { headerTerms, normalize } from './text.ts';

const product =
  /^(?:product|products|produkt|produit|producto|prodotto|produto|item|article|artikel|leistung|service|order|project|projekt|projet|proyecto|progetto|job|work|auftrag|description|beschreibung)(?: name)?$/;

/** The uses of such a list, the product as the name of the deal; null: it is none. */
export function isOfSeveralSales(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): ColumnMapping[] | null {
  const find = (target: ImportTarget) => used.find(entry => entry.target === target);
  const [address, amount, stage, named] = [find('email'), find('dealAmount'), find('stage'), find('dealName')];
  if (!address || !amount || named || (stage && stage.flag === undefined && !endsAll(columns[stage.column])))
    return null;
  const ended = find('customerOn') ?? find('closedOn');
  if ((!stage && !ended) || columns[address.column]?.unique !== false) return null;
  const name = used.find(({ column }) => product.test(headerTerms(columns[column]?.header ?? '').join(' ')));
  // The day of a sale; where a column says when it was won or lost, that one.
  const day = ended
    ? undefined
    : used.find(
        ({ target, column }) => target === 'createdOn' && bareDate.test(normalize(columns[column]?.header ?? '')),
      );
  return used.map(entry => {
    if (entry === name) return { column: entry.column, target: 'dealName' };
    return entry === day ? { ...entry, target: 'closedOn' } : entry;
  });
}

/** Every word of the column ends a deal: a list of leads has others. */
const endsAll = (column: ImportColumn | undefined): boolean =>
  column !== undefined &&
  column.values.length > 0 &&
  column.values.every(({ value }) => ['customer', 'lost'].includes(guessStage(value)?.stage ?? ''));
