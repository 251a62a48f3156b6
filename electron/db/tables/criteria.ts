// All SQL of the criteria: the current version, all published versions and the draft.
import type { CriteriaVersion } from '../../../shared/criteria.ts';
import { criteriaSchema } from '../../../shared/criteria.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { insertRow, updateRow } from './rows.ts';

/** A version as it is kept: a draft also knows the number of the version it was begun from. */
export type StoredCriteria = CriteriaVersion & { readonly basedOn: number | null };

type Row = {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly reason: string | null;
  readonly published_at: number | null;
  readonly based_on: number | null;
};

const columns = 'id, number, body, reason, published_at, based_on';
const toVersion = (row: Row): StoredCriteria => ({
  id: row.id,
  number: row.number,
  criteria: criteriaSchema.parse(JSON.parse(row.body)),
  reason: row.reason,
  publishedAt: row.published_at,
  basedOn: row.based_on,
});

function one(db: Reader, condition: string, params: readonly (string | number)[] = []): StoredCriteria | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM criteria WHERE ${condition} ORDER BY number DESC LIMIT 1`, params);
  return row && toVersion(row);
}

/** The version in force: the published one with the highest number. Every workspace has one from its first step. */
export function currentCriteria(db: Reader): CriteriaVersion {
  const version = one(db, 'published_at IS NOT NULL');
  if (!version) throw new Error('This workspace has no published criteria.');
  return version;
}

/** The version in force without its rules: for asking often. */
export const currentCriteriaId = (db: Reader): string | undefined =>
  db.pluck<string>('SELECT id FROM criteria WHERE published_at IS NOT NULL ORDER BY number DESC LIMIT 1')[0];

/** The draft in hand; there is at most one. */
export const draftCriteria = (db: Reader): StoredCriteria | undefined => one(db, 'published_at IS NULL');

export const findCriteria = (db: Reader, id: string): StoredCriteria | undefined => one(db, 'id = ?', [id]);

/** All published versions, the newest first. */
export const publishedCriteria = (db: Reader): StoredCriteria[] =>
  db.all<Row>(`SELECT ${columns} FROM criteria WHERE published_at IS NOT NULL ORDER BY number DESC`).map(toVersion);

/** What tells a workspace from all others, wherever its file is: copies of one have it in common. */
export const identityOf = (db: Reader): string | null =>
  db.pluck<string>('SELECT id FROM criteria WHERE number = 1')[0] ?? null;

export function insertCriteria(db: Writer, version: CriteriaVersion & { readonly basedOn?: number | null }): void {
  const { id, number, criteria, reason, publishedAt, basedOn = null } = version;
  insertRow(db, 'criteria', { id, number, body: JSON.stringify(criteria), reason, publishedAt, basedOn });
}

export const updateDraftRules = (db: Writer, id: string, criteria: CriteriaVersion['criteria']): boolean =>
  updateRow(db, 'criteria', id, { body: JSON.stringify(criteria) });

export const markPublished = (db: Writer, id: string, reason: string, publishedAt: number): boolean =>
  updateRow(db, 'criteria', id, { reason, publishedAt });

export const deleteCriteria = (db: Writer, id: string): boolean =>
  db.run('DELETE FROM criteria WHERE id = ?', [id]) > 0;

export const nextCriteriaNumber = (db: Reader): number =>
  (db.pluck<number | null>('SELECT max(number) FROM criteria')[0] ?? 0) + 1;

/** Whether a decision of a meeting names this version. */
export const isDecidedOn = (db: Reader, id: string): boolean =>
  db.get('SELECT 1 FROM decision WHERE criteria_id = ?', [id]) !== undefined;
