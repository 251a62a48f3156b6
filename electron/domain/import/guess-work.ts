// A column "Job" over "Loft conversion" names the work, not the person's title.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { headerTerms, normalize } from './text.ts';

const work =
  /^(?:job|jobs|work|works|arbeit|arbeiten|gewerk|travaux|trabajo|trabajos|lavoro|lavori|klus|trabalho|praca|arbete)$/;

/** A part of many titles, in nine languages. */
const titles =
  /(?:manager|direct|chief|officer|\bc[efot]o\b|founder|owner|president|\bvp\b|engineer|developer|designer|consult|assistant|assist|buyer|\bsales\b|marketing|account|admin|secretar|partner|analyst|architect|teacher|nurse|doctor|lawyer|plumber|electrician|builder|driver|chef|clerk|coordinat|specialist|supervisor|technician|trainer|agent|\bhead of|\blead$|leiter|geschaftsfuhr|inhaber|einkauf|vertrieb|meister|ingenieur|berater|kaufmann|kauffrau|gerant|responsable|acheteur|ingenieur|commercial|\bjefe|gerente|dueno|comprador|ingeniero|direttore|responsabile|titolare|acquist|eigenaar|inkoper|verkoper|medewerker|diretor|proprietario|dyrektor|kierownik|wlasciciel|specjalist|\bvd\b|inkopare|agare|saljare|chef)/;

const saysTitles = ({ values, examples }: ImportColumn): boolean => {
  const cells = values.length > 0 ? values.map(({ value }) => value) : examples;
  return cells.filter(text => titles.test(normalize(text.slice(0, 100)))).length * 3 >= cells.length;
};

const result = /^(?:esito|ergebnis|resultat|resultado|risultato|result|outcome|disposition)$/;

/** In a log of calls the result is the call's. */
export function withoutResults(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
): readonly ColumnMapping[] {
  if (!used.some(({ target }) => target === 'activityType')) return used;
  return used.filter(
    ({ target, column }) => target !== 'stage' || !result.test(headerTerms(columns[column]?.header ?? '').join(' ')),
  );
}

/** Work beside an amount is what the deal is called; elsewhere it is what somebody wants. */
export function withWork(used: readonly ColumnMapping[], columns: readonly ImportColumn[]): readonly ColumnMapping[] {
  const has = (...targets: readonly ImportTarget[]) => used.some(({ target }) => targets.includes(target));
  const isWork = ({ header }: ImportColumn) => work.test(headerTerms(header).join(' '));
  const column = columns.find(
    one => one.filled > 0 && isWork(one) && (one.content === 'text' || one.content === 'words'),
  );
  if (!column || saysTitles(column)) return used;
  const entry = used.find(one => one.column === column.index);
  if (entry && entry.target !== 'jobTitle') return used;
  const target = has('dealAmount') && !has('dealName') ? ('dealName' as const) : ('needNote' as const);
  if (!entry) return has('needNote') ? used : [...used, { column: column.index, target }];
  return used.map(one => (one === entry ? { column: one.column, target } : one));
}
