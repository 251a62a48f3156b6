// Result of an import: counts and names.
import type { ImportCounts } from '../../shared/import.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadName } from '../../shared/lead.ts';

/** `known`: it was here before this file. */
export type NamedRow = { readonly id: string; readonly name: string; readonly line: number; readonly known: boolean };
type Counts = { -readonly [K in keyof ImportCounts]: ImportCounts[K] };

export type Tally = {
  readonly counts: Counts;
  readonly created: readonly NamedRow[];
  readonly updated: readonly NamedRow[];
  readonly unchanged: () => NamedRow[];
  readonly isNew: (lead: Lead, line: number) => void;
  readonly hasChanged: (lead: Lead, line: number) => void;
  /** As far as this row goes; `turnedOut` may say otherwise at the end. */
  readonly isTheSame: (lead: Lead, line: number) => void;
  /** Of leads taken for unchanged: that they were changed after all. */
  readonly turnedOut: (leadIds: Iterable<string>) => void;
  /** A line of spend or reach that was there before. */
  readonly wasThere: () => void;
  /** Brings the counts up to date; to be called after the last row. */
  readonly sum: (uncertain: number) => void;
};

/** Names kept of each kind. */
const shown = 20;

export function createTally(batchId: string): Tally {
  const created: NamedRow[] = [];
  const updated: NamedRow[] = [];
  const changed = new Set<string>();
  const same = new Map<string, NamedRow>();
  let there = 0;
  const counts: Counts = {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    rejected: 0,
    duplicatesInFile: 0,
    uncertain: 0,
    activities: 0,
    promoted: 0,
  };
  const named = (lead: Lead, line: number): NamedRow => ({
    id: lead.id,
    name: leadName(lead),
    line,
    known: lead.batchId !== batchId,
  });
  return {
    counts,
    created,
    updated,
    unchanged: () => {
      const all: NamedRow[] = [];
      for (const [id, one] of same) if (!changed.has(id) && all.push(one) >= shown) break;
      return all;
    },
    isNew: (lead, line) => {
      counts.created += 1;
      if (created.length < shown) created.push(named(lead, line));
    },
    hasChanged: (lead, line) => {
      if (changed.has(lead.id)) return;
      changed.add(lead.id);
      if (updated.length < shown) updated.push(named(lead, line));
    },
    isTheSame: (lead, line) => void same.set(lead.id, named(lead, line)),
    turnedOut: leadIds => {
      for (const id of leadIds) {
        const one = same.get(id);
        if (!one || changed.has(id)) continue;
        changed.add(id);
        if (updated.length < shown) updated.push(one);
      }
    },
    wasThere: () => {
      there += 1;
    },
    sum: uncertain => {
      counts.updated = changed.size;
      counts.unchanged = there + [...same.keys()].filter(id => !changed.has(id)).length;
      counts.uncertain = uncertain;
    },
  };
}
