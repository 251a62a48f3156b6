// Deals of a file: created once, updated later, and their effect on the lead's stage.
import type { Deal } from '../../shared/deal.ts';
import type { Mapping } from '../../shared/import.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadName } from '../../shared/lead.ts';
import { dealsOf, updateDeal } from '../db/tables/deals.ts';
import type { ImportRows } from '../db/tables/import-rows.ts';
import { findLead } from '../db/tables/leads.ts';
import type { ReportedDeal } from '../domain/import/deals.ts';
import { reportedDeal, storyOf } from '../domain/import/deals.ts';
import type { CommandContext } from '../services/context.ts';
import type { ShownChanges } from './shown-changes.ts';

type Story = ReturnType<typeof storyOf>;
export type Deals = {
  readonly add: (leadId: string, row: PreparedRow) => void;
  /** Writes what was told; `move` is shown where each lead stands by all its deals, and says whether that moved it. */
  readonly finish: (
    move: (lead: Lead, story: Story) => boolean,
    yieldToEventLoop: () => Promise<void>,
  ) => Promise<ReadonlySet<string>>;
};

const plain = (name: string): string => name.trim().toLowerCase();
const asReported = (deal: Deal): ReportedDeal => ({
  ...deal,
  closeOn: deal.expectedClose,
  // Made with the day of its end, or of the import: nobody knows when it was opened.
  openedAt: deal.status === 'open' || deal.createdAt < (deal.closedAt ?? 0) ? deal.createdAt : null,
});
const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
const same = (a: ReportedDeal, b: ReportedDeal): boolean =>
  plain(a.name ?? '') === plain(b.name ?? '') &&
  a.amount === b.amount &&
  a.status === b.status &&
  a.openedAt === b.openedAt &&
  a.closedAt === b.closedAt;

/** Orders come line by line: the same name and days, and either the whole amount each time, or a part of it. */
const ofOneOrder = (a: ReportedDeal, b: ReportedDeal): boolean =>
  plain(a.name ?? '') === plain(b.name ?? '') &&
  (b.amount === null || (a.status === b.status && a.openedAt === b.openedAt && a.closedAt === b.closedAt));
const together = (a: number | null, b: number | null): number | null =>
  a === null || b === null || a === b ? (a ?? b) : a + b;

export function createDeals(
  { db, newId, now }: CommandContext,
  { policy, literal }: Pick<Mapping, 'policy' | 'literal'>,
  rows: ImportRows,
  shown: Pick<ShownChanges, 'deal'>,
): Deals {
  const reported = new Map<string, ReportedDeal[]>();

  /** The deal that was here before and is the one told of; each is only one. */
  function known(
    deal: ReportedDeal,
    there: readonly Deal[],
    taken: ReadonlySet<string>,
    standIn: string,
  ): Deal | undefined {
    const free = there.filter(({ id }) => !taken.has(id));
    const named = deal.name === null ? [] : free.filter(one => plain(one.name) === plain(deal.name ?? ''));
    const open = free.filter(({ status }) => status === 'open');
    if (named.length > 0) return named.find(one => one.amount === deal.amount) ?? named[0];
    if (deal.name === null) {
      const ended = free.find(
        one =>
          one.name === standIn &&
          one.amount === deal.amount &&
          one.status === deal.status &&
          one.closedAt === (deal.status === 'open' ? null : deal.closedAt),
      );
      return ended ?? (open.length === 1 ? open[0] : undefined);
    }
    // Made for a stage of which no deal was known yet.
    return free.find(
      one => one.name === standIn && (one.status === 'open' ? one.amount === null : one.closedAt === null),
    );
  }

  /** What the file knows better: what is missing, how the deal ended, and with "overwrite" everything it says. */
  function changes(deal: ReportedDeal, there: Deal): Partial<Deal> {
    if (literal) {
      const { amount, closeOn: expectedClose, probability, status, closedAt, reason } = deal;
      const whole = { amount, expectedClose, probability, status, closedAt, reason, createdAt: deal.openedAt ?? now };
      return Object.fromEntries(
        Object.entries(whole).filter(([name, value]) => there[name as keyof typeof whole] !== value),
      );
    }
    const ends = there.status === 'open' && deal.status !== 'open';
    const all = ends || policy === 'overwrite';
    const says = { amount: deal.amount, expectedClose: deal.closeOn, probability: deal.probability };
    const better = Object.entries(says).filter(([name, value]) => {
      const present = there[name as keyof typeof says];
      return value !== null && value !== present && (present === null || (all && policy !== 'skip'));
    });
    const named = deal.name !== null && plain(deal.name) !== plain(there.name) ? { name: deal.name.slice(0, 300) } : {};
    const won =
      there.status === deal.status && there.closedAt === null && deal.closedAt !== null
        ? { closedAt: deal.closedAt }
        : {};
    const end = ends ? { status: deal.status, closedAt: deal.closedAt, reason: deal.reason } : {};
    return { ...Object.fromEntries(better), ...named, ...won, ...end };
  }

  function write(lead: Lead, deals: readonly ReportedDeal[]): { readonly changed: boolean; readonly story: Story } {
    const there = dealsOf(db, lead.id);
    const standIn = (lead.company ?? leadName(lead)).slice(0, 300);
    const taken = new Set<string>();
    const all: ReportedDeal[] = [];
    let changed = false;
    for (const deal of deals) {
      const before = known(deal, there, taken, standIn);
      if (before) {
        taken.add(before.id);
        const change = changes(deal, before);
        if (Object.keys(change).length > 0) {
          shown.deal(before, { ...change, leadId: lead.id });
          changed = updateDeal(db, before.id, change) || changed;
        }
        const there = asReported({ ...before, ...change });
        all.push({ ...there, openedAt: earlier(deal.openedAt, there.openedAt) });
        continue;
      }
      const closed = deal.status === 'open' ? null : deal.closedAt;
      rows.deal({
        id: newId(),
        leadId: lead.id,
        name: (deal.name ?? lead.company ?? leadName(lead)).slice(0, 300),
        amount: deal.amount,
        expectedClose: deal.closeOn,
        probability: deal.probability,
        status: deal.status,
        closedAt: closed,
        reason: deal.reason,
        createdAt: deal.openedAt ?? closed ?? now,
      });
      all.push(deal);
      changed = true;
    }
    const others = there.filter(({ id }) => !taken.has(id)).map(asReported);
    return { changed, story: storyOf([...others, ...all]) };
  }

  return {
    add: (leadId, row) => {
      const deal = reportedDeal(row);
      const deals = reported.get(leadId) ?? [];
      const first = deal.name === null ? -1 : deals.findIndex(other => ofOneOrder(other, deal));
      const there = deals[first];
      if (there) deals[first] = { ...there, amount: together(there.amount, deal.amount) };
      else if (!deals.some(other => same(other, deal))) deals.push(deal);
      reported.set(leadId, deals);
    },
    finish: async (move, yieldToEventLoop) => {
      const changed = new Set<string>();
      for (const [leadId, deals] of reported) {
        const lead = findLead(db, leadId);
        if (!lead) continue;
        const { changed: written, story } = write(lead, deals);
        if (move(lead, story) || written) changed.add(leadId);
        await yieldToEventLoop();
      }
      rows.flush();
      return changed;
    },
  };
}
