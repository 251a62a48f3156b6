// Finds leads by e-mail address or name, many at once.
import type { LeadFacts } from '../../shared/lead.ts';
import type { Reader } from './handle.ts';
import { longWords } from './search.ts';

export type Candidate = Pick<LeadFacts, 'firstName' | 'lastName' | 'company' | 'email' | 'phone' | 'externalId'> & {
  readonly id: string;
};

const columns =
  'l.id, l.first_name AS firstName, l.last_name AS lastName, l.company, l.email, l.phone, l.external_id AS externalId';

export const leadsByEmail = (db: Reader, email: string): Candidate[] =>
  db.all(`SELECT ${columns} FROM lead l WHERE l.email = ? COLLATE NOCASE ORDER BY l.created_at, l.id LIMIT 20`, [
    email,
  ]);

/** Leads in which all words of the name are found somewhere; at most 50. Names of short words only are not looked for. */
export function leadsByWords(db: Reader, name: string): Candidate[] {
  const found = longWords(name);
  if (found === null) return [];
  return db.all(
    `SELECT ${columns} FROM lead l WHERE l.seq IN (SELECT rowid FROM lead_search WHERE lead_search MATCH ?)
     ORDER BY l.id LIMIT 50`,
    [found],
  );
}
