// Detects activities that already exist, so importing a file twice adds nothing.
import type { Reader } from '../db/file/handle.ts';
import { instantsOf } from '../db/tables/imports.ts';

/**
 * Asks for one activity of a lead that was there before. Each one that is there answers for one of the file: three visits on
 * one day stay three, and the same three again are none.
 */
export function presentActivities(db: Reader): (leadId: string, typeId: string, at: number) => boolean {
  const known = new Map<string, Map<string, number> | null>();
  return (leadId, typeId, at) => {
    let present = known.get(leadId);
    if (present === undefined) {
      const instants = instantsOf(db, leadId);
      present = instants.length === 0 ? null : new Map();
      for (const [type, when] of instants) present?.set(`${type} ${when}`, (present.get(`${type} ${when}`) ?? 0) + 1);
      known.set(leadId, present);
    }
    const key = `${typeId} ${at}`;
    const left = present?.get(key) ?? 0;
    if (left > 0) present?.set(key, left - 1);
    return left > 0;
  };
}

/** The same for totals that run on: whatever its day, each one of a type that is there answers for one that is counted. */
export function countedActivities(db: Reader): (leadId: string, typeId: string) => boolean {
  const left = new Map<string, Map<string, number>>();
  return (leadId, typeId) => {
    let counts = left.get(leadId);
    if (!counts) {
      counts = new Map();
      for (const [type] of instantsOf(db, leadId)) counts.set(type, (counts.get(type) ?? 0) + 1);
      left.set(leadId, counts);
    }
    const count = counts.get(typeId) ?? 0;
    if (count > 0) counts.set(typeId, count - 1);
    return count > 0;
  };
}
