// What a file is a list of, where its columns tell together: deals by name, companies by name, prospects, calendar entries.
import type { ColumnMapping, ImportColumn } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { isPersonName } from './guess-headerless.ts';
import { headerKey, headerTerms } from './text.ts';

type Understand = (used: readonly ColumnMapping[], columns: readonly ImportColumn[]) => readonly ColumnMapping[];

const keyOf = (columns: readonly ImportColumn[], { column }: ColumnMapping): string =>
  headerKey(columns[column]?.header ?? '');
const has = (used: readonly ColumnMapping[], ...targets: readonly ImportTarget[]): boolean =>
  used.some(({ target }) => targets.includes(target));

const bareName = /^(?:name|nom|naam|nome|nombre|navn|namn|nimi|nazwa|title|titel)$/;

/** A "Name" beside an amount, a stage and a day of closing is that of a deal, and the id is the deal's. */
export const ofNamedDeals: Understand = (used, columns) => {
  const titled = used.find(entry => entry.target === 'jobTitle' && /^(?:title|titel)$/.test(keyOf(columns, entry)));
  const named = titled ?? used.find(entry => entry.target === 'fullName' && bareName.test(keyOf(columns, entry)));
  const isDeal =
    has(used, 'dealAmount') && has(used, 'closedOn', 'dealCloseOn') && has(used, 'stage', 'dealProbability');
  if (!named || !isDeal || has(used, 'firstName', 'lastName', 'dealName')) return used;
  const examples = columns[named.column]?.examples ?? [];
  // Beside the name of a person, a title is the deal's.
  const isPerson = !titled || !has(used, 'fullName');
  if (isPerson && examples.filter(isPersonName).length * 2 >= examples.length) return used;
  return used.flatMap(entry => {
    if (entry === named) return [{ column: entry.column, target: 'dealName' as const }];
    return entry.target === 'externalId' && /^(?:record)?id$/.test(keyOf(columns, entry)) ? [] : [entry];
  });
};

const ownSite =
  /^(?:company)?(?:domain|domainname|website|websiteurl|web|url|homepage|siteweb|sitioweb|sitoweb|webseite|webadresse|internet)$/;

/** A "Name" beside a website, an industry or a number of employees, and nothing of a person, is that of a company. */
export const ofNamedCompanies: Understand = (used, columns) => {
  const named = used.find(
    entry => (entry.target === 'fullName' || entry.target === 'lastName') && bareName.test(keyOf(columns, entry)),
  );
  const site = used.find(({ target }) => target === 'website');
  const ofCompany = has(used, 'industry', 'companySize') || (site && ownSite.test(keyOf(columns, site)));
  const ofPerson = has(used, 'email', 'phone', 'firstName', 'jobTitle', 'linkedinUrl', 'company', 'dealName');
  if (!named || ofPerson || !ofCompany) return used;
  return used.map(entry => (entry === named ? { column: entry.column, target: 'company' as const } : entry));
};

const starts = /^(?:start|starts|begin|beginn|debut|inicio|inizio)(?: (?:date ?time|date|time|at|am))?$/;
const ends = /^(?:end|ends|ende|fin|fine)(?: (?:date ?time|date|time|at))?$/;
const subject = /^(?:subject|betreff|title|titel|objet|asunto|oggetto|event|event name)$/;
const due = /^(?:due|due date|due on|fallig|fallig am|echeance|vencimiento|scadenza)$/;
const done = /^(?:completed|complete|done|is done|is completed|erledigt|fait|hecho|fatto|status)$/;

