// Guesses that need several columns: name parts, deals with ids, the webinar named in a title.
import type { ColumnMapping, ImportColumn, Preview, ValueMapping } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { isCompanyName } from './companies.ts';
import { headerKey, normalize } from './text.ts';

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
  if (used.some(entry => entry.target === 'dealName' && orderNumber.test(header(entry)))) return true;
  const titled = used.some(entry => entry.target === 'dealName' && /^(?:title|titel)$/.test(header(entry)));
  if (
    has('dealName') &&
    has('dealAmount') &&
    has('stage') &&
    has('closedOn', 'dealCloseOn') &&
    (titled || !has('firstName', 'lastName', 'fullName'))
  )
    return true;
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
  // "Nom" or "Nome" alone over whole names, or over firms, is the name as it stands.
  const half = used.find(({ target }) => target === 'firstName' || target === 'lastName');
  const texts = columns[half?.column ?? -1]?.examples ?? [];
  const several = texts.filter(text => /\S[ ,]+\S/.test(text)).length;
  if (
    half &&
    !has('fullName') &&
    texts.length > 0 &&
    several * 2 >= texts.length &&
    /^(?:name|nom|naam|nome|nombre)$/.test(headerKey(columns[half.column]?.header ?? ''))
  )
    return used.map(entry => (entry === half ? { ...entry, target: 'fullName' as const } : entry));
  return used.map(entry => {
    const examples = columns[entry.column]?.examples ?? [];
    const whole = examples.length > 1 && examples.every(text => /[ ,]/.test(text));
    const bare = /^(?:\d*)?(?:name|nom|naam|nome|nombre|navn|namn|nimi|imie|nazwa)/.test(
      headerKey(columns[entry.column]?.header ?? ''),
    );
    if (entry.target !== 'fullName' || whole || !bare) return entry;
    return { ...entry, target: first ? 'lastName' : 'firstName' };
  });
}

