// Merges a row into an existing lead, and determines its stage.
import type { ColumnMapping, Mapping } from '../../../shared/import.ts';
import type { PreparedRow } from '../../../shared/import-row.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import type { LeadFacts, LeadField } from '../../../shared/lead.ts';
import { isKnown } from '../../../shared/lead.ts';
import type { Stage } from '../../../shared/stages.ts';
import { isTray, stageRank } from '../../../shared/stages.ts';

/** Targets that become facts under another name. */
const feeds: Partial<Readonly<Record<ImportTarget, readonly LeadField[]>>> = {
  fullName: ['firstName', 'lastName'],
  optOut: ['consent'],
};

/** Facts that change: missing ones are filled; known ones are overwritten only where the owner said so. */
export function mergeFacts(
  present: LeadFacts,
  row: Partial<LeadFacts>,
  mapping: Pick<Mapping, 'policy' | 'columns'>,
): Partial<LeadFacts> {
  const policies = new Map<string, NonNullable<ColumnMapping['policy']>>();
  for (const { target, policy } of mapping.columns) {
    if (policy !== undefined) for (const name of feeds[target] ?? [target]) policies.set(name, policy);
  }
  const changed: [LeadField, LeadFacts[LeadField]][] = [];
  for (const [name, value] of Object.entries(row) as [LeadField, LeadFacts[LeadField]][]) {
    if (value === undefined || !isKnown(value) || value === present[name]) continue;
    // An opt-out stays, whatever the policy.
    if (name === 'consent' && value === 'no') {
      changed.push([name, value]);
      continue;
    }
    const policy = policies.get(name) ?? (mapping.policy === 'overwrite' ? 'overwrite' : 'fill');
    if (policy === 'keep') continue;
    if (policy === 'overwrite' || !isKnown(present[name])) changed.push([name, value]);
  }
  return Object.fromEntries(changed) as Partial<LeadFacts>;
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
  readonly entered: readonly { readonly to: Stage; readonly at: number }[];
};

const goesOn = (from: Stage | null, to: Stage): boolean => {
  if (from === null) return true;
  if (from === to) return false;
  return isTray(to) || isTray(from) || stageRank(to) > stageRank(from);
};

/**
 * The entries of a row's stage history that lead on from where the lead is. Nobody is moved back by a file, nor moved twice by
 * the same word; a stage without a date is an opening one. A new lead of which the file says nothing is a Lead.
 */
export function stageEntries(
  before: StageBefore | null,
  row: Pick<PreparedRow, 'stage' | 'stageDates'>,
  at: number,
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
  for (const entry of row.stageDates) {
    // What lies before somebody came into a tray does not take them out of it again.
    const over = stage !== null && isTray(stage) && entry.at < since;
    if (!over && !was(entry.stage, entry.at)) enter(entry.stage, entry.at, false);
  }
  if (row.stage !== null && row.stage !== stage && !dated(row) && !was(row.stage, null)) {
    enter(row.stage, at, before === null);
  }
  if (stage === null) enter('lead', at, false);
  return entries;
}

/** True when the row's stage has its day; the day then decides. */
const dated = ({ stage, stageDates }: Pick<PreparedRow, 'stage' | 'stageDates'>): boolean =>
  stageDates.some(entry => entry.stage === stage);
