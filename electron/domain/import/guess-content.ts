// Maps columns by content: confirms a header, or maps a column without a telling one.
import type { Content, ImportColumn } from '../../../shared/import.ts';
import type { CellKind, ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import { isNumber, lowerEnd, parseSize } from './numbers.ts';
import { normalize, saysNothing } from './text.ts';

/** Contents that a cell of each kind may have. */
const fits: Readonly<Record<CellKind, readonly Content[]>> = {
  text: ['text', 'words', 'id', 'number', 'yes-no', 'url', 'phone', 'date', 'linkedin', 'money'],
  email: ['email', 'text', 'words'],
  phone: ['phone', 'number', 'id', 'text', 'words'],
  url: ['url', 'linkedin', 'text', 'words'],
  number: ['number', 'id', 'words', 'text', 'money', 'yes-no'],
  money: ['money', 'number', 'id'],
  date: ['date', 'number', 'id'],
  known: ['yes-no', 'words', 'text', 'date'],
  value: ['words', 'text', 'yes-no', 'number', 'id', 'date', 'email'],
  notes: ['text', 'words', 'number', 'money', 'date', 'url', 'id', 'phone', 'email'],
};

const plainText = new Set<ImportTarget>([
  'firstName',
  'lastName',
  'fullName',
  'company',
  'jobTitle',
  'industry',
  'country',
  'region',
  'city',
]);

/** True when what is in the column can be what its header says. */
export function fitsContent(target: ImportTarget, column: ImportColumn): boolean {
  const { kind } = importTargets[target];
  if (plainText.has(target))
    return !['email', 'linkedin', 'date', 'yes-no', 'money'].includes(column.content) && !numeric(target, column);
  if (importTargets[target].kind === 'text' && column.content === 'yes-no')
    return target === 'tags' || target === 'customField';
  if (importTargets[target].kind === 'money' && mostlyAmounts(column)) return true;
  if (target === 'companySize')
    return column.examples.some(text => parseSize(text, '.') !== null) && column.content !== 'date';
  if (
    target === 'budget' &&
    column.examples.some(text => /^\D{0,4}\d[\d.,]*\s?k?\D{0,4}(?:-|–|to|bis)\D{0,4}\d/.test(text))
  )
    return true;
  if (target === 'linkedinUrl')
    return column.content === 'linkedin' || column.content === 'url' || column.content === 'text';
  if (target === 'website') return column.content === 'url' || column.content === 'text' || column.content === 'words';
  if (target === 'activityType' && column.content === 'number') return false;
  if (target === 'stage' || target === 'activityType')
    return column.values.length > 0 && column.content !== 'date' && column.content !== 'email';
  if (target === 'memberId' || target === 'channelId' || target === 'campaignId')
    return column.content !== 'date' && column.content !== 'yes-no';
  if (target === 'activity') return true;
  if (kind === 'date') return column.content === 'date' || column.dateOrder !== null;
  return fits[kind].includes(column.content);
}

/** Amounts with "tbc", "by arrangement" and the like between them. */
export function mostlyAmounts({ content, values, examples }: ImportColumn): boolean {
  if (content !== 'text' && content !== 'words') return false;
  const cells = values.length > 0 ? values.map(({ value }) => value).filter(text => !saysNothing(text)) : examples;
  const amounts = cells.filter(text => isNumber(text) || (/\d/.test(text) && lowerEnd(text) !== null));
  return amounts.length > 0 && amounts.length * 2 >= cells.length;
}

const numeric = (target: ImportTarget, column: ImportColumn): boolean =>
  target !== 'company' && (column.content === 'number' || (column.content === 'id' && target !== 'lastName'));

/** Numbers of other kinds look like telephone numbers. */
const noPhone =
  /invoice|rechnung|facture|factura|fattura|faktura|factuur|receipt|\border\b|bestell|auftrag|commande|pedido|ordine|\bref\b|reference|referenz|quote|angebot|devis|claim|ticket|serial|meter|policy|\bcpf\b|\bcnpj\b|\brg\b|\bdni\b|fax|tax|vat|steuer|\bust|iban|\bbic\b|konto|bank|\bnif\b|\bcif\b|sire[nt]|passport|card|\bssn\b|zip|plz|postal|\bip\b|tva|iva\b|abn\b|ein\b/;

/** A target for a column by its content alone; only for contents that cannot be much else. */
export function targetOfContent(
  column: ImportColumn,
  headerIsKnown: boolean,
): { readonly target: ImportTarget; readonly score: number } | null {
  switch (column.content) {
    case 'email':
      return { target: 'email', score: 0.29 };
    case 'linkedin':
      return { target: 'linkedinUrl', score: 0.29 };
    case 'phone':
      return noPhone.test(normalize(column.header)) ? null : { target: 'phone', score: 0.25 };
    case 'url':
      return headerIsKnown ? null : { target: 'website', score: 0.2 };
    default:
      return null;
  }
}
