// What one column tells about another: halves of names, deals and their ids, the webinar that a title speaks of.
import type { ColumnMapping, ImportColumn, Preview } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { headerKey } from './text.ts';

/** What is above the table may say that those who attended did so at a webinar. */
export function atWebinar(
  { preamble = [] }: Partial<Pick<Preview, 'preamble'>>,
  used: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  if (!preamble.some(row => row.some(cell => /webinar/i.test(cell)))) return used;
  return used.map(entry => (entry.typeId === 'event-attended' ? { ...entry, typeId: 'webinar-attended' } : entry));
}

const called = /deal|opportunit|oportunidad|oportunidade|affaire|geschaft|negocio|trattativa|potentialname/;
const ofLeads = /lead|contact|lifecycle|customer|kunden|kontakt/;

/** True for a file of deals: they have a name, and an amount, a chance or a day on which they are closed. */
export function isOfDeals(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): boolean {
  const header = (entry: ColumnMapping) => headerKey(columns[entry.column]?.header ?? '');
  const has = (...targets: readonly ImportTarget[]) => used.some(({ target }) => targets.includes(target));
  return (
    used.some(entry => entry.target === 'dealName' && called.test(header(entry))) &&
    has('dealAmount', 'dealCloseOn', 'closedOn', 'dealProbability') &&
    !used.some(entry => entry.target === 'stage' && ofLeads.test(header(entry)))
  );
}

/** In a file of deals the id is the deal's, and so is the day it was created. */
export function ofDeals(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  const header = (entry: ColumnMapping) => headerKey(columns[entry.column]?.header ?? '');
  if (!used.some(entry => entry.target === 'dealName' && called.test(header(entry)))) return used;
  const dated = used.some(({ target }) => target === 'opportunityOn');
  return used.flatMap(entry => {
    if (entry.target === 'externalId' && /^(?:record|deal|opportunity)?id$/.test(header(entry))) return [];
    const isCreated =
      entry.target === 'createdOn' &&
      !dated &&
      /^(?:record|deal)?creat(?:e|ed|edon|edat|eddate|edtime|iondate|edate)/.test(header(entry));
    return [isCreated ? { ...entry, target: 'opportunityOn' as const } : entry];
  });
}

const ofRegister = /^(?:siren|siret|codeape|codenaf|naf|handelsregister|hrb|cif|companynumber|regon)$/;

/** In a register of companies, the day of creation is the company's. */
export function ofCompanies(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  if (!columns.some(({ header }) => ofRegister.test(headerKey(header)))) return used;
  return used.filter(
    ({ target, column }) =>
      target !== 'createdOn' || !/creation|grundung|constitu/.test(headerKey(columns[column]?.header ?? '')),
  );
}

/** Beside "Vorname", a "Name" is the last name; beside "Surname", the first: unless its cells hold both. */
export function halfNames(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  const has = (target: ImportTarget) => used.some(entry => entry.target === target);
  const [first, last] = [has('firstName'), has('lastName')];
  if (first === last) return used;
  return used.map(entry => {
    const examples = columns[entry.column]?.examples ?? [];
    const whole = examples.length > 1 && examples.every(text => /[ ,]/.test(text));
    if (entry.target !== 'fullName' || whole) return entry;
    return { ...entry, target: first ? 'lastName' : 'firstName' };
  });
}
