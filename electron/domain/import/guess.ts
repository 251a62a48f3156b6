// Guesses the target of every column: remembered mapping, source, header, then content.
import type { ColumnMapping, ImportColumn, Mapping, ValueMapping } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets, newMark } from '../../../shared/import-targets.ts';
import { consentOf, consentOfHeader, listsOptOuts } from './consent-terms.ts';
import { withActivities } from './guess-activities.ts';
import { fitsContent, targetOfContent } from './guess-content.ts';
import { withForms, withQuestions } from './guess-forms.ts';
import { withoutHeaders } from './guess-headerless.ts';
import { ofCalendar, ofNamedCompanies, ofNamedDeals, ofOwnSheet, withPrefixes } from './guess-kinds.ts';
import { meaning, type SeenColumns } from './guess-meaning.ts';
import { withOutcomes } from './guess-outcomes.ts';
import { withFirstAndLast, withoutTablePrefix } from './guess-prefixed.ts';
import { isOurs, refined, saysSubscription, stageDateOf } from './guess-refine.ts';
import { isTechnical, withRest } from './guess-rest.ts';
import { isPaper, programOf, withoutShared } from './guess-shared.ts';
import { activityNotes, withTasks } from './guess-tasks.ts';
import {
  aboutCompanies,
  atWebinar,
  halfNames,
  ofCompanies,
  ofContacts,
  ofDeals,
  ofOrders,
  perLead,
} from './guess-together.ts';
import { matchHeader } from './headers.ts';
import { parseNumber } from './numbers.ts';
import { isRejectedColumn } from './rejected-columns.ts';
import { becomesIn, sources } from './sources/recognize.ts';
import type { Becomes, SourceProgram } from './sources/source.ts';
import { headerKey, normalize } from './text.ts';
import type { Vocabulary } from './values.ts';
import { guessValue, memberOf, valueKey, valueTable } from './values.ts';

type Candidate = { readonly column: ImportColumn; readonly target: ImportTarget; readonly score: number };

/** A guess for each column that is worth importing. `remembered`: the mapping last used for the same headers. */
export function guessMapping(seen: SeenColumns, remembered: Mapping | null, words: Vocabulary): Mapping {
  const preview = { ...seen, columns: seen.columns.filter(({ header }) => !isRejectedColumn(header)) };
  if (remembered) return withNewValues(relocated(remembered, preview.columns), preview.columns, words);
  const source = sources.find(entry => entry.id === preview.source?.id) ?? null;
  if (!source) return guessed({ ...preview, columns: withoutTablePrefix(preview.columns) }, seen, null, words);
  return guessed(preview, seen, source, words);
}

/** `preview`: the columns as they are understood; `seen`: as they stand in the file. */
function guessed(preview: SeenColumns, seen: SeenColumns, source: SourceProgram | null, words: Vocabulary): Mapping {
  const customs = customColumns(preview.columns, words);
  const others = preview.columns.filter(({ index }) => !customs.some(({ column }) => column === index));
  const first = [...customs, ...fromSource(source, others), ...fromHeaders(source, others)];
  const named = [
    withFirstAndLast,
    withPrefixes,
    ofContacts,
    halfNames,
    aboutCompanies,
    ofOrders,
    ofNamedDeals,
    ofDeals,
    ofNamedCompanies,
    ofCompanies,
    ofCalendar,
  ].reduce<readonly ColumnMapping[]>((used, understand) => understand(used, preview.columns), first);
  const sheet = source
    ? named
    : ofOwnSheet(named, preview.columns, value => memberOf(value, words.members) !== undefined);
  const done = source
    ? first
    : perLead(
        activityNotes(
          preview.columns,
          withTasks(
            preview.columns,
            withForms(preview.columns, atWebinar(preview, withActivities(preview.columns, sheet))),
          ),
        ),
        preview.columns,
      );
  const request = source?.literal ? done : withoutHeaders(withQuestions(preview.columns, done), preview.columns);
  const columns = [
    ...(source?.literal ? request : withOutcomes(withoutShared(request, seen.columns, seen.rows ?? []), seen.columns)),
  ].sort((a, b) => a.column - b.column);
  const program = programOf(source?.id ?? null, columns, seen.columns);
  const mapping: Mapping = {
    rows: source?.rows ?? 'leads',
    headers: seen.columns.filter(({ header }) => !isRejectedColumn(header)).map(({ header }) => header),
    columns: columns.slice(0, 300),
    fixed: [...(source?.fixed ?? [])],
    values: [...(source?.values ?? [])],
    policy: 'fill',
    ...(source?.literal ? { literal: true } : {}),
    ...(program === undefined || source?.literal ? {} : { program }),
    unknownLeads: 'create',
  };
  const meant = withOptOuts(source ? mapping : meaning(mapping, preview), seen);
  return withNewValues(source?.literal ? meant : withAllCells(meant, preview.columns, source), preview.columns, words);
}

