// A file that comes from before an erasure, such as a restored backup: people erased since are erased again.

import type { Reader } from '../../db/file/handle.ts';
import {
  hasUnwritten,
  insertErasure,
  insertSuppression,
  type KnownErasure,
  listErasures,
} from '../../db/tables/erasures.ts';
import { matchRowsAfter } from '../../db/tables/imports.ts';
import { matchKeys } from '../../domain/import/keys.ts';
import { suppressionKeys } from '../../domain/privacy/identity.ts';
import type { CommandContext, ProcedureContext } from '../context.ts';
import { erasePeople } from './erase.ts';
import { hashOf } from './suppression.ts';

/** Erasures that this file does not know of. */
export function missingErasures(db: Reader, known: readonly KnownErasure[]): readonly KnownErasure[] {
  const done = new Set(listErasures(db).map(({ id }) => id));
  return known.filter(({ id }) => !done.has(id));
}

const chunk = 1000;

/** Leads that one of these erasures erased. */
async function erasedLeads(
  { db, country, yieldToEventLoop }: CommandContext & { readonly yieldToEventLoop: () => Promise<void> },
  erasures: readonly KnownErasure[],
): Promise<string[]> {
  const hashes = new Set(erasures.flatMap(({ suppressions }) => suppressions.map(({ hash }) => hash)));
  const salts = [...new Set(erasures.flatMap(({ suppressions }) => suppressions.map(({ salt }) => salt)))];
  const found: string[] = [];
  for (let after = ''; ; ) {
    const rows = matchRowsAfter(db, after, chunk);
    for (const { id, ...attributes } of rows) {
      const keys = suppressionKeys(matchKeys(attributes, country), id);
      if (salts.some(salt => keys.some(key => hashes.has(hashOf(salt, key))))) found.push(id);
      await yieldToEventLoop();
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < chunk) return found;
  }
}

/** Erases again the people on the list of erasures, and finishes an erasure that was cut short; answers how many leads went. */
export async function eraseAgain(
  db: Reader,
  known: readonly KnownErasure[],
  unrecordedStep: ProcedureContext['unrecordedStep'],
  watch: Parameters<ProcedureContext['unrecordedStep']>[1] = {},
): Promise<number> {
  const missing = missingErasures(db, known);
  if (missing.length === 0 && !hasUnwritten(db)) return 0;
  const { value } = await unrecordedStep(async step => {
    const ids = missing.length === 0 ? [] : await erasedLeads(step, missing);
    if (ids.length > 0) await erasePeople(step, { ids, reason: 'restored', others: true });
    for (const { suppressions, ...erasure } of missing) {
      insertErasure(step.db, erasure);
      for (const suppression of suppressions) insertSuppression(step.db, { ...suppression, erasureId: erasure.id });
    }
    return ids.length;
  }, watch);
  return value;
}
