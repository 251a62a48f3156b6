// Guesses the target of every column: remembered mapping, source, header, then content.
import type { ColumnMapping, ImportColumn, Mapping, ValueMapping } from '../../../shared/import.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { importTargets, newMark } from '../../../shared/import-targets.ts';
import { listsOptOuts } from './consent-terms.ts';
import { withActivities } from './guess-activities.ts';
import { customColumns, fromHeaders, fromSource } from './guess-columns.ts';
import { withForms, withQuestions } from './guess-forms.ts';
import { withoutHeaders } from './guess-headerless.ts';
import { ofCalendar, ofNamedCompanies, ofNamedDeals, ofOwnSheet, withPrefixes } from './guess-kinds.ts';
import { meaning, type SeenColumns, withoutStray } from './guess-meaning.ts';
import { withOutcomes } from './guess-outcomes.ts';
import { withFirstAndLast, withoutTablePrefix } from './guess-prefixed.ts';
import { isTechnical, withRest } from './guess-rest.ts';
import { programOf, withoutShared } from './guess-shared.ts';
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
import { withoutResults, withWork } from './guess-work.ts';
import { withParticles } from './name-particles.ts';
import { isRejectedColumn } from './rejected-columns.ts';
import { becomesIn, sources } from './sources/recognize.ts';
import type { SourceProgram } from './sources/source.ts';
import { headerKey } from './text.ts';
import type { Vocabulary } from './values.ts';
import { guessValue, memberOf, valueKey, valueTable } from './values.ts';

/** A guess for each column that is worth importing. `remembered`: the mapping last used for the same headers. */
export function guessMapping(seen: SeenColumns, remembered: Mapping | null, words: Vocabulary): Mapping {
  const preview = { ...seen, columns: seen.columns.filter(({ header }) => !isRejectedColumn(header)) };
  const source = sources.find(entry => entry.id === preview.source?.id) ?? null;
  // The columns of mail mean the same in every file, also those that were empty in the last one.
  if (remembered && source?.isFixed)
    return {
      ...guessed(preview, seen, source, words),
      policy: remembered.policy,
      unknownLeads: remembered.unknownLeads,
    };
  if (remembered) return withNewValues(relocated(remembered, preview.columns), preview.columns, words);
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
    withParticles,
    ofContacts,
    halfNames,
    aboutCompanies,
    ofOrders,
    withWork,
    withoutResults,
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
  const meant = withOptOuts(source ? withoutStray(mapping) : meaning(mapping, preview), seen);
  return withNewValues(source?.literal ? meant : withAllCells(meant, preview.columns, source), preview.columns, words);
}

/** No cell is lost: what finds no place goes to the notes, but for what a program keeps for itself. */
function withAllCells(mapping: Mapping, columns: readonly ImportColumn[], source: SourceProgram | null): Mapping {
  const leftOut = (column: ImportColumn) =>
    isTechnical(column) || (source !== null && becomesIn(source, column.header) !== null);
  const all = withRest(mapping.columns, columns, mapping.rows, leftOut);
  return { ...mapping, columns: [...all].sort((a, b) => a.column - b.column).slice(0, 300) };
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

/** A file whose name, sheet or title says that its people do not want to be written to, and no column says which. */
function withOptOuts(mapping: Mapping, { fileName = '', sheets = [], sheet = 0, preamble = [] }: SeenColumns): Mapping {
  const has = mapping.columns.some(({ target }) => target === 'consent' || target === 'optOut');
  const aboutLeads = mapping.rows === 'leads' || mapping.rows === 'leads-and-activities';
  const titles = [fileName.replace(/\.[a-z]+$/i, ''), sheets[sheet]?.name ?? '', ...preamble.flat()];
  if (has || !aboutLeads || mapping.literal || !titles.some(listsOptOuts)) return mapping;
  return { ...mapping, fixed: [...mapping.fixed, { target: 'consent', value: 'no' }] };
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
