// All SQL of a lead's privacy: restrictions, consent with its proof, legal basis, and who is due for a retention review.
import type { LeadPrivacy } from '../../../shared/contract/privacy.ts';
import type { ConsentProof } from '../../../shared/import-row.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, updateRow } from './rows.ts';

const columns = 'do_not_contact, do_not_score, consent, consent_on, consent_source, consent_wording, legal_basis';

export function privacyOf(db: Reader, id: string): LeadPrivacy | undefined {
  const row = db.get<object>(`SELECT ${columns} FROM lead WHERE id = ?`, [id]);
  return row && fromRow<LeadPrivacy>(row);
}

export const updatePrivacy = (
  db: Writer,
  id: string,
  change: Partial<LeadPrivacy> & { readonly keepUntil?: string | null },
): boolean => updateRow(db, 'lead', id, change);

/** By lead id; those without any proof are not in it. */
export const consentProofsAmong = (db: Reader, ids: readonly string[]): ReadonlyMap<string, ConsentProof> =>
  new Map(
    db
      .all<ConsentProof & { id: string }>(
        `SELECT id, consent_on AS consentOn, consent_source AS consentSource, consent_wording AS consentWording FROM lead
         WHERE id IN (SELECT value FROM json_each(?)) AND coalesce(consent_on, consent_source, consent_wording) IS NOT NULL`,
        [JSON.stringify(ids)],
      )
      .map(({ id, ...proof }) => [id, proof]),
  );

/**
 * Fills what is not known yet of a proof of consent, and never changes what is; answers whether anything was. Who said no
 * has given no consent: an older proof is not put beside it.
 */
export function fillConsentProof(db: Writer, id: string, proof: ConsentProof): boolean {
  const known = privacyOf(db, id);
  const { consentOn, consentSource, consentWording } = proof;
  // Day, place and wording are of one consent: they are not put together from two.
  const has = known && (known.consentOn ?? known.consentSource ?? known.consentWording) !== null;
  return !known || has || known.consent === 'no'
    ? false
    : updatePrivacy(db, id, { consentOn, consentSource, consentWording });
}

/** Why a lead is not scored; null: it is. */
export const doNotScoreOf = (db: Reader, id: string): string | null =>
  db.pluck<string | null>('SELECT do_not_score FROM lead WHERE id = ?', [id])[0] ?? null;

export type RetentionRow = { readonly id: string; readonly lastAt: number };

/** Leads without an activity and a stage change since `before` (UTC ms) that nobody decided to keep, longest first. */
export const retentionDue = (db: Reader, before: number, today: string, limit: number): RetentionRow[] =>
  db.all(
    `SELECT id, lastAt FROM (
       SELECT l.id, max(l.created_at, l.stage_since,
         coalesce((SELECT max(a.at) FROM activity a WHERE a.lead_id = l.id), 0)) AS lastAt
       FROM lead l WHERE l.created_at < ?1 AND l.stage_since < ?1 AND (l.keep_until IS NULL OR l.keep_until < ?2))
     WHERE lastAt < ?1 ORDER BY lastAt, id LIMIT ?3`,
    { 1: before, 2: today, 3: limit },
  );
