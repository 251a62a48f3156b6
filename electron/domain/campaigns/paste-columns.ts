// Meaning of the columns of a pasted table, from headers, else from cell contents.
import type { PasteTarget } from '../../../shared/campaign-week.ts';
import { dateEvidence } from '../import/dates.ts';
import { isMoney, isNumber } from '../import/numbers.ts';
import { headerKey, normalize } from '../import/text.ts';

const synonyms: Readonly<Record<Exclude<PasteTarget, 'ignore'>, readonly string[]>> = {
  date: [
    'week',
    'weekof',
    'weekstart',
    'weekstarting',
    'weekbeginning',
    'date',
    'day',
    'month',
    'period',
    'reportingdate',
  ].concat(['woche', 'kw', 'datum', 'monat', 'semaine', 'semana', 'settimana', 'fecha', 'data', 'mes', 'mois']),
  from: ['from', 'start', 'startdate', 'startson', 'reportingstarts', 'von', 'beginn', 'first', 'firstday', 'desde'],
  to: ['to', 'end', 'enddate', 'endson', 'until', 'reportingends', 'bis', 'ende', 'last', 'lastday', 'hasta'],
  channel: ['channel', 'source', 'medium', 'platform', 'kanal', 'quelle', 'canal', 'canale', 'network'],
  campaign: ['campaign', 'campaignname', 'campagne', 'kampagne', 'campana', 'campagna', 'adset', 'effort', 'event'],
  spend: [
    'spend',
    'cost',
    'costs',
    'amount',
    'amountspent',
    'amountspenteur',
    'amountspentusd',
    'budget',
    'price',
    'money',
  ].concat(['kosten', 'ausgaben', 'betrag', 'depense', 'depenses', 'cout', 'gasto', 'coste', 'costo', 'spesa', 'paid']),
  strangers: [
    'strangers',
    'reach',
    'impressions',
    'impr',
    'views',
    'audience',
    'reichweite',
    'impressionen',
    'circulation',
  ],
  visitors: [
    'visitors',
    'visits',
    'sessions',
    'users',
    'clicks',
    'linkclicks',
    'besucher',
    'besuche',
    'klicks',
    'visites',
  ].concat(['visitas', 'visite', 'footfall']),
  note: ['note', 'notes', 'comment', 'remark', 'description', 'notiz', 'bemerkung', 'what'],
};
const byKey = new Map<string, PasteTarget>(
  Object.entries(synonyms).flatMap(([target, keys]) => keys.map(key => [key, target as PasteTarget] as const)),
);

/** "Spend (EUR)" and "Reach 2026" are Spend and Reach. */
export const targetOfHeader = (header: string): PasteTarget | null =>
  byKey.get(headerKey(header.replace(/[([].*$/, ''))) ?? byKey.get(headerKey(header)) ?? null;

const weekWords = /^(\d{4})[-\s]?w(\d{1,2})$|^(?:w|wk|week|kw|cw)\s?(\d{1,2})(?:[\s,/.-]+(?:of\s)?(\d{4}))?$/i;
/** "2026-W09", "Week 9 of 2026", "KW 9/2026", "wk 9" as week and year (null where none is written). */
export function weekNumber(text: string): { readonly week: number; readonly year: number | null } | null {
  const match = weekWords.exec(text.trim());
  if (!match) return null;
  const week = Number(match[2] ?? match[3]);
  const year = match[1] ?? match[4];
  return week >= 1 && week <= 53 ? { week, year: year === undefined ? null : Number(year) } : null;
}

export const isDateLike = (text: string): boolean => dateEvidence(text) !== null || weekNumber(text) !== null;

/** The first line names the columns: it holds neither a number nor a date, and something is below it. */
export function hasHeader(cells: readonly (readonly string[])[]): boolean {
  const [first = []] = cells;
  if (cells.length < 2) return first.some(cell => targetOfHeader(cell) !== null);
  return first.every(cell => cell === '' || (!isNumber(cell) && !isDateLike(cell)));
}

export type KnownNames = { readonly channels: ReadonlySet<string>; readonly campaigns: ReadonlySet<string> };

/** By what stands in a column. Numbers are money unless something else says so, the first of two spend, then visitors. */
function targetOfCells(cells: readonly string[], names: KnownNames, taken: ReadonlySet<PasteTarget>): PasteTarget {
  const filled = cells.filter(cell => cell !== '');
  const most = (test: (cell: string) => boolean) => filled.filter(test).length > filled.length / 2;
  const free = (target: PasteTarget): PasteTarget => (taken.has(target) ? 'ignore' : target);
  if (filled.length === 0) return 'ignore';
  if (most(isDateLike)) return taken.has('date') ? free('to') : 'date';
  if (most(isMoney)) return free('spend');
  if (most(isNumber)) return taken.has('spend') ? free('visitors') : 'spend';
  if (most(cell => names.campaigns.has(normalize(cell)))) return free('campaign');
  if (most(cell => names.channels.has(normalize(cell)))) return free('channel');
  return taken.has('channel') ? free('note') : 'channel';
}

export type PasteShape = {
  readonly headers: readonly string[];
  readonly columns: readonly PasteTarget[];
  /** A column per channel, named by the header. */
  readonly wide: boolean;
  readonly body: readonly (readonly string[])[];
};

/** `chosen`: what the owner says the columns mean. */
export function shapeOf(
  cells: readonly (readonly string[])[],
  names: KnownNames,
  chosen: readonly PasteTarget[] | null,
): PasteShape {
  const named = hasHeader(cells);
  const headers = named ? (cells[0] ?? []) : [];
  const body = named ? cells.slice(1) : cells;
  const width = Math.max(0, ...cells.map(row => row.length));
  const column = (at: number) => body.map(row => row[at] ?? '');
  const byHeader = Array.from({ length: width }, (_, at) => targetOfHeader(headers[at] ?? ''));
  const numeric = (at: number) => {
    const filled = column(at).filter(cell => cell !== '');
    return filled.length > 0 && filled.filter(isNumber).length > filled.length / 2 && !filled.some(isDateLike);
  };
  const unnamed = byHeader.flatMap((target, at) => (target === null && headers[at] && numeric(at) ? [at] : []));
  const dates = byHeader.filter(target => target === 'date').length;
  const isLong = byHeader.some(target => target !== null && target !== 'date' && target !== 'note');
  if (chosen === null && unnamed.length > 0 && dates === 1 && !isLong) {
    return {
      headers,
      body,
      wide: true,
      columns: byHeader.map((target, at) => target ?? (numeric(at) ? 'spend' : 'ignore')),
    };
  }
  const taken = new Set(byHeader.filter(target => target !== null));
  const columns = byHeader.map((target, at) => {
    if (chosen) return chosen[at] ?? 'ignore';
    if (target !== null) return target;
    const guess = headers[at] ? 'ignore' : targetOfCells(column(at), names, taken);
    taken.add(guess);
    return guess;
  });
  return { headers, columns, wide: false, body };
}
