// All SQL of conflicts: values that another computer overruled, and leads that were deleted and came back.
import type { ColumnValues, Dot } from '../../sync/packet.ts';
import type { Reader, Writer } from '../file/handle.ts';

export type Conflict = {
  readonly id: string;
  readonly table: string;
  readonly rowId: string;
  readonly leadId: string | null;
  /** What was entered and does not stand; null: the row was deleted, and stands. */
  readonly columns: ColumnValues | null;
  readonly packet: Dot | null;
  readonly by: Dot | null;
  readonly decided: boolean;
};

/** Puts these in place of all that were known of some rows, by table. What was dismissed stays so. */
export function replaceConflicts(
  db: Writer,
  rows: ReadonlyMap<string, ReadonlySet<string>>,
  found: readonly Conflict[],
): void {
  const ids = JSON.stringify(found.map(({ id }) => id));
  for (const [table, some] of rows)
    db.run(
      `DELETE FROM conflict WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?))
       AND id NOT IN (SELECT value FROM json_each(?))`,
      [table, JSON.stringify([...some]), ids],
    );
  for (const { id, table, rowId, leadId, columns, packet, by, decided } of found)
    db.run(
      `INSERT INTO conflict (id, table_name, row_id, lead_id, columns, writer, n, by_writer, by_n, decided)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET lead_id = excluded.lead_id, by_writer = excluded.by_writer, by_n = excluded.by_n,
         decided = excluded.decided`,
      [
        ...[id, table, rowId, leadId, columns && JSON.stringify(columns), packet?.writer ?? null, packet?.n ?? null],
        ...[by?.writer ?? null, by?.n ?? null, decided ? 1 : 0],
      ],
    );
}

export type ConflictRow = {
  readonly id: string;
  readonly table: string;
  readonly rowId: string;
  readonly leadId: string | null;
  readonly columns: ColumnValues | null;
  /** The clock of the packet that says so, or of what stands; null: both are from before sharing. */
  readonly clock: string | null;
  readonly memberId: string | null;
  readonly standsBy: string | null;
};

type Row = Omit<ConflictRow, 'columns'> & { readonly columns: string | null };

const read = `SELECT c.id, c.table_name AS "table", c.row_id AS rowId, c.lead_id AS leadId, c.columns,
    coalesce(p.clock, q.clock) AS clock, p.written_by AS memberId, q.written_by AS standsBy
  FROM conflict c LEFT JOIN packet p ON p.writer = c.writer AND p.n = c.n
  LEFT JOIN packet q ON q.writer = c.by_writer AND q.n = c.by_n`;
const parsed = (rows: readonly Row[]): readonly ConflictRow[] =>
  rows.map(({ columns, ...row }) => ({ ...row, columns: columns === null ? null : JSON.parse(columns) }));

/** What is left to look at, latest first. */
export const openConflicts = (db: Reader, most: number): readonly ConflictRow[] =>
  parsed(
    db.all<Row>(`${read} WHERE c.decided = 0 AND c.dismissed = 0 ORDER BY coalesce(p.id, q.id, 0) DESC LIMIT ?`, [
      most,
    ]),
  );

/** All there ever was of a lead, latest first. */
export const conflictsOfLead = (db: Reader, leadId: string): readonly ConflictRow[] =>
  parsed(db.all<Row>(`${read} WHERE c.lead_id = ? ORDER BY coalesce(p.id, q.id, 0) DESC`, [leadId]));

export const findConflict = (db: Reader, id: string): ConflictRow | undefined =>
  parsed(db.all<Row>(`${read} WHERE c.id = ?`, [id]))[0];

export const dismissConflict = (db: Writer, id: string): number =>
  db.run('UPDATE conflict SET dismissed = 1 WHERE id = ?', [id]);
