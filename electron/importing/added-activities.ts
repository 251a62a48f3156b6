// Which activities of a row are new, and what follows from those alone: what was there before changes nobody again.
import type { Activity } from '../../shared/activity.ts';
import type { Mapping } from '../../shared/import.ts';
import type { PreparedActivity, PreparedRow } from '../../shared/import-row.ts';
import { loggedByHand } from '../db/tables/imports.ts';
import { isOptOut } from '../domain/import/prepare.ts';
import { asksNotTo, asksOutright } from '../domain/import/row-unread.ts';
import { isMailTable } from '../domain/import/sources/mail.ts';
import type { CommandContext } from '../services/context.ts';
import { contentNames, countedActivities, presentActivities } from './present.ts';

/** As it is written: its content by the name that is known here. */
export type AddedActivity = Pick<Activity, 'typeId' | 'at' | 'note' | 'content'> & Pick<PreparedActivity, 'campaign'>;

export function createAddedActivities(
  { db, zone }: Pick<CommandContext, 'db' | 'zone'>,
  mapping: Mapping,
  typeIdOf: (typeId: string) => string,
) {
  const isThere = presentActivities(db);
  const contentOf = contentNames(db);
  const isCounted = countedActivities(db);
  const isMail = isMailTable(mapping.headers ?? []);
  const byHand = new Map<string, (readonly [typeId: string, at: number])[]>();

  /** `leadId`: somebody who was here before the import; null: nobody has any of them yet. */
  function added({ activities }: PreparedRow, leadId: string | null): AddedActivity[] {
    return activities.flatMap(({ running, content = null, ...prepared }) => {
      const activity = {
        ...prepared,
        content: content === null ? null : contentOf(content),
        typeId: typeIdOf(prepared.typeId),
      };
      const known = leadId !== null && (running ? isCounted(leadId, activity.typeId) : isThere(leadId, activity));
      return known ? [] : [activity];
    });
  }

  return (prepared: PreparedRow, leadId: string | null) => {
    const activities = added(prepared, leadId);
    const row = withOptOut(prepared, activities);
    return { activities, row, loggedOn: leadId === null || !isMail ? null : loggedDay(leadId, activities[0]) };
  };

  /** Day on which the like of a message was logged without an import: by hand nobody knows the minute. Each answers once. */
  function loggedDay(leadId: string, activity: AddedActivity | undefined): string | null {
    if (!activity) return null;
    const left = byHand.get(leadId) ?? [...loggedByHand(db, leadId)];
    byHand.set(leadId, left);
    const day = zone.dateAt(activity.at);
    const index = left.findIndex(([typeId, at]) => typeId === activity.typeId && zone.dateAt(at) === day);
    if (index < 0) return null;
    left.splice(index, 1);
    return day;
  }

  /** An unsubscribe that is there already was answered by what the owner has set since. */
  function withOptOut(row: PreparedRow, activities: readonly AddedActivity[]): PreparedRow {
    if (activities.some(isOptOut)) return { ...row, attributes: { ...row.attributes, consent: 'no' } };
    const isSeen = isMail && activities.length === 0;
    const warnings = isSeen
      ? row.warnings.filter(one => !one.endsWith(asksNotTo) && !one.endsWith(asksOutright))
      : row.warnings;
    if (!row.activities.some(isOptOut) || row.attributes.consent !== 'yes') return { ...row, warnings };
    const { consent: _, ...attributes } = row.attributes;
    return { ...row, attributes, warnings };
  }
}
