// Erases people for good: their rows, what the journal holds of them, and their names in texts that are not theirs.

import { randomBytes } from 'node:crypto';
import type { Erasure } from '../../../shared/contract/privacy.ts';
import { AppError } from '../../../shared/result.ts';
import type { Reader } from '../../db/file/handle.ts';
import {
  columnsEver,
  countRows,
  deleteAliasesOf,
  deleteEmptySteps,
  deleteJournalOf,
  type ErasedCounts,
  insertErasure,
  insertSuppression,
  salts,
  withMerged,
  withReviewsOpen,
  writeTexts,
} from '../../db/tables/erasures.ts';
import { dropUnneededChunks } from '../../db/tables/lead-files.ts';
import { deleteLeadsById } from '../../db/tables/leads.ts';
import { readSharing } from '../../db/tables/packets.ts';
import { fromRow } from '../../db/tables/rows.ts';
import { matchKeys } from '../../domain/import/keys.ts';
import { createScrubber, type Identity, namingTerms, suppressionKeys } from '../../domain/privacy/identity.ts';
import type { CommandContext } from '../context.ts';
import { findMentions, type Mention, type Search, scrubJournal } from './mentions.ts';
import { hashOf } from './suppression.ts';

/** Pieces of files deleted by one statement. */
const chunksAtOnce = 4;

export type Person = {
  /** Their leads, with those merged into them. */
  readonly leadIds: readonly string[];
  /** All they were ever called here. */
  readonly identities: readonly (Identity & { readonly id: string })[];
};

/** Who belongs to these leads, and what they are and were called. */
export function personOf(db: Reader, ids: readonly string[]): Person {
  const leadIds = withMerged(db, ids);
  const identities = columnsEver(db, leadIds).map(columns => fromRow<Identity & { id: string }>(columns));
  return { leadIds, identities };
}

export type EraseRequest = {
  readonly ids: readonly string[];
  readonly reason: Erasure['reason'];
  /** Takes their names out of notes about others, too. */
  readonly others: boolean;
};
type EraseContext = CommandContext & { readonly yieldToEventLoop: () => Promise<void> };

/** Erases inside the running transaction; the caller leaves no trace of it in the journal. Throws an AppError where others share the workspace. */
export async function erasePeople(context: EraseContext, { ids, reason, others }: EraseRequest): Promise<ErasedCounts> {
  const { db, yieldToEventLoop } = context;
  if (readSharing(db))
    throw new AppError(
      'conflict',
      'This workspace is shared, and erasing does not reach the other computers yet. Nothing was erased.',
    );
  const listedLead = personOf(db, ids);
  const counts = countRows(db, listedLead.leadIds);
  const search: Search = {
    scrubber: createScrubber(namingTerms(listedLead.identities)),
    leadIds: new Set(listedLead.leadIds),
    yieldToEventLoop,
  };
  suppress(context, listedLead, { reason, counts });
  deleteJournalOf(db, listedLead.leadIds);
  deleteAliasesOf(db, listedLead.leadIds);
  for (const id of listedLead.leadIds) {
    deleteLeadsById(db, [id]);
    await yieldToEventLoop();
  }
  // Bytes of their files go with the last line that needed them.
  while (dropUnneededChunks(db, chunksAtOnce)) await yieldToEventLoop();
  const mentions: Mention[] = [];
  for await (const mention of findMentions(db, search)) if (mention.workspaceTexts || others) mentions.push(mention);
  withReviewsOpen(db, () => {
    for (const { table, rowid, texts } of mentions) writeTexts(db, table, rowid, texts);
  });
  await scrubJournal(db, search, others);
  deleteEmptySteps(db);
  return counts;
}

/** Writes the log line without a name, and the hashes by which the person is recognized. */
function suppress(
  { db, newId, now, country }: EraseContext,
  { leadIds, identities }: Person,
  { reason, counts }: Pick<Erasure, 'reason' | 'counts'>,
): void {
  const salt = salts(db)[0] ?? randomBytes(16).toString('hex');
  const erasureId = newId();
  insertErasure(db, { id: erasureId, at: now, reason, counts });
  const keys = [
    ...leadIds.map(key => ({ kind: 'lead', key }) as const),
    ...identities.flatMap(identity => suppressionKeys(matchKeys(identity, country), null)),
  ];
  const hashes = new Map(keys.map(key => [hashOf(salt, key), key.kind]));
  for (const [hash, kind] of hashes) insertSuppression(db, { id: newId(), erasureId, kind, salt, hash });
}
