// How rows move leads through the stages: entered in order, with the day of a stage in the place of "before the import".
import type { Mapping } from '../../shared/import.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import type { Lead } from '../../shared/lead.ts';
import { stepText } from '../../shared/next-step.ts';
import { isOffFunnel, type Stage } from '../../shared/stages.ts';
import type { ImportRows } from '../db/tables/import-rows.ts';
import { startEarlier } from '../db/tables/imports.ts';
import { updateLead } from '../db/tables/leads.ts';
import { stepsOf } from '../db/tables/next-steps.ts';
import { dateStageChange, stageChangesOf } from '../db/tables/stage-changes.ts';
import { endsSteps } from '../domain/funnel.ts';
import type { StageBefore, StageEntry } from '../domain/import/merge.ts';
import { datedOpenings, stageEntries } from '../domain/import/merge.ts';
import type { CommandContext } from '../services/context.ts';
import { dropAllSteps } from '../services/next-steps.ts';
import type { LeadCache } from './lead-cache.ts';

/** What ended of somebody who is lost or disqualified by a row. */
export type EndedSteps = (lead: Lead, texts: readonly string[]) => void;

type Given = {
  readonly mapping: Mapping;
  readonly rows: ImportRows;
  readonly leads: LeadCache;
  readonly batchId: string;
  readonly onEnded: EndedSteps;
};

export function createStageMoves(
  { db, newId, now, settings }: CommandContext,
  { mapping, rows, leads, batchId, onEnded }: Given,
) {
  function enterStages(leadId: string, entries: readonly StageEntry[], reason: string | null): void {
    for (const entry of entries) {
      const { from, to, at, opening } = entry;
      const cause = opening ? 'opening' : 'import';
      // The reason is that of where they stand now.
      const why = isOffFunnel(to) && entry === entries.at(-1) ? reason : null;
      const memberId = settings.actingAs;
      rows.stageChange({ id: newId(), leadId, from, to, at, cause, reason: why, note: null, memberId });
    }
  }

  /** The day of a stage takes the place of "at some time before the import". */
  function dateOpenings(lead: Lead, before: StageBefore, row: Pick<PreparedRow, 'stageDates'>): boolean {
    if (mapping.literal || mapping.policy === 'skip') return false;
    const openings = datedOpenings(before, row);
    for (const { id, to, at } of openings) {
      dateStageChange(db, id, at);
      const known = leads.get(lead.id) ?? lead;
      if (known.stage !== to) continue;
      updateLead(db, lead.id, { stageSince: at, ...(at < known.createdAt ? { createdAt: at } : {}) });
      leads.set({ ...known, stageSince: at, createdAt: Math.min(known.createdAt, at) });
    }
    return openings.length > 0;
  }

  /**
   * What lies before the day somebody was first heard of makes that day an earlier one; what lies before a later step of
   * theirs happened, as far as the history can tell, with it.
   */
  function inOrder({ id }: Lead, { since, entered }: StageBefore, entries: StageEntry[]): StageEntry[] {
    const first = entries[0]?.at ?? since;
    if (first >= since) return entries;
    if (entered.length > 1) return entries.map(entry => (entry.at < since ? { ...entry, at: since } : entry));
    rows.flushOf(id);
    startEarlier(db, id, first);
    const known = leads.get(id);
    if (known) leads.set({ ...known, createdAt: Math.min(known.createdAt, first) });
    return entries;
  }

  /** The history is only read for rows that may add to it. */
  function stageBefore({ id, stage, stageSince: since }: Lead, row: PreparedRow, inFile: boolean): StageBefore {
    const moves = row.stageDates.length > 0 || (row.stage !== null && row.stage !== stage);
    if (moves && inFile) rows.flushOf(id);
    return { stage, since, entered: moves ? stageChangesOf(db, id) : [] };
  }

  /** Nothing is planned any more with those who are lost or disqualified. */
  function endSteps(lead: Lead, to: Stage | undefined): void {
    if (mapping.literal || !endsSteps(to)) return;
    rows.flushOf(lead.id);
    const steps = stepsOf(db, lead.id);
    if (dropAllSteps({ db }, lead.id) === 0) return;
    const known = leads.get(lead.id);
    if (known) leads.set({ ...known, nextStep: null, nextStepOn: null });
    onEnded(lead, steps.map(stepText));
  }

  function moveByDeals(
    lead: Lead,
    { reason, ...story }: Pick<PreparedRow, 'stage' | 'stageDates' | 'reason'>,
  ): boolean {
    // Ripen's own history of stages says where they stand.
    if (mapping.literal) return false;
    const { id, stage, stageSince: since } = lead;
    rows.flushOf(id);
    const known = { stage, since, entered: stageChangesOf(db, id) };
    const dated = dateOpenings(lead, known, story);
    const before = dated ? { ...known, entered: stageChangesOf(db, id) } : known;
    const entries = inOrder(lead, before, stageEntries(before, story, now));
    const last = entries.at(-1);
    if (!last) return dated;
    const ofBatch = lead.batchId === batchId;
    // Of somebody new nobody knows when they came into a stage without a day.
    enterStages(
      id,
      entries.map(entry => (ofBatch && entry.at === now ? { ...entry, opening: true } : entry)),
      reason,
    );
    updateLead(db, id, { stage: last.to, stageSince: last.at });
    endSteps(lead, last.to);
    return true;
  }

  return { enter: enterStages, endSteps, before: stageBefore, dateOpenings, inOrder, moveByDeals };
}
