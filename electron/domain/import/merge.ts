// Merges a row into an existing lead, and determines its stage.
import type { ColumnMapping, Mapping } from '../../../shared/import.ts';
import type { PreparedRow } from '../../../shared/import-row.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import type { LeadAttributes, LeadField } from '../../../shared/lead.ts';
import { isKnown } from '../../../shared/lead.ts';
import type { Stage } from '../../../shared/stages.ts';
import { isOffFunnel, stageRank } from '../../../shared/stages.ts';
import { furtherLines, isFurther, withLines } from '../further-contacts.ts';
import { sameAttribute } from '../same-fact.ts';
import { nameKey } from './keys.ts';

/** Targets that become facts under another name. */
const feeds: Partial<Readonly<Record<ImportTarget, readonly LeadField[]>>> = {
  fullName: ['firstName', 'lastName'],
  optOut: ['consent'],
};

type Policies = ReadonlyMap<string, NonNullable<ColumnMapping['policy']>>;
/** Of the columns of the mapping that runs: every row asks for them. */
const policiesByColumns = new WeakMap<Mapping['columns'], Policies>();

function policiesOf(columns: Mapping['columns']): Policies {
  const before = policiesByColumns.get(columns);
  if (before) return before;
  const policies = new Map(
    columns.flatMap(({ target, policy }) =>
      policy === undefined ? [] : (feeds[target] ?? [target]).map(name => [name as string, policy] as const),
    ),
  );
  policiesByColumns.set(columns, policies);
  return policies;
}

/**
 * Fields that change: missing ones are filled; known ones are overwritten only where the owner said so. `home`: country of
 * phone numbers without a country code. `notTaken` is told of what the row says otherwise, and of lines for the notes under a
 * header that stands there with something else.
 */
export function mergeAttributes(
  present: LeadAttributes,
  row: Partial<LeadAttributes>,
  mapping: Pick<Mapping, 'policy' | 'columns' | 'headers'>,
  home: string | null,
  notTaken: (field: LeadField, text: string) => void = () => {},
): Partial<LeadAttributes> {
  const policies = policiesOf(mapping.columns);
  const changed: [LeadField, LeadAttributes[LeadField]][] = [];
  for (const [name, value] of Object.entries(row) as [LeadField, LeadAttributes[LeadField]][]) {
    if (value === undefined || !isKnown(value) || sameAttribute(name, present, row, home)) continue;
    // An opt-out is kept whatever the policy.
    if (name === 'consent' && value === 'no') {
      changed.push([name, value]);
      continue;
    }
    const policy = policies.get(name) ?? (mapping.policy === 'overwrite' ? 'overwrite' : 'fill');
    if (policy === 'keep') {
      if (isTold(name)) notTaken(name, String(value));
      continue;
    }
    if (policy === 'fill' && (name === 'firstName' || name === 'lastName') && present[name] === null) {
      const known = nameWords(present);
      // "Kurz" becomes "Eva Kurz", not "Kurz Kurz"; a name told again in one word says nothing new.
      if (known.length > 0 && nameWords(row).every(word => known.includes(word))) continue;
    }
    if (policy === 'overwrite' || !isKnown(present[name])) changed.push([name, value]);
    else if (isTold(name)) notTaken(name, String(value));
  }
  const attributes = {
    ...Object.fromEntries(changed),
    ...wholeName(present, row, policies.get('firstName') ?? mapping.policy),
  };
  // Most rows of somebody known add nothing of the kind.
  if (!row.notes && reachable.every(name => saysNoOther(name, row[name], present[name]))) return attributes;
  const policy = policies.get('notes') ?? mapping.policy;
  const notes = addedNotes(present, row, attributes, { policy, headers: noteHeaders(mapping), home, notTaken });
  return notes === present.notes ? attributes : { ...attributes, notes };
}

/** What lines of the notes keep, and what "no" holds against any later word, is not left out. */
const isTold = (name: LeadField): boolean =>
  name !== 'notes' && name !== 'consent' && !reachable.some(field => field === name);

/** Nothing, or the same as is known; logs write an address in other case than lists do, for each of its rows. */
const saysNoOther = (
  name: (typeof reachable)[number],
  told: string | null | undefined,
  known: string | null,
): boolean => !told || told === known || (name === 'email' && told.toLowerCase() === known?.toLowerCase());

export const reachable = ['email', 'phone', 'linkedinUrl', 'externalId'] as const satisfies readonly LeadField[];

const nameWords = ({ firstName, lastName }: Partial<LeadAttributes>): readonly string[] =>
  nameKey(firstName ?? null, lastName ?? null)?.split(' ') ?? [];

/** "E." of "Eva". */
const isInitialOf = (short: string | null, whole: string): boolean =>
  short !== null && /^\p{L}\.?$/u.test(short) && whole.length > 2 && whole.startsWith(short.charAt(0));

/** Both halves of a name of which one word stood here, in whichever half. */
function wholeName(present: LeadAttributes, row: Partial<LeadAttributes>, policy: string): Partial<LeadAttributes> {
  const { firstName, lastName } = row;
  const half = (present.firstName === null) !== (present.lastName === null);
  if (policy === 'fill' && firstName && isInitialOf(present.firstName, firstName)) return { firstName };
  if (!half || !firstName || !lastName || policy === 'keep' || policy === 'skip') return {};
  const words = nameWords(row);
  return nameWords(present).every(word => words.includes(word)) ? { firstName, lastName } : {};
}

