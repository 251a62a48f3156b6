// Stage history of a file: adds missing changes and orders them.
import type { PreparedRow } from '../../shared/import-row.ts';
import type { Lead } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import { isOffFunnel, stageRank } from '../../shared/stages.ts';
import { setFromStage, setReason } from '../db/tables/imports.ts';
import { findLead, updateLead } from '../db/tables/leads.ts';
import { insertStageChange, stageChangesOf } from '../db/tables/stage-changes.ts';
import type { CommandContext } from '../services/context.ts';

type ReportedStep = { readonly to: Stage; readonly at: number; readonly reason: string | null };

export type StageHistory = {
  readonly add: (leadId: string, row: PreparedRow) => void;
  /** Writes what was told; answers the leads that are not as they were. */
  readonly finish: (yieldToEventLoop: () => Promise<void>) => Promise<ReadonlySet<string>>;
};

const key = ({ to, at }: Pick<ReportedStep, 'to' | 'at'>): string => `${to} ${at}`;
/** Of two steps in the same millisecond, the one further down the funnel came later. */
const depth = (stage: Stage): number => (isOffFunnel(stage) ? 100 : stageRank(stage));

/** `onStage` hears of each lead that stands elsewhere afterwards. */
export function createStageHistory(
  { db, newId, settings }: CommandContext,
  batchId: string,
  onStage: (lead: Lead, to: Stage) => void,
): StageHistory {
  const reported = new Map<string, ReportedStep[]>();

  function write(leadId: string, steps: readonly ReportedStep[]): boolean {
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
    const index = new Map(steps.map((step, i) => [key(step), i]));
    const all = [...before, ...added].sort(
      (a, b) =>
        a.at - b.at ||
        (index.has(key(a)) && index.has(key(b))
          ? (index.get(key(a)) ?? 0) - (index.get(key(b)) ?? 0)
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
      onStage(lead, last.to);
    }
    return true;
  }

  return {
    add: (leadId, { stageDates, reason, stage }) => {
      const steps = reported.get(leadId) ?? [];
      for (const { stage: to, at } of stageDates) steps.push({ to, at, reason: to === stage ? reason : null });
      reported.set(leadId, steps);
    },
    finish: async yieldToEventLoop => {
      const changed = new Set<string>();
      for (const [leadId, steps] of reported) {
        if (write(leadId, steps)) changed.add(leadId);
        await yieldToEventLoop();
      }
      return changed;
    },
  };
}
