// Writes prepared rows: new leads, filled and overwritten facts, stage history, deals, activities, spend, reach.
import type { ImportCounts, Mapping, PreparedRow } from '../../../shared/import.ts';
import type { Lead } from '../../../shared/lead.ts';
import { leadName, noFacts } from '../../../shared/lead.ts';
import { insertActivity } from '../../db/activities.ts';
import { insertDeal } from '../../db/deals.ts';
import { hasActivityAt } from '../../db/imports.ts';
import { findLead, insertLead, updateLead } from '../../db/leads.ts';
import { insertRow } from '../../db/rows.ts';
import { insertStageChange } from '../../db/stage-changes.ts';
import type { StageEntry } from '../../domain/import/merge.ts';
import { mergeFacts, stageEntries } from '../../domain/import/merge.ts';
import type { CommandContext } from '../context.ts';
import { createLinks } from './links.ts';
import type { Matcher } from './matching.ts';

type Named = { readonly id: string; readonly name: string; readonly line: number };
type Counts = { -readonly [K in keyof ImportCounts]: ImportCounts[K] };

export type Writing = {
  readonly write: (row: PreparedRow) => void;
  readonly counts: Counts;
  readonly created: readonly Named[];
  readonly updated: readonly Named[];
  /** Leads whose activities or facts changed, with the line of the file. */
  readonly touched: ReadonlyMap<string, number>;
};

/** Names kept of each kind. */
const shown = 20;

export function createWriting(context: CommandContext, mapping: Mapping, matcher: Matcher, batchId: string): Writing {
  const { db, newId, now, settings } = context;
  const links = createLinks(context, batchId);
  const created: Named[] = [];
  const updated: Named[] = [];
  const touched = new Map<string, number>();
  const counts: Counts = {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    refused: 0,
    duplicatesInFile: 0,
    activities: 0,
    promoted: 0,
  };
  const show = (list: Named[], lead: Lead, line: number): void => {
    if (list.length < shown) list.push({ id: lead.id, name: leadName(lead), line });
  };

  function enterStages(leadId: string, entries: readonly StageEntry[], reason: string | null): void {
    for (const { from, to, at, opening } of entries) {
      const cause = opening ? 'opening' : 'import';
      const why = to === 'lost' || to === 'disqualified' || to === 'nurture' ? reason : null;
      insertStageChange(
        db,
        { id: newId(), leadId, from, to, at, cause, reason: why, note: null, memberId: settings.actingAs },
        batchId,
      );
    }
  }

  function addActivities(leadId: string, row: PreparedRow, isNew: boolean): number {
    let added = 0;
    for (const activity of row.activities) {
      if (!isNew && hasActivityAt(db, leadId, activity.typeId, activity.at)) continue;
      insertActivity(db, { ...activity, id: newId(), leadId, memberId: null, campaignId: null, batchId });
      added += 1;
    }
    counts.activities += added;
    return added;
  }

  function addDeal(lead: Lead, row: PreparedRow): void {
    const stage = row.stage ?? row.stageDates.at(-1)?.stage;
    if (!row.deal && stage !== 'customer') return;
    const status = stage === 'customer' ? 'won' : stage === 'lost' ? 'lost' : 'open';
    const closed = status === 'open' ? null : (row.stageDates.at(-1)?.at ?? now);
    insertDeal(db, {
      id: newId(),
      leadId: lead.id,
      name: row.deal?.name ?? lead.company ?? leadName(lead),
      amount: row.deal?.amount ?? null,
      expectedClose: row.deal?.closeOn ?? null,
      probability: row.deal?.probability ?? null,
      status,
      closedAt: closed,
      reason: status === 'lost' ? row.reason : null,
      createdAt: row.stageDates[0]?.at ?? row.createdAt ?? now,
      batchId,
    });
  }

  function create(row: PreparedRow): void {
    const id = newId();
    const since = row.createdAt ?? Math.min(now, row.stageDates[0]?.at ?? now, row.activities[0]?.at ?? now);
    const entries = stageEntries(null, row, since);
    const last = entries.at(-1);
    const lead: Lead = {
      ...noFacts,
      ...row.facts,
      ...links(row.links),
      id,
      stage: last?.to ?? 'lead',
      stageSince: last?.at ?? since,
      nurtureUntil: row.nurtureUntil,
      neverMql: null,
      nextStep: row.nextStep,
      nextStepOn: row.nextStepOn,
      createdAt: since,
      batchId,
    };
    insertLead(db, lead);
    enterStages(id, entries, row.reason);
    addDeal(lead, row);
    if (addActivities(id, row, true) > 0) touched.set(id, row.line);
    matcher.add(id, row.keys);
    counts.created += 1;
    show(created, lead, row.line);
  }

  function update(row: PreparedRow, lead: Lead): void {
    const facts = mergeFacts(lead, { ...row.facts, ...links(row.links) }, mapping);
    const entries = stageEntries(lead.stage, row, now);
    const last = entries.at(-1);
    const step =
      lead.nextStep === null && row.nextStep !== null ? { nextStep: row.nextStep, nextStepOn: row.nextStepOn } : {};
    const change = { ...facts, ...step, ...(last ? { stage: last.to, stageSince: last.at } : {}) };
    if (Object.keys(change).length > 0) updateLead(db, lead.id, change);
    enterStages(lead.id, entries, row.reason);
    if (entries.length > 0) addDeal({ ...lead, ...facts }, row);
    const activities = addActivities(lead.id, row, false);
    if (Object.keys(facts).length > 0 || activities > 0) touched.set(lead.id, row.line);
    if (Object.keys(change).length + activities === 0) {
      counts.unchanged += 1;
      return;
    }
    counts.updated += 1;
    show(updated, lead, row.line);
  }

  function write(row: PreparedRow): void {
    counts.rows += 1;
    if (row.spend) {
      const { channelId = null, campaignId = null } = links(row.links);
      const { amount, from, to } = row.spend;
      insertRow(db, 'spend', { id: newId(), channelId, campaignId, amount, startsOn: from, endsOn: to, batchId });
      counts.created += 1;
      return;
    }
    if (row.reach) {
      const { channelId = null } = links(row.links);
      const { on, strangers, visitors } = row.reach;
      insertRow(db, 'reach', {
        id: newId(),
        channelId,
        weekStart: on,
        strangers: strangers ?? 0,
        visitors: visitors ?? 0,
        batchId,
      });
      counts.created += 1;
      return;
    }
    const match = mapping.policy === 'create' ? undefined : matcher.find(row.keys);
    const lead = match && findLead(db, match.leadId);
    if (match?.inFile) counts.duplicatesInFile += 1;
    if (!lead) {
      if (mapping.rows === 'activities' && mapping.unknownPeople === 'leave-out') counts.skipped += 1;
      else create(row);
    } else if (mapping.policy === 'skip') {
      counts.skipped += 1;
    } else {
      update(row, lead);
    }
  }

  return { write, counts, created, updated, touched };
}
