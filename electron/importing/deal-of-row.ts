// The one deal of a row of leads: made with the lead, or put in the place of the one that stood in for it.
import type { PreparedRow } from '../../shared/import-row.ts';
import { type Lead, leadName } from '../../shared/lead.ts';
import { dealsOf, updateDeal } from '../db/tables/deals.ts';
import type { ImportRows } from '../db/tables/import-rows.ts';
import type { CommandContext } from '../services/context.ts';
import type { ShownChanges } from './shown-changes.ts';

export function createDealOfRow(
  { db, newId, now }: CommandContext,
  rows: ImportRows,
  shown: Pick<ShownChanges, 'deal'>,
) {
  /** Opens the deal of a row: open, won or lost as its stage says; none where the row knows of none. */
  function add(lead: Lead, row: PreparedRow): void {
    const stage = row.stage ?? row.stageDates.at(-1)?.stage;
    if (!row.deal && stage !== 'customer') return;
    const status = stage === 'customer' ? 'won' : stage === 'lost' ? 'lost' : 'open';
    // A win or a loss without a day belongs to no period.
    const closed = status === 'open' ? null : (row.stageDates.at(-1)?.at ?? null);
    rows.deal({
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
    });
  }

  /** The deal that stood in for one nobody knew becomes the real one. */
  function replace(lead: Lead, row: PreparedRow): void {
    rows.flushOf(lead.id);
    const standIn = dealsOf(db, lead.id).find(
      ({ name, closedAt, status }) =>
        name === (lead.company ?? leadName(lead)) && (closedAt === null || status === 'open'),
    );
    const stage = row.stage ?? row.stageDates.at(-1)?.stage;
    if (!standIn || (!row.deal && stage !== 'customer')) return;
    const closedAt = standIn.status === 'open' ? null : (row.stageDates.at(-1)?.at ?? null);
    const change = {
      name: row.deal?.name ?? standIn.name,
      amount: row.deal?.amount ?? standIn.amount,
      expectedClose: row.deal?.closeOn ?? standIn.expectedClose,
      probability: row.deal?.probability ?? standIn.probability,
      closedAt,
      createdAt: Math.min(standIn.createdAt, row.stageDates[0]?.at ?? standIn.createdAt),
    };
    shown.deal(standIn, { ...change, leadId: lead.id });
    updateDeal(db, standIn.id, change);
  }

  /** Whether the deal of a row, if it has one, is among those of its lead, by its name, amount, day and chance. */
  function isKnown(lead: Lead, row: PreparedRow): boolean {
    const { name = null, amount = null, closeOn = null, probability = null } = row.deal ?? {};
    if (name === null && amount === null && closeOn === null && probability === null) return true;
    rows.flushOf(lead.id);
    return dealsOf(db, lead.id).some(
      deal =>
        (amount === null || deal.amount === amount) &&
        (name === null || deal.name === name) &&
        (closeOn === null || deal.expectedClose === closeOn) &&
        (probability === null || deal.probability === probability),
    );
  }

  return { add, replace, isKnown };
}
