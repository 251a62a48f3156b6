// Stage of a lead from all its deals, with the date.
import type { PreparedRow } from '../../../shared/import-row.ts';
import type { Stage } from '../../../shared/stages.ts';

/** One deal of a file or of the workspace. Moments in UTC ms; null: nobody knows. */
export type ReportedDeal = {
  readonly name: string | null;
  readonly amount: number | null;
  readonly closeOn: string | null;
  readonly probability: number | null;
  readonly status: 'open' | 'won' | 'lost';
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly reason: string | null;
};

/** Where a row of a file of deals leaves its lead: a deal that is neither won nor lost is an opportunity. */
export const stageOfDeal = (stage: Stage | null): 'customer' | 'lost' | 'opportunity' =>
  stage === 'customer' ? 'customer' : stage === 'lost' || stage === 'disqualified' ? 'lost' : 'opportunity';

const statusOf = { customer: 'won', lost: 'lost', opportunity: 'open' } as const;

/** The deal in a row of a file of deals. */
export function reportedDeal(
  row: Pick<PreparedRow, 'stage' | 'stageDates' | 'createdAt' | 'reason' | 'deal'>,
): ReportedDeal {
  const stage = stageOfDeal(row.stage);
  const at = (wanted: Stage) => row.stageDates.find(entry => entry.stage === wanted)?.at ?? null;
  return {
    name: row.deal?.name ?? null,
    amount: row.deal?.amount ?? null,
    closeOn: row.deal?.closeOn ?? null,
    probability: row.deal?.probability ?? null,
    status: statusOf[stage],
    openedAt: at('opportunity') ?? row.createdAt,
    closedAt: stage === 'opportunity' ? null : at(stage),
    reason: stage === 'lost' ? (row.reason ?? 'other') : null,
  };
}

type Story = Pick<PreparedRow, 'stage' | 'stageDates' | 'reason'>;

/**
 * Somebody with an open deal is an opportunity, with a won one a customer for good; lost is who has lost all of them.
 * Steps without a day are left out of the dates; the stage they lead to is not.
 */
export function storyOf(deals: readonly ReportedDeal[]): Story {
  const has = (status: ReportedDeal['status']) => deals.some(deal => deal.status === status);
  const stage = has('won') ? 'customer' : has('open') ? 'opportunity' : 'lost';
  const instants = deals.flatMap((deal, i) => [
    { at: deal.openedAt, what: 'open' as const, i, deal },
    ...(deal.status === 'open' ? [] : [{ at: deal.closedAt, what: deal.status, i, deal }]),
  ]);
  const open = new Set<number>();
  const stageDates: { stage: Stage; at: number }[] = [];
  let now: Stage | null = null;
  let reason: string | null = null;
  const enter = (to: Stage, at: number) => {
    if (now === to || now === 'customer') return;
    now = to;
    stageDates.push({ stage: to, at });
  };
  const dated = instants.flatMap(({ at, ...rest }) => (at === null ? [] : [{ at, ...rest }]));
  for (const { at, what, i, deal } of dated.sort((a, b) => a.at - b.at || (a.what === 'open' ? -1 : 1))) {
    if (what === 'open') {
      open.add(i);
      enter('opportunity', at);
    } else {
      open.delete(i);
      if (what === 'won') enter('customer', at);
      else if (open.size === 0) {
        enter('lost', at);
        reason = deal.reason;
      }
    }
  }
  return { stage, stageDates, reason: stage === 'lost' ? (reason ?? deals.at(-1)?.reason ?? 'other') : null };
}
