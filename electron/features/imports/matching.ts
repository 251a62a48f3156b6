// Index of existing leads by every match key, including rows of the running import.
import type { Reader } from '../../db/handle.ts';
import { matchRowsAfter, programsOfBatches } from '../../db/imports.ts';
import type { DuplicateIndex } from '../../domain/import/duplicates.ts';
import { duplicateIndex } from '../../domain/import/duplicates.ts';
import { companyKey } from '../../domain/import/keys.ts';
import { leadKeys } from '../../domain/import/lead-keys.ts';

/** By the ids of leads. */
export type Matcher = DuplicateIndex<string> & {
  /** Who is known at a company; nobody where the companies were not asked for. */
  readonly at: (company: string) => readonly string[];
  readonly joins: (leadId: string, company: string | null | undefined) => void;
};

const chunk = 1000;
/** People of one company among whom a deal's is looked for. */
const mostAtOne = 20;

/** Reads what is there to be found, giving way between chunks. */
export async function createMatcher(
  db: Reader,
  country: string | null,
  pause: () => Promise<void>,
  { companies = false } = {},
): Promise<Matcher> {
  const index = duplicateIndex<string>();
  const firms = new Map<string, string[]>();
  const joins: Matcher['joins'] = (leadId, company) => {
    const key = companies && company ? companyKey(company) : '';
    if (key !== '') firms.set(key, [...(firms.get(key) ?? []), leadId].slice(0, mostAtOne));
  };
  const programs = programsOfBatches(db);
  for (let after = ''; ; ) {
    const rows = matchRowsAfter(db, after, chunk);
    for (const { id, batchId, ...facts } of rows) {
      index.add(id, leadKeys(facts, country, programs.get(batchId ?? '') ?? null));
      joins(id, facts.company);
      await pause();
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < chunk) break;
  }
  return { ...index, joins, at: company => firms.get(companyKey(company)) ?? [] };
}
