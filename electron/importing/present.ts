// Detects activities that already exist, so importing a file twice adds nothing.
import type { Activity } from '../../shared/activity.ts';
import type { Reader } from '../db/file/handle.ts';
import { knownContent } from '../db/tables/activities.ts';
import { instantsOf } from '../db/tables/imports.ts';

type Asked = Pick<Activity, 'typeId' | 'at' | 'content'>;

/**
 * Asks for one activity of a lead that was there before. Each one that is there answers for one of the file: three visits on
 * one day stay three, and the same three again are none. Two guides on one day are two; an activity without content is that of
 * any content.
 */
export function presentActivities(db: Reader): (leadId: string, activity: Asked) => boolean {
  const known = new Map<string, Map<string, (string | null)[]> | null>();
  return (leadId, { typeId, at, content }) => {
    let present = known.get(leadId);
    if (present === undefined) {
      const instants = instantsOf(db, leadId);
      present = instants.length === 0 ? null : new Map();
      for (const [type, when, about] of instants) {
        const same = present?.get(`${type} ${when}`);
        if (same) same.push(about);
        else present?.set(`${type} ${when}`, [about]);
      }
      known.set(leadId, present);
    }
    const left = present?.get(`${typeId} ${at}`) ?? [];
    const same = left.indexOf(content);
    const index = same >= 0 ? same : content === null ? 0 : left.indexOf(null);
    return left.length > 0 && index >= 0 && left.splice(index, 1).length > 0;
  };
}

/** Content as it is written in the file or in an earlier row: case does not make another one. */
export function contentNames(db: Reader): (content: string) => string {
  const names = new Map<string, string>();
  return content => {
    const key = content.toLowerCase();
    const name = names.get(key) ?? knownContent(db, content);
    names.set(key, name);
    return name;
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
