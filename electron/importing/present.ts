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
