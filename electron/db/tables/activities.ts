// All SQL of activities and their types.
import { type Activity, type ActivityType, builtInActivityTypes } from '../../../shared/activity.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, insertRow, updateRow } from './rows.ts';

const columns = 'id, lead_id, type_id, at, note, member_id, campaign_id, content, batch_id';

/** All activities of one lead, oldest first; ties by id. */
export const activitiesOf = (db: Reader, leadId: string): Activity[] =>
  db
    .all<object>(`SELECT ${columns} FROM activity WHERE lead_id = ? ORDER BY at, id`, [leadId])
    .map(row => fromRow<Activity>(row));

export type ScoredActivity = Pick<Activity, 'id' | 'typeId' | 'at'>;

/** What a score needs of them, from the covering index alone. */
export const scoredActivities = (db: Reader, leadId: string): ScoredActivity[] =>
  db
    .raw<readonly [id: string, typeId: string, at: number]>(
      'SELECT id, type_id, at FROM activity WHERE lead_id = ? ORDER BY at, id',
      [leadId],
    )
    .map(([id, typeId, at]) => ({ id, typeId, at }));

export function findActivity(db: Reader, id: string): Activity | undefined {
  const row = db.get<object>(`SELECT ${columns} FROM activity WHERE id = ?`, [id]);
  return row && fromRow<Activity>(row);
}

export type LoadedActivity = readonly [leadId: string, typeId: string, at: number, id: string];

/** A slice of all activities in the engine's order, from the covering index, behind `after`. */
export const activitiesAfter = (db: Reader, after: LoadedActivity | undefined, limit: number): LoadedActivity[] =>
  after
    ? db.raw(
        `SELECT lead_id, type_id, at, id FROM activity WHERE (lead_id, at, id) > (?, ?, ?)
         ORDER BY lead_id, at, id LIMIT ?`,
        [after[0], after[2], after[3], limit],
      )
    : db.raw('SELECT lead_id, type_id, at, id FROM activity ORDER BY lead_id, at, id LIMIT ?', [limit]);

/** The number of the last row: about how many there are, without counting. */
export const lastActivityRow = (db: Reader): number =>
  db.pluck<number | null>('SELECT max(rowid) FROM activity')[0] ?? 0;

export const insertActivity = (db: Writer, activity: Activity): void => insertRow(db, 'activity', activity);
export const updateActivity = (db: Writer, id: string, change: Partial<Activity>): boolean =>
  updateRow(db, 'activity', id, change);
export const deleteActivity = (db: Writer, id: string): boolean =>
  db.run('DELETE FROM activity WHERE id = ?', [id]) > 0;

/** Content that activities name, each once, in the order of the alphabet; a hop along the index for each. */
export const listContents = (db: Reader, limit: number): string[] =>
  db.pluck(
    `WITH RECURSIVE named (content) AS (
       SELECT (SELECT content FROM activity WHERE content IS NOT NULL ORDER BY content COLLATE NOCASE LIMIT 1)
       UNION ALL
       SELECT (SELECT a.content FROM activity a WHERE a.content IS NOT NULL AND a.content COLLATE NOCASE > named.content
         ORDER BY a.content COLLATE NOCASE LIMIT 1)
       FROM named WHERE named.content IS NOT NULL
     ) SELECT content FROM named WHERE content IS NOT NULL LIMIT ?`,
    [limit],
  );

/** Capitals aside, in any script: "Größe" and "GRÖSSE" are one. */
const sameLetters = (text: string): string => text.normalize('NFC').toUpperCase();

/** The same content as it is written in the file already, by other activities than `except`; as given where it is new. */
export function knownContent(db: Reader, content: string, except = ''): string {
  const [known] = db.pluck<string>(
    'SELECT content FROM activity WHERE content = ? COLLATE NOCASE AND id <> ? LIMIT 1',
    [content, except],
  );
  if (known !== undefined) return known;
  // NOCASE knows the capitals of ASCII only: of others, all that begin with the same ASCII letters are looked through.
  const [start = ''] = /^[\x20-\x7e]*/.exec(content) ?? [];
  if (start === content) return content;
  const wanted = sameLetters(content);
  const near = db.pluck<string>(
    `SELECT DISTINCT content FROM activity
     WHERE content IS NOT NULL AND content COLLATE NOCASE > ? AND content COLLATE NOCASE < ? AND id <> ?`,
    [start, `${start}\u{10ffff}`, except],
  );
  return near.find(one => sameLetters(one) === wanted) ?? content;
}

const typeColumns = 'id, label, our_side, implies_stage, archived';
const toType = (row: object): ActivityType => fromRow<ActivityType>(row, ['ourSide', 'archived']);

const builtInOrder = new Map(builtInActivityTypes.map(({ id }, index) => [id, index]));
const placeOf = ({ id }: ActivityType): number => builtInOrder.get(id) ?? builtInOrder.size;

/** Archived ones last: of two types of one name the one in use is found first. Built-in ones before the owner's, each in their order. */
export const listActivityTypes = (db: Reader): ActivityType[] =>
  db
    .all<object>(`SELECT ${typeColumns} FROM activity_type ORDER BY archived, our_side, id`)
    .map(toType)
    .sort(
      (a, b) =>
        Number(a.archived) - Number(b.archived) || Number(a.ourSide) - Number(b.ourSide) || placeOf(a) - placeOf(b),
    );

export function findActivityType(db: Reader, id: string): ActivityType | undefined {
  const row = db.get<object>(`SELECT ${typeColumns} FROM activity_type WHERE id = ?`, [id]);
  return row && toType(row);
}

export const insertActivityType = (db: Writer, type: ActivityType): void => insertRow(db, 'activity_type', type);