const orderNumber =
  /^(?:order|bestell|bestellung|auftrags?|commande|pedido|ordine|rechnungs?|invoice|facture|factura|fattura|receipt|transaction|factuur|faktura)(?:id|number|num|no|nr|nummer|n|numero|#)*$/;
const orderOfMany =
  /^(?:no|n|numero|num|nr)(?:de|del|della|di)*(?:order|commande|pedido|ordine|facture|factura|fattura)$/;

/** Orders and invoices are deals that were won on their day: the number is the deal's name. */
export function ofOrders(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  const has = (...targets: readonly ImportTarget[]) => used.some(({ target }) => targets.includes(target));
  const number = columns.find(({ header, filled }) => {
    const key = headerKey(header);
    return filled > 0 && (orderNumber.test(key) || orderOfMany.test(key)) && !/date|datum/.test(key);
  });
  if (!number || !has('dealAmount') || has('dealName')) return used;
  const rest = used.filter(({ column }) => column !== number.index);
  const ended = columns.some(
    ({ header, filled }) => filled > 0 && /status|zustand|state|statut|estado|stato/.test(headerKey(header)),
  );
  const day =
    rest.find(({ target }) => target === 'customerOn' || target === 'closedOn') ??
    rest.find(({ target }) => target === 'createdOn' || target === 'activityOn');
  // Beside a word for what became of it, the day is that of whatever the word says.
  const target = has('stage') || ended ? ('closedOn' as const) : ('customerOn' as const);
  return [
    ...rest.map(entry => (entry === day ? { ...entry, target } : entry)),
    { column: number.index, target: 'dealName' },
  ];
}

const invoice = /rechnung|invoice|facture|factura|fattura|receipt/;
const unpaid =
  'gemahnt|angemahnt|reminded|reminder sent|relance|sollecitato|aangemaand|offen|open|unpaid|overdue|uberfallig|sent|gesendet|versendet|due|draft|impayee|pendiente|da pagare'.split(
    '|',
  );

/** What an invoice is for has been sold, paid or not. */
export const soldUnpaid = (
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ValueMapping[] =>
  used.some(({ target, column }) => target === 'dealName' && invoice.test(headerKey(columns[column]?.header ?? '')))
    ? used.flatMap(({ target, column }) =>
        target !== 'stage'
          ? []
          : (columns[column]?.values ?? []).flatMap(({ value }) =>
              unpaid.includes(normalize(value)) ? [{ target, value, to: 'customer' }] : [],
            ),
      )
    : used.some(
          ({ target, column }) => target === 'dealName' && orderNumber.test(headerKey(columns[column]?.header ?? '')),
        )
      ? used.flatMap(({ target, column }) =>
          target !== 'stage'
            ? []
            : (columns[column]?.values ?? []).flatMap(({ value }) =>
                sold.test(normalize(value)) ? [{ target, value, to: 'customer' }] : [],
              ),
        )
      : [];

/** What shops call an order that has been bought. */
const sold =
  /^(?:complete|completed|done|fulfilled|processing|shipped|delivered|paid|closed|abgeschlossen|erledigt|versendet|terminee|termine|livree|expediee|completada|completado|enviado|entregado|completato|completata|spedito|consegnato|voltooid|verzonden|geleverd)$/;

/** An id of a company or an event is not the id of the person. */
export function perLead(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  const has = (...targets: readonly ImportTarget[]) => used.some(({ target }) => targets.includes(target));
  const people = has('email', 'firstName', 'lastName', 'fullName');
  const events =
    has('activityType', 'dealName') && has('activityOn', 'createdOn', 'opportunityOn', 'customerOn', 'closedOn');
  const addresses = used.find(({ target }) => target === 'email');
  const repeated = addresses !== undefined && columns[addresses.column]?.unique === false;
  return used.filter(({ target, column }) => {
    if (target !== 'externalId' || !people) return true;
    const key = headerKey(columns[column]?.header ?? '');
    if (/^(?:account|company|organi[sz]ation|firma|campaign)/.test(key)) return false;
    return !(events && repeated && columns[column]?.unique === true && /^(?:record|event|activity|id|uuid)/.test(key));
  });
}

const person =
  /ansprechpartner|hauptkontakt|^(?:main|primary)?contact(?:name|person)?$|contactpersoon|kontaktperson|osobakontaktowa|interlocuteur|^contacto$|personadecontacto|personadicontatto|referente|fullname|responsable/;
const customer =
  /^(?:name|kunde|kundenname|kundin|client|clientname|customer|customername|cliente|klant|klient|account|debitor|kunden|kund|kunder|kundnamn|clients|customers|nom|nomduclient)$/;

/** Beside a column of people to talk to, "Client" and "Name" are the company. */
export function ofContacts(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  const has = (target: ImportTarget) => used.some(entry => entry.target === target);
  const words = columns.filter(({ filled, content }) => filled > 0 && (content === 'words' || content === 'text'));
  const named = words.find(({ header }) => customer.test(headerKey(header)));
  const contact = words.find(({ header, index }) => index !== named?.index && person.test(headerKey(header)));
  if (!named || !contact || has('firstName') || has('lastName') || has('company')) return used;
  const others = used.filter(({ column }) => column !== named.index && column !== contact.index);
  return [...others, { column: named.index, target: 'company' }, { column: contact.index, target: 'fullName' }];
}

const turnover =
  /^(?:annual|company)?(?:revenue|turnover|umsatz|jahresumsatz|chiffredaffaires|fatturato|ingresos|omzet)$/;

/** In a list of companies, the revenue is theirs; and beside both halves of a name, a third one may be the firm's. */
export function aboutCompanies(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  const has = (...targets: readonly ImportTarget[]) => used.some(({ target }) => targets.includes(target));
  const sold = has('dealName', 'stage', 'customerOn', 'closedOn', 'opportunityOn');
  const ofCompany = has('companySize', 'industry');
  const named = has('firstName') && has('lastName') && !has('company');
  return used.map(entry => {
    const column = columns[entry.column];
    if (entry.target === 'dealAmount' && ofCompany && !sold && turnover.test(headerKey(column?.header ?? '')))
      return { column: entry.column, target: 'notes' as const };
    if (entry.target === 'fullName' && named && column?.examples.some(isCompanyName))
      return { ...entry, target: 'company' };
    return entry;
  });
}
