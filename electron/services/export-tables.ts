// Tables of the export: rows of text from pages of leads.
import type { ExportFor, ExportWhat } from '../../shared/contract/exports.ts';
import type { CustomValue } from '../../shared/custom-field.ts';
import type { Lead } from '../../shared/lead.ts';
import type { Stage } from '../../shared/stages.ts';
import { disqualifyReasons, lostReasons, rejectReasons } from '../../shared/stages.ts';
import type { Reader } from '../db/file/handle.ts';
import { listCustomFields } from '../db/tables/custom-fields.ts';
import {
  activitiesAmong,
  customValuesAmong,
  dealsAmong,
  type Entered,
  latestDeals,
  leadIdsAfter,
  scoreAdjustmentsAmong,
  stageChangesAmong,
  tagsAmong,
} from '../db/tables/exports.ts';
import { findLead } from '../db/tables/leads.ts';
import { stepsAmong } from '../db/tables/next-steps.ts';
import { consentProofsAmong } from '../db/tables/privacy.ts';
import { listCampaigns, listChannels, listMembers } from '../db/tables/workspace.ts';
import { ripenActivities, ripenDeals, ripenStages } from '../domain/export/event-files.ts';
import type { ExportContext, ExportFile, LeadToExport } from '../domain/export/lead-file.ts';
import { ripenLeadsWith } from '../domain/export/lead-file.ts';
import { leadFiles } from '../domain/export/other-programs.ts';
import { beforeRecords, outcomesOf } from '../domain/outcomes.ts';

export type ExportTable = {
  readonly header: readonly string[];
  /** Rows, some at a time: each piece is a few milliseconds of work. */
  readonly pieces: () => Generator<readonly (readonly string[])[]>;
};

/** Leads read at once. */
const chunk = 50;

/** Slices of the ids asked for; of all leads when none are named. */
function* idChunks(db: Reader, ids: readonly string[] | null): Generator<readonly string[]> {
  if (ids !== null) {
    for (let from = 0; from < ids.length; from += chunk) yield ids.slice(from, from + chunk);
    return;
  }
  for (let after = 0; ; ) {
    const rows = leadIdsAfter(db, after, chunk);
    if (rows.length === 0) return;
    yield rows.map(([, id]) => id);
    after = rows.at(-1)?.[0] ?? after;
  }
}

const leadsOf = (db: Reader, ids: readonly string[]): Lead[] =>
  ids.flatMap(id => {
    const lead = findLead(db, id);
    return lead ? [lead] : [];
  });

/** The label of a reason of `stage`; the key itself where it is none we know. */
export function reasonLabel(stage: Stage, reason: string | null): string | null {
  if (reason === null) return null;
  const text: Readonly<Record<string, string>> =
    stage === 'disqualified' ? disqualifyReasons : stage === 'nurture' ? rejectReasons : lostReasons;
  return text[reason] ?? reason;
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function withNames(db: Reader): (ids: readonly string[]) => LeadToExport[] {
  const channels = new Map(listChannels(db).map(({ id, label }) => [id, label]));
  const campaigns = new Map(listCampaigns(db).map(({ id, label }) => [id, label]));
  const members = new Map(listMembers(db).map(({ id, name }) => [id, name]));
  const name = (names: ReadonlyMap<string, string>, id: string | null) =>
    id === null ? null : (names.get(id) ?? null);
  return ids => {
    const changes = grouped(stageChangesAmong(db, ids), ({ leadId }) => leadId);
    const deals = latestDeals(db, ids);
    const points = grouped(scoreAdjustmentsAmong(db, ids), ({ leadId }) => leadId);
    const steps = stepsAmong(db, ids);
    const allDeals = grouped(dealsAmong(db, ids), ({ leadId }) => leadId);
    const tags = grouped(tagsAmong(db, ids), ([leadId]) => leadId);
    const customs = grouped(customValuesAmong(db, ids), ([leadId]) => leadId);
    const proofs = consentProofsAmong(db, ids);
    return leadsOf(db, ids).map(lead => {
      const entered: Partial<Record<Stage, number>> = {};
      let last: Entered | null = null;
      for (const change of changes.get(lead.id) ?? []) {
        if (change.at !== null) entered[change.to] ??= change.at;
        last = change;
      }
      // The day of a purchase is that of the figures: one that was taken back is none.
      const { customerAt } = outcomesOf(
        (changes.get(lead.id) ?? []).map(({ to, at }) => ({ to, at: at ?? beforeRecords, known: at !== null })),
        allDeals.get(lead.id) ?? [],
      );
      const { customer: _first, ...others } = entered;
      const dated = Number.isFinite(customerAt) ? { ...others, customer: customerAt } : others;
      const customValues: Record<string, CustomValue> = Object.fromEntries(
        (customs.get(lead.id) ?? []).map(([, fieldId, value]) => [fieldId, value]),
      );
      return {
        lead,
        channel: name(channels, lead.channelId),
        campaign: name(campaigns, lead.campaignId),
        member: name(members, lead.memberId),
        entered: dated,
        stageOn: last?.to === lead.stage && last.at === null ? null : lead.stageSince,
        reason: last && last.to === lead.stage ? reasonLabel(lead.stage, last.reason) : null,
        deal: deals.get(lead.id) ?? null,
        scoreAdjustments: points.get(lead.id) ?? [],
        steps: steps.get(lead.id) ?? [],
        consent: proofs.get(lead.id),
        tags: (tags.get(lead.id) ?? []).map(([, label]) => label),
        customValues,
      };
    });
  };
}

type ExportTableRequest = {
  readonly what: ExportWhat;
  readonly as: ExportFor;
  readonly leadIds: readonly string[] | null;
};

/** The table that was asked for, to be walked once. */
export function exportTable(
  db: Reader,
  { what, as, leadIds }: ExportTableRequest,
  context: ExportContext,
): ExportTable {
  const table = <T>(file: ExportFile<T>, read: (ids: readonly string[]) => readonly T[]): ExportTable => ({
    header: file.header,
    *pieces() {
      for (const ids of idChunks(db, leadIds)) yield read(ids).map(item => file.row(item, context));
    },
  });
  /** What happened to some leads, beside the lead it happened to, in the order of the leads. */
  const beside = <T extends { readonly leadId: string }>(ids: readonly string[], rows: readonly T[]) => {
    const groups = grouped(rows, ({ leadId }) => leadId);
    return leadsOf(db, ids).flatMap(lead => (groups.get(lead.id) ?? []).map(row => ({ lead, ...row })));
  };
  const members = new Map(listMembers(db).map(({ id, name }) => [id, name]));
  switch (what) {
    case 'leads':
      return table(as === 'ripen' ? ripenLeadsWith(listCustomFields(db)) : leadFiles[as], withNames(db));
    case 'activities':
      return table(ripenActivities, ids =>
        beside(ids, activitiesAmong(db, ids)).map(row => ({ ...row, member: members.get(row.memberId ?? '') ?? null })),
      );
    case 'deals':
      return table(ripenDeals, ids =>
        beside(ids, dealsAmong(db, ids)).map(({ lead, ...deal }) => ({
          lead,
          deal,
          reason: reasonLabel('lost', deal.reason),
        })),
      );
    case 'stages':
      return table(ripenStages, ids =>
        beside(ids, stageChangesAmong(db, ids)).map(row => ({ ...row, reason: reasonLabel(row.to, row.reason) })),
      );
    default:
      return what satisfies never;
  }
}
