// Stage history of a file: adds missing changes and orders them.
import type { PreparedRow } from '../../../shared/import-row.ts';
import type { Stage } from '../../../shared/stages.ts';
import { isTray, stageRank } from '../../../shared/stages.ts';
import { setFromStage, setReason } from '../../db/imports.ts';
import { findLead, updateLead } from '../../db/leads.ts';
import { insertStageChange, stageChangesOf } from '../../db/stage-changes.ts';
import type { CommandContext } from '../context.ts';

type Told = { readonly to: Stage; readonly at: number; readonly reason: string | null };

export type StageHistory = {
  readonly tell: (leadId: string, row: PreparedRow) => void;
  /** Writes what was told; answers the leads that are not as they were. */
  readonly finish: (pause: () => Promise<void>) => Promise<ReadonlySet<string>>;
};

const key = ({ to, at }: Pick<Told, 'to' | 'at'>): string => `${to} ${at}`;
/** Of two steps in the same millisecond, the one further down the funnel came later. */
const depth = (stage: Stage): number => (isTray(stage) ? 100 : stageRank(stage));

export function createStageHistory({ db, newId, settings }: CommandContext, batchId: string): StageHistory {
  const told = new Map<string, Told[]>();

  function write(leadId: string, steps: readonly Told[]): boolean {
    const before = stageChangesOf(db, leadId);
    const there = new Set(before.map(key));
    const missing = steps.filter(
      (step, i) => !there.has(key(step)) && steps.findIndex(one => key(one) === key(step)) === i,
    );
    const unexplained = new Map(before.filter(({ reason }) => reason === null).map(step => [key(step), step.id]));
    let explained = 0;
    for (const step of steps) {
      const id = unexplained.get(key(step));
      if (id !== undefined && step.reason !== null) explained += setReason(db, id, step.reason);
    }
    if (missing.length === 0) return explained > 0;
    const added = missing.map(({ to, at, reason }) => ({ id: newId(), from: null as Stage | null, to, at, reason }));
    for (const step of added) {
      const base = { leadId, cause: 'import' as const, note: null, memberId: settings.actingAs };
      insertStageChange(db, { ...step, ...base }, batchId);
    }
    const place = new Map(steps.map((step, i) => [key(step), i]));
    const all = [...before, ...added].sort(
      (a, b) =>
        a.at - b.at ||
        (place.has(key(a)) && place.has(key(b))
          ? (place.get(key(a)) ?? 0) - (place.get(key(b)) ?? 0)
          : depth(a.to) - depth(b.to)),
    );
    for (const [i, { id, from }] of all.entries()) {
      const should = all[i - 1]?.to ?? null;
      if (from !== should) setFromStage(db, id, should);
    }
    const last = all.at(-1);
    const lead = findLead(db, leadId);
    if (last && lead && (lead.stage !== last.to || lead.stageSince !== last.at)) {
      updateLead(db, leadId, { stage: last.to, stageSince: last.at });
    }
    return true;
  }

  return {
    tell: (leadId, { stageDates, reason, stage }) => {
      const steps = told.get(leadId) ?? [];
      for (const { stage: to, at } of stageDates) steps.push({ to, at, reason: to === stage ? reason : null });
      told.set(leadId, steps);
    },
    finish: async pause => {
      const changed = new Set<string>();
      for (const [leadId, steps] of told) {
        if (write(leadId, steps)) changed.add(leadId);
        await pause();
      }
      return changed;
    },
  };
}
