// What a column says of an outcome: a cross under "Won" is one, under "Closed" it says only that it ended, under "Status" nothing.
import type { ColumnMapping, ImportColumn, OutcomeFlag } from '../../../shared/import.ts';
import { yesNo } from './content.ts';
import { guessStage } from './stage-terms.ts';
import { headerTerms, normalize, saysNothing } from './text.ts';
import { isSentOrOff, namesActivityType } from './values.ts';

/** What the header asks; null: nothing that yes or no would answer. In the order in which they are looked for. */
const flags: readonly (readonly [OutcomeFlag, RegExp])[] = [
  ['converted', /^(?:is |lead )?(?:converted|conversion|konvertiert|converti|convertido|convertito|geconverteerd)$/],
  [
    'won',
    /^(?:is |deal |opportunity )?(?:won|closed won|gewonnen|gagne|ganado|ganada|vinto|vinta|wygrana|vundet|vunnen|voitettu)$/,
  ],
  [
    'closed',
    /^(?:is |deal |opportunity )?(?:closed|abgeschlossen|geschlossen|cloture|clos|cerrado|cerrada|chiuso|chiusa|gesloten|afgesloten|fechado|zamkniete)$/,
  ],
  [
    'customer',
    /^(?:auftrag|auftrag erteilt|auftrag erhalten|auftrag (?:j n|ja nein)|beauftragt|job won|won job|(?:quote|quotation|offer|estimate) accepted|angebot angenommen|devis (?:accepte|signe)|presupuesto aceptado|preventivo accettato|offerte akkoord|orcamento aceite|adjudicad[oa]|adjudicacao|oferta przyjeta|umowa podpisana|offert accepterad|sald|sold y n)$/,
  ],
  [
    'customer',
    /^(?:is |ist |est |es |e |already |existing |schon |bereits |deja |ya |gia |al |ja |juz )?(?:an? |een |un )?(?:active |current |paying |aktiver? |aktueller? |zahlender? |actieve |huidige |aktywny |obecny |nuvarande )?(?:customer|client|kunde|kundin|bestandskunde|cliente|klant|klient|kunder?|kund|asiakas|bought|purchased|sold|signed|ordered|has bought|gekauft|verkauft|vendu|vendido|venduto|verkocht)(?: actif| actuel| activo| actual| attivo| attuale| ativo| atual)?$/,
  ],
];

/** What yes and no under this header say; null when the header does not ask. */
const flagOfHeader = (header: string): OutcomeFlag | null =>
  flags.find(([, words]) => words.test(headerTerms(header).join(' ')))?.[0] ?? null;

/** "Not converted", "Converted". */
const flagWord = /^(?:not |nicht |non |no )?(?:converted|konvertiert|converti|convertido)$/i;
const isAnswer = (text: string): boolean => yesNo(text) !== null || flagWord.test(text);
const isNumber = (text: string): boolean => /^\d{1,9}(?:[.,]0+)?$/.test(text);
/** 1 and 0 are crosses; 1001 and 1002 are the numbers of customers. */
const isCross = (text: string): boolean => isAnswer(text) && (!isNumber(text) || Number(text.replace(',', '.')) <= 1);

const answers = ({ values }: ImportColumn): boolean =>
  values.length > 0 && values.every(({ value }) => isAnswer(value) || isNumber(value));

const ofTickets = /\b(?:ticket|tickets|case|incident|bug|issue|support|reclamation|reklamation)\b/;

/** Puts right what columns of outcomes say. Yes and no, 1 and 0 decide nothing under a header that does not ask. */
export function withOutcomes(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  const words = (index: number) => headerTerms(columns[index]?.header ?? '').join(' ');
  const tickets = columns.some(({ index, filled }) => filled > 0 && ofTickets.test(words(index)));
  const flagOf = flagsBeside(columns);
  const campaign = used.some(({ target }) => target === 'campaignId');
  const read = used.flatMap((entry): ColumnMapping[] => {
    const column = columns[entry.column];
    if (!column || entry.flag !== undefined) return [entry];
    // A ticket that is closed is no sale.
    if (tickets && (entry.target === 'stage' || entry.target === 'closedOn')) return [];
    if (entry.target !== 'stage') return [entry];
    if (isOfGuests(column, columns)) return [];
    if (answers(column)) {
      const flag = column.values.every(({ value }) => isCross(value)) ? flagOf(column) : null;
      return flag === null ? [] : [{ ...entry, flag }];
    }
    return campaign && isOfActivityTypes(column) ? [{ ...entry, target: 'activityType' }] : [entry];
  });
  return read.some(({ target }) => target === 'activityType') ? dated(read, columns) : withCrosses(read, columns);
}

/** Answers to a campaign: opened, bounced, opted out, responded. */
const isOfActivityTypes = ({ values }: ImportColumn): boolean =>
  values.length > 0 &&
  values.every(({ value }) => namesActivityType(value) || isSentOrOff(value)) &&
  values.some(({ value }) => namesActivityType(value) && guessStage(value)?.sure !== true);