const longestNotes = 20_000;

/** How the lines of a mapping's columns of notes begin. */
const noteHeaders = ({ columns, headers }: Pick<Mapping, 'columns' | 'headers'>): readonly string[] =>
  columns.flatMap(({ target, column }) => {
    const header = target === 'notes' ? headers?.[column] : undefined;
    return header ? [`${header}: `] : [];
  });

/** Notes are added to, never exchanged but by "overwrite": no line is lost, nor an address, a number or an id beyond the first. */
function addedNotes(
  present: LeadAttributes,
  row: Partial<LeadAttributes>,
  attributes: Partial<LeadAttributes>,
  how: {
    readonly policy: string;
    readonly headers: readonly string[];
    readonly home: string | null;
    readonly notTaken: (field: LeadField, text: string) => void;
  },
): string | null {
  const { policy, headers, home, notTaken } = how;
  const before = attributes.notes ?? present.notes;
  const after = { ...present, ...attributes, notes: before };
  // What "overwrite" takes the place of is kept as a further one.
  const lines = [...furtherLines(after, row, home), ...furtherLines(after, present, home)];
  const there = (before ?? '').split('\n');
  // What stands under a header already is filled; a later file that counts on adds no line of its own.
  const isFilled = (text: string) =>
    headers.some(header => text.startsWith(header) && there.some(line => line.startsWith(header)));
  const isMapped = policy === 'keep' || attributes.notes !== undefined ? [] : (row.notes?.split('\n') ?? []);
  const theirs = isMapped.filter(text => !isFilled(text));
  for (const text of isMapped) if (!there.includes(text) && !theirs.includes(text)) notTaken('notes', text);
  const kept = attributes.notes === undefined ? [] : (present.notes?.split('\n') ?? []).filter(isFurther);
  return withLines(before, [...theirs, ...kept, ...lines])?.slice(0, longestNotes) ?? null;
}

export type StageEntry = {
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: number;
  /** Already there when it came into the file, since a moment nobody knows. */
  readonly opening: boolean;
};

/** Where a lead stands before the row, and what it has entered so far. `since` and `at`: UTC ms. */
export type StageBefore = {
  readonly stage: Stage;
  readonly since: number;
  readonly entered: readonly {
    readonly id?: string;
    readonly to: Stage;
    readonly at: number;
    readonly cause?: string;
  }[];
};

const goesOn = (from: Stage | null, to: Stage): boolean => {
  if (from === null) return true;
  if (from === to) return false;
  return isOffFunnel(to) || isOffFunnel(from) || stageRank(to) > stageRank(from);
};

/**
 * The entries of a row's stage history that lead on from where the lead is. Nobody is moved back by a file, nor moved twice by
 * the same word; a stage without a date is an opening one. A new lead of which the file says nothing is a Lead.
 */
export function stageEntries(
  before: StageBefore | null,
  row: Pick<PreparedRow, 'stage' | 'stageDates'>,
  at: number,
  createdAt: number | null = null,
): StageEntry[] {
  const entries: StageEntry[] = [];
  let stage = before?.stage ?? null;
  let since = before?.since ?? Number.NEGATIVE_INFINITY;
  const was = (to: Stage, when: number | null) =>
    before?.entered.some(entry => entry.to === to && (when === null || entry.at === when)) === true;
  const enter = (to: Stage, when: number, opening: boolean): void => {
    if (!goesOn(stage, to)) return;
    entries.push({ from: stage, to, at: when, opening });
    stage = to;
    since = when;
  };
  // Who came in on a day the file knows became a lead on that day; a stage without a day is an opening beyond it.
  const [first] = row.stageDates;
  const cameIn = before === null && createdAt !== null && (first === undefined || createdAt < first.at);
  if (cameIn && !isBefore(row.stage ?? first?.stage ?? 'lead')) enter('lead', createdAt, false);
  for (const entry of row.stageDates) {
    // What lies before somebody came into an off-funnel stage does not take them out of it again.
    const over = stage !== null && isOffFunnel(stage) && entry.at < since;
    if (!over && !was(entry.stage, entry.at)) enter(entry.stage, entry.at, false);
  }
  if (row.stage !== null && row.stage !== stage && !dated(row) && !was(row.stage, null)) {
    enter(row.stage, at, before === null);
  }
  if (stage === null) enter('lead', at, false);
  return entries;
}

/** A stranger or a visitor has not become a lead yet. */
const isBefore = (stage: Stage): boolean => stage === 'stranger' || stage === 'visitor';

/** Openings whose day a row knows: the day takes their place. */
export function datedOpenings(
  { entered }: StageBefore,
  { stageDates }: Pick<PreparedRow, 'stageDates'>,
): { readonly id: string; readonly to: Stage; readonly at: number }[] {
  return stageDates.flatMap(({ stage, at }) => {
    const index = entered.findIndex(({ to, cause }) => to === stage && cause === 'opening');
    const id = entered[index]?.id;
    // The moment of the import itself is no day anybody told.
    if (id === undefined || entered[index]?.at === at) return [];
    // What came before it stays before it.
    return [{ id, to: stage, at: Math.max(at, entered[index - 1]?.at ?? at) }];
  });
}

/** True when the row's stage has its day; the day then decides. */
const dated = ({ stage, stageDates }: Pick<PreparedRow, 'stage' | 'stageDates'>): boolean =>
  stageDates.some(entry => entry.stage === stage);
