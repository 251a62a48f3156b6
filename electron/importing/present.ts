// Detects activities that already exist, so importing a file twice adds nothing.
import type { Activity } from '../../shared/activity.ts';
import type { Mapping } from '../../shared/import.ts';
import type { Reader } from '../db/file/handle.ts';
import { knownContent } from '../db/tables/activities.ts';
import { instantsOf, loggedByHand } from '../db/tables/imports.ts';
import { mailHeader } from '../domain/import/sources/mail.ts';
import type { CommandContext } from '../services/context.ts';

type Asked = Pick<Activity, 'typeId' | 'at' | 'content'>;

/**
 * Asks for one activity of a lead that was there before. Each one that is there answers for one of the file: three visits on
 * one day stay three, and the same three again are none. Two guides on one day are two; an activity without content is that of
 * any content. Of mail, what was logged by hand on a day answers for its first message: by hand nobody knows the minute.
 */
export function presentActivities(
  { db, zone }: Pick<CommandContext, 'db' | 'zone'>,
  { headers = [] }: Pick<Mapping, 'headers'>,
): (leadId: string, activity: Asked) => boolean {
  const isExact = createExact(db);
  if (!mailHeader.every((header, at) => headers[at] === header)) return isExact;
  const byHand = new Map<string, (readonly [typeId: string, at: number])[]>();
  return (leadId, activity) => {
    const left = byHand.get(leadId) ?? [...loggedByHand(db, leadId)];
    byHand.set(leadId, left);
    const { typeId, at } = activity;
    const day = zone.dateAt(at);
    const exact = isExact(leadId, activity);
    const index = left.findIndex(
      ([type, when]) => type === typeId && (exact ? when === at : zone.dateAt(when) === day),
    );
    if (index >= 0) left.splice(index, 1);
    return exact || index >= 0;
  };
}

function createExact(db: Reader): (leadId: string, activity: Asked) => boolean {
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