/** No cell is lost: what finds no place goes to the notes, but for what a program keeps for itself. */
function withAllCells(mapping: Mapping, columns: readonly ImportColumn[], source: SourceProgram | null): Mapping {
  const leftOut = (column: ImportColumn) =>
    isTechnical(column) || (source !== null && becomesIn(source, column.header) !== null);
  const all = withRest(mapping.columns, columns, mapping.rows, leftOut);
  return { ...mapping, columns: [...all].sort((a, b) => a.column - b.column).slice(0, 300) };
}

/** "Custom field, date: Contract end" is how Ripen exports them ("Own field" in earlier versions); a column named like a custom field maps to that field. */
const customHeader = /^(?:own|custom) field, (text|number|money|date|choice): (.+)$/i;

function customColumns(columns: readonly ImportColumn[], words: Vocabulary): ColumnMapping[] {
  return columns.flatMap(column => {
    const [, kind, name] = customHeader.exec(column.header) ?? [];
    const key = headerKey(name ?? column.header);
    const known = words.customFields?.find(({ label }) => headerKey(label) === key);
    const fieldId = known?.id ?? (kind && name ? `${newMark}${kind.toLowerCase()}:${name}` : undefined);
    if (fieldId === undefined || column.filled === 0) return [];
    return [
      use(column, 'customField', { fieldId, ...(kind ? { dateOrder: 'ymd' as const, decimal: '.' as const } : {}) }),
    ];
  });
}

/** What holds for one file only, and is asked again for the next. */
const ofOneFile: readonly ImportTarget[] = ['activityOn', 'spendFrom', 'spendTo', 'reachOn'];

/** The same mapping for a file that has the same headers in another order. */
function relocated(mapping: Mapping, columns: readonly ImportColumn[]): Mapping {
  const before = mapping.headers?.map(headerKey);
  const fixed = mapping.fixed.filter(({ target }) => !ofOneFile.includes(target));
  if (!before) return { ...mapping, fixed };
  const free = new Map<string, number[]>();
  for (const { header, index } of columns) free.set(headerKey(header), [...(free.get(headerKey(header)) ?? []), index]);
  const indexes = before.map(key => free.get(key)?.shift());
  return {
    ...mapping,
    headers: columns.map(({ header }) => header),
    fixed,
    columns: mapping.columns.flatMap(entry => {
      const column = indexes[entry.column];
      return column === undefined ? [] : [{ ...entry, column }];
    }),
  };
}

const details = (becomes: Becomes) => (typeof becomes === 'string' ? { target: becomes } : becomes);

function use(column: ImportColumn, target: ImportTarget, more: Partial<ColumnMapping> = {}): ColumnMapping {
  const kind = importTargets[target].kind;
  const dated = kind === 'date' || ((target === 'activity' || target === 'customField') && column.dateOrder !== null);
  return {
    column: column.index,
    target,
    ...(dated ? { dateOrder: column.dateOrder ?? 'dmy' } : {}),
    ...(dated && column.days ? { days: true } : {}),
    ...(target === 'dealProbability' && isFractions(column) ? { fraction: true } : {}),
    ...((kind === 'number' || kind === 'money' || target === 'customField') && column.decimal
      ? { decimal: column.decimal }
      : {}),
    ...more,
  };
}

/** Chances of 0.1, 0.5 and 1 in one column are fractions of 1. */
function isFractions({ values, decimal }: ImportColumn): boolean {
  const numbers = values.flatMap(({ value }) =>
    value.includes('%') ? [] : (parseNumber(value, decimal ?? '.') ?? []),
  );
  return numbers.length > 0 && numbers.every(n => n >= 0 && n <= 1) && numbers.some(n => n > 0 && n < 1);
}

function fromSource(source: SourceProgram | null, columns: readonly ImportColumn[]): ColumnMapping[] {
  if (!source) return [];
  return columns.flatMap(column =>
    (column.filled === 0 && !source.literal ? [] : (becomesIn(source, column.header) ?? [])).flatMap(becomes => {
      const { target: said, ...more } = details(becomes);
      const target = said === 'website' && column.content === 'linkedin' ? 'linkedinUrl' : said;
      if (target === 'ignore') return [];
      if (source.literal) return [literalUse(column, target)];
      return [use(column, target, column.dateOrder === null || column.dateOrder === 'ymd' ? more : withoutOrder(more))];
    }),
  );
}

/** Ripen writes days as ISO days and amounts with a point, whatever a column of few cells looks like. */
function literalUse(column: ImportColumn, target: ImportTarget): ColumnMapping {
  const { kind } = importTargets[target];
  const written =
    kind === 'date'
      ? { dateOrder: 'ymd' as const }
      : kind === 'number' || kind === 'money'
        ? { decimal: '.' as const }
        : {};
  return { column: column.index, target, ...written };
}

/** What was seen in the column counts for more than what the source usually writes. */
function withoutOrder(more: Partial<ColumnMapping>): Partial<ColumnMapping> {
  const { dateOrder: _seenInTheFile, ...rest } = more;
  return rest;
}

