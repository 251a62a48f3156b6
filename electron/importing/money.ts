// Spend and reach of a file, added once even if imported again.
import type { PreparedRow } from '../../shared/import-row.ts';
import { knownReach, knownSpend } from '../db/tables/imports.ts';
import { insertRow } from '../db/tables/rows.ts';
import { reachByWeek } from '../domain/campaigns/reach-by-week.ts';
import type { CommandContext } from '../services/context.ts';
import type { References } from './references.ts';

type Counts = ReadonlyMap<string, number>;

/** Asks for one line that was there before; each one there answers for one of the file, as with activities. */
function once(read: () => Counts): (key: string) => boolean {
  let left: Map<string, number> | null = null;
  return key => {
    left ??= new Map(read());
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
}

/** Writes a line of spend or reach. True: it was not there. */
export function createMoney({ db, newId }: CommandContext, references: References, batchId: string) {
  const spendIsThere = once(() => knownSpend(db, batchId));
  const reachIsThere = once(() => knownReach(db, batchId));
  return {
    spend: (names: PreparedRow['references'], { amount, from, to }: NonNullable<PreparedRow['spend']>): boolean => {
      const { channelId = null, campaignId = null } = references(names);
      if (spendIsThere([channelId, campaignId, amount, from, to].join(' '))) return false;
      insertRow(db, 'spend', { id: newId(), channelId, campaignId, amount, startsOn: from, endsOn: to, batchId });
      return true;
    },
    reach: (names: PreparedRow['references'], reach: NonNullable<PreparedRow['reach']>): boolean => {
      const { channelId = null } = references(names);
      let isNew = false;
      for (const { weekStart, strangers, visitors } of reachByWeek(reach)) {
        if (reachIsThere([channelId, weekStart, strangers, visitors].join(' '))) continue;
        insertRow(db, 'reach', { id: newId(), channelId, weekStart, strangers, visitors, batchId });
        isNew = true;
      }
      return isNew;
    },
  };
}
