// Finds leads by e-mail address or name, many at once.
import type { LeadAttributes } from '../../../shared/lead.ts';
import type { Reader } from '../file/handle.ts';

export type KnownLead = Pick<
  LeadAttributes,
  'firstName' | 'lastName' | 'company' | 'email' | 'phone' | 'externalId'
> & {
  readonly id: string;
};

const columns =
  'l.id, l.first_name AS firstName, l.last_name AS lastName, l.company, l.email, l.phone, l.external_id AS externalId';

export const leadsByEmail = (db: Reader, email: string): KnownLead[] =>
  db.all(`SELECT ${columns} FROM lead l WHERE l.email = ? COLLATE NOCASE ORDER BY l.created_at, l.id LIMIT 20`, [
    email,
  ]);

/** Leads by row number, at most 50, in the order of their ids. */
export const leadsByRow = (db: Reader, rows: readonly number[]): KnownLead[] =>
  db.all(`SELECT ${columns} FROM json_each(?) w CROSS JOIN lead l ON l.seq = w.value ORDER BY l.id LIMIT 50`, [
    JSON.stringify(rows),
  ]);

/** Names of leads by row number, as many as are asked for. */
export const namesByRow = (db: Reader, rows: readonly number[]): KnownLead[] =>
  db.all(`SELECT ${columns} FROM json_each(?) w CROSS JOIN lead l ON l.seq = w.value`, [JSON.stringify(rows)]);