function fromHeaders(source: SourceProgram | null, columns: readonly ImportColumn[]): ColumnMapping[] {
  const open = columns.filter(column => column.filled > 0 && !(source && becomesIn(source, column.header)));
  const taken = new Set<ImportTarget>(fromSource(source, columns).map(({ target }) => target));
  const candidates = open
    .flatMap(column => candidatesOf(column, columns))
    .sort((a, b) => b.score - a.score || a.column.index - b.column.index);
  const done = new Map<number, ColumnMapping>();
  for (const { column, target, score } of candidates) {
    if (done.has(column.index)) continue;
    const free = freeTarget(target, taken, score);
    if (free === null) continue;
    taken.add(free);
    done.set(column.index, use(column, free));
  }
  return [...done.values()];
}

/** A second e-mail is a further e-mail; what may be fed by many columns is never taken. */
function freeTarget(target: ImportTarget, taken: ReadonlySet<ImportTarget>, score: number): ImportTarget | null {
  if (!taken.has(target)) return target;
  // An answer about e-mail and one about calls: no to either is no.
  if (target === 'consent' || target === 'optOut') return target;
  if (target === 'email') return 'otherEmail';
  if (target === 'phone') return 'otherPhone';
  if (target === 'firstName' || target === 'lastName') return null;
  return importTargets[target].many && score >= 0.7 ? target : null;
}

/** Of two columns for one thing: the address that is everybody's own; who called whom before how it went. */
function better(target: ImportTarget, { header, unique }: ImportColumn): number {
  if (target === 'email') return unique ? 0.05 : 0;
  return target === 'activityType' && /direction|richtung|\bsens\b|direccion|direzione/.test(normalize(header))
    ? 0.1
    : 0;
}

function candidatesOf(column: ImportColumn, columns: readonly ImportColumn[]): Candidate[] {
  const found: Candidate[] = [];
  if (isOurs(column, columns)) return [];
  const wish = wishOf(column);
  if (isPaper(column.header) && !wish) return [];
  const stageDay = stageDateOf(column);
  if (stageDay) found.push({ column, target: stageDay, score: 0.9 });
  if (wish) found.push({ column, target: wish, score: 0.995 });
  const byHeader = wish ? null : matchHeader(column.header);
  if (byHeader) {
    const target = refined(byHeader.target, column);
    // "Email Lists" holds the word and no address.
    const isAddress = target === 'email' && byHeader.score < 0.7 && column.content !== 'email';
    if (target && !isAddress && fitsContent(target, column))
      found.push({ column, target, score: byHeader.score + better(target, column) });
  }
  const byContent = targetOfContent(column, byHeader !== null);
  // The address of a member is not the lead's.
  if (byContent && byHeader?.target !== 'memberId') found.push({ column, ...byContent });
  return found;
}

/** A file whose name, sheet or title says that its people do not want to be written to, and no column says which. */
function withOptOuts(mapping: Mapping, { fileName = '', sheets = [], sheet = 0, preamble = [] }: SeenColumns): Mapping {
  const has = mapping.columns.some(({ target }) => target === 'consent' || target === 'optOut');
  const aboutLeads = mapping.rows === 'leads' || mapping.rows === 'leads-and-activities';
  const titles = [fileName.replace(/\.[a-z]+$/i, ''), sheets[sheet]?.name ?? '', ...preamble.flat()];
  if (has || !aboutLeads || mapping.literal || !titles.some(listsOptOuts)) return mapping;
  return { ...mapping, fixed: [...mapping.fixed, { target: 'consent', value: 'no' }] };
}

/** What a column of answers says about being contacted: by its header, or because its cells are those of subscriptions. */
function wishOf(column: ImportColumn): 'consent' | 'optOut' | null {
  const name = normalize(column.header);
  // No text messages is not: no e-mail.
  if (column.filled === 0 || /sms|whatsapp|push/.test(name)) return null;
  if (/status|state|estado|stato|statut/.test(name) && saysSubscription(column)) return 'consent';
  const asked = consentOfHeader(column.header);
  if (asked === null) return null;
  if (column.content === 'date') return asked === 'optOut' ? asked : null;
  const cells = column.values.length > 0 ? column.values.map(({ value }) => value) : column.examples;
  const answers = cells.filter(text => consentOf(text) !== null);
  return answers.length > 0 && answers.length * 2 >= cells.length ? asked : null;
}

/** Adds a guess for every value of the file that the mapping does not name yet. */
function withNewValues(mapping: Mapping, columns: readonly ImportColumn[], words: Vocabulary): Mapping {
  const known = valueTable(mapping.values);
  const added = new Map<string, ValueMapping>();
  for (const { column, target } of mapping.columns) {
    if (importTargets[target].kind !== 'value') continue;
    for (const { value } of columns[column]?.values ?? []) {
      const key = valueKey(target, value);
      if (target === 'activity' && mapping.columns.some(entry => entry.column === column && entry.typeId)) continue;
      if (known.has(key) || added.has(key)) continue;
      const to = guessValue(target, value, words);
      // A type of Ripen's own file that is not here yet is one the owner had made.
      const made = mapping.literal && target === 'activityType' ? `${newMark}${value.slice(0, 100)}` : null;
      added.set(key, { target, value, to: to ?? made });
    }
  }
  return added.size === 0 ? mapping : { ...mapping, values: [...mapping.values, ...added.values()].slice(0, 5000) };
}