/** Activities of which only the day is known on which they are due or begin. */
export const ofCalendar: Understand = (used, columns) => {
  const words = ({ header }: ImportColumn) => headerTerms(header).join(' ');
  const isDay = ({ content, dateOrder }: ImportColumn) => content === 'date' || dateOrder !== null;
  const find = (test: RegExp, day = false) =>
    columns.find(column => column.filled > 0 && test.test(words(column)) && (!day || isDay(column)));
  const [start, end, about, dueOn, state] = [
    find(starts, true),
    find(ends, true),
    find(subject),
    find(due, true),
    find(done),
  ];
  const typed = has(used, 'activityType');
  const [isEntry, isTask] = [start && end && about, dueOn && state && (typed || about)];
  const day = isEntry ? start : isTask ? dueOn : undefined;
  if (!day || has(used, 'dealName', 'spendAmount') || (typed && has(used, 'activityOn'))) return used;
  const changed = new Set([day.index, state?.index, end?.index, ...(about ? [about.index] : [])]);
  const rest = used.filter(
    ({ column, target }) => !changed.has(column) && target !== 'nextStepOn' && target !== 'activityOn',
  );
  const dateOrder = day.dateOrder ?? 'dmy';
  // What stands in a calendar has been held on the day it began.
  if (isEntry)
    return [
      ...rest,
      { column: day.index, target: 'activity', typeId: 'meeting-held', dateOrder },
      ...(about ? [{ column: about.index, target: 'activityNote' as const }] : []),
    ];
  const type =
    about && !rest.some(({ target }) => target === 'activityType')
      ? [{ column: about.index, target: 'activityType' as const }]
      : [];
  return [
    ...rest,
    ...type,
    ...(about ? [{ column: about.index, target: 'activityNote' as const }] : []),
    { column: day.index, target: 'activityOn', dateOrder },
    ...(state ? [{ column: state.index, target: 'activityDone' as const }] : []),
  ];
};

const dialCode =
  /(?:calling|dial|dialing|phone|country calling) ?(?:code|prefix)$|^(?:vorwahl|landervorwahl|indicatif|prefijo|prefisso)$/;

/** Codes that stand in a column beside the number belong before it; the country of a number is no number. */
export const withPrefixes: Understand = (used, columns) => {
  const codes = columns.filter(
    ({ header, filled, examples }) =>
      filled > 0 &&
      dialCode.test(headerTerms(header).join(' ')) &&
      examples.every(text => /^(?:\+|00)?\d{1,4}$/.test(text.trim())),
  );
  const country = ({ column }: ColumnMapping) =>
    /country ?code$/.test(headerTerms(columns[column]?.header ?? '').join(' ')) &&
    (columns[column]?.examples ?? []).every(text => /^\p{L}{2,3}$/u.test(text.trim()));
  const kept = used.filter(
    entry =>
      !codes.some(({ index }) => index === entry.column) &&
      !((entry.target === 'phone' || entry.target === 'otherPhone') && country(entry)),
  );
  const [code] = codes;
  const phone = kept.find(({ target }) => target === 'phone') ?? kept.find(({ target }) => target === 'otherPhone');
  if (!code || !phone) return kept;
  return kept.map(entry => (entry === phone ? { ...entry, target: 'phone' as const, prefix: code.index } : entry));
};

const whoHeader = /^(?:who|wer|qui|quien|chi|wie|by|initials|kurzel|salesperson|handled by)$/;
const estimated =
  /^(?:est|estimated|estimate|approx|expected|geschatzter?|geschatzt|estime|estimado|stimato|geschat) ?(?:value|amount|wert|betrag|valeur|montant|valor|importe|valore|waarde)$/;

/** Columns of a small firm's own sheet: the team's first names, and what a job may be worth beside what it was. */
export function ofOwnSheet(
  used: readonly ColumnMapping[],
  columns: readonly ImportColumn[],
  isMember: (value: string) => boolean,
): readonly ColumnMapping[] {
  const free = (index: number) => !used.some(({ column }) => column === index);
  const words = ({ header }: ImportColumn) => headerTerms(header).join(' ');
  const who = has(used, 'memberId')
    ? undefined
    : columns.find(
        column =>
          whoHeader.test(words(column)) &&
          (free(column.index) || used.some(one => one.column === column.index && one.target === 'fullName')) &&
          column.values.length > 0 &&
          column.values.every(({ value }) => isMember(value)),
      );
  const guess = columns.find(column => column.filled > 0 && estimated.test(words(column)) && free(column.index));
  const value = used.find(({ target }) => target === 'dealAmount');
  return [
    ...used.filter(({ column }) => column !== who?.index),
    ...(who ? [{ column: who.index, target: 'memberId' as const }] : []),
    // The one that stands further right is believed, where both are filled.
    ...(guess && value && guess.index < value.column
      ? [{ column: guess.index, target: 'dealAmount' as const, ...(guess.decimal ? { decimal: guess.decimal } : {}) }]
      : []),
  ];
}