/** The day of what was done is the last one on which the row was written. */
function dated(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  if (used.some(({ target }) => target === 'activityOn' || target === 'createdOn')) return used;
  const day = columns.find(
    ({ header, content, dateOrder }) =>
      (content === 'date' || dateOrder !== null) &&
      /modified|updated|status date|date|datum|responded|am$/.test(headerTerms(header).join(' ')),
  );
  if (!day) return used;
  const others = used.filter(({ column }) => column !== day.index);
  return [...others, { column: day.index, target: 'activityOn', dateOrder: day.dateOrder ?? 'dmy' }];
}

const ofQuotes =
  /^(?:quote|quoted|quote amount|quoted price|quotation|estimate|offer|angebot|angebotssumme|devis|montant devis|presupuesto|preventivo|offerte|orcamento|oferta|offert)$/;
/** Beside a quote it is the quote that was accepted. */
const accepted =
  /^(?:accepted|angenommen|accepte|acceptee|aceptado|aceptada|accettato|akkoord|aceite|przyjeta|accepterad)$/;
/** A yes to a quote, or to an invitation. */
const promised = /^(?:zusage|zugesagt|zusagen)$/;
const ofAmounts =
  /(?:summe|betrag|wert|preis|umsatz|auftragssumme|angebotssumme|budget|amount|value|price)$|^(?:angebote?|eur|euro)\b/;
const ofGuests =
  /^(?:(?:anzahl |zahl der |no of |number of |anz )?(?:personen|pers|gaste|begleitung|begleitperson(?:en)?|teilnehmer|plus one|guests?|people|pax|erwachsene|kinder)|(?:personen|gaste|teilnehmer)(?:an)?zahl|einladung|eingeladen)$/;
const ofRefusals = /^(?:absage|abgesagt|absagen)$/;
/** What guests answer, as words of one column. */
const answersOfGuests =
  /^(?:zusage|zugesagt|absage|abgesagt|vielleicht|unsicher|offen|noch offen|keine (?:antwort|ruckmeldung)|kommt|kommt nicht|ja|nein|accepted|declined|maybe|attending|not attending|yes|no)$/;

const isOf = (words: RegExp, header: string): boolean => words.test(headerTerms(header).join(' '));

const has = (columns: readonly ImportColumn[], words: RegExp): boolean =>
  columns.some(({ header, filled }) => filled > 0 && isOf(words, header));

/** "Zusage" beside the number of guests, or without a quote beside it, answers an invitation: its guests are no customers. */
function flagsBeside(columns: readonly ImportColumn[]): (column: ImportColumn) => OutcomeFlag | null {
  return ({ header }) => {
    if (!isOf(promised, header)) return flagOfHeader(header);
    const isQuoted = has(columns, ofQuotes) || (has(columns, ofAmounts) && !has(columns, ofRefusals));
    return isQuoted && !has(columns, ofGuests) ? 'customer' : null;
  };
}

const isOfGuests = ({ values }: ImportColumn, columns: readonly ImportColumn[]): boolean =>
  has(columns, ofGuests) &&
  !has(columns, ofQuotes) &&
  values.length > 0 &&
  values.every(({ value }) => answersOfGuests.test(normalize(value)));

const undecided =
  /^(?:pending|prov|provisional|maybe|offen|noch offen|en attente|pte|pendiente|in attesa|open|pendente)\.?$/i;

/** Crosses, with "pending" between them. */
const mostlyCrosses = ({ values }: ImportColumn): boolean =>
  values.some(({ value }) => isCross(value)) &&
  values.every(({ value }) => isCross(value) || saysNothing(value) || undecided.test(value.trim()));

/** "Won" and "Closed" as crosses beside a stage are read with it. */
function withCrosses(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  const taken = new Set(used.map(({ column }) => column));
  const quoted = columns.some(({ header, filled }) => filled > 0 && isOf(ofQuotes, header));
  const flagOf = flagsBeside(columns);
  const more = columns.flatMap((column): ColumnMapping[] => {
    if (taken.has(column.index) || column.filled === 0) return [];
    const isQuote = quoted && isOf(accepted, column.header);
    const flag = flagOf(column) ?? (isQuote ? 'customer' : null);
    return flag !== null && mostlyCrosses(column) ? [{ column: column.index, target: 'stage', flag }] : [];
  });
  if (more.length === 0) return used;
  // "Presupuesto" is a budget and a quote: one that is accepted or not is a quote.
  const isSum =
    quoted &&
    columns.some(({ header }) => isOf(accepted, header)) &&
    !used.some(({ target }) => target === 'dealAmount');
  const isQuoted = ({ column, target }: ColumnMapping): boolean =>
    isSum && target === 'budget' && isOf(ofQuotes, columns[column]?.header ?? '');
  return [...used.map(entry => (isQuoted(entry) ? { ...entry, target: 'dealAmount' as const } : entry)), ...more];
}
