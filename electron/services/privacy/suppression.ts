// Suppressed people: of what they are recognized by, only salted hashes are kept.
import { createHmac } from 'node:crypto';
import type { MatchKeys } from '../../../shared/import-row.ts';
import type { Reader } from '../../db/file/handle.ts';
import { erasedAt, salts } from '../../db/tables/erasures.ts';
import { type SuppressionKey, suppressionKeys, suppressionWords } from '../../domain/privacy/identity.ts';

/** A salted hash of one key: it can be compared and not be read. */
export const hashOf = (salt: string, { kind, key }: SuppressionKey): string =>
  createHmac('sha256', salt).update(`${kind}:${key}`).digest('hex');

export type SuppressionCheck = {
  /** Why a row is refused, in a sentence; null: it may come in. */
  readonly reason: (keys: MatchKeys, leadId: string | null) => string | null;
  /** When a person of these keys was erased (UTC ms); null: never. */
  readonly erasedAt: (keys: MatchKeys, leadId: string | null) => number | null;
};

/** Reads which salts are in use; where nobody was ever erased, a check costs nothing. */
export function createSuppressionCheck(db: Reader): SuppressionCheck {
  const known = salts(db);
  const find = (keys: MatchKeys, leadId: string | null) => {
    if (known.length === 0) return null;
    for (const key of suppressionKeys(keys, leadId)) {
      for (const salt of known) {
        const at = erasedAt(db, hashOf(salt, key));
        if (at !== undefined) return { kind: key.kind, at };
      }
    }
    return null;
  };
  return {
    reason: (keys, leadId) => {
      const found = find(keys, leadId);
      return found && suppressionWords[found.kind];
    },
    erasedAt: (keys, leadId) => find(keys, leadId)?.at ?? null,
  };
}
