// Index of existing leads by every match key, including rows of the running import.
import type { Reader } from '../db/file/handle.ts';
import { matchRowsAfter, programsOfBatches } from '../db/tables/imports.ts';
import type { DuplicateIndex } from '../domain/import/duplicates.ts';
import { duplicateIndex } from '../domain/import/duplicates.ts';
import { companyKey } from '../domain/import/keys.ts';
import { leadKeys } from '../domain/import/lead-keys.ts';
import { addEarlierRow, type EarlierRows } from './earlier-rows.ts';

/** By the ids of leads. */
export type Matcher = DuplicateIndex<string> & {
  /** Who is known at a company; nobody where the companies were not asked for. */
  readonly at: (company: string) => readonly string[];
  readonly joins: (leadId: string, company: string | null | undefined) => void;
  readonly earlier: EarlierRows;
};

const chunk = 250;
/** People of one company among whom a deal's is looked for. */
const maxAtOne = 20;

/** Reads what is there to be found, giving way between chunks. */
export async function createMatcher(
  db: Reader,
  country: string | null,
  yieldToEventLoop: () => Promise<void>,
  { companies = false } = {},
): Promise<Matcher> {
  const index = duplicateIndex<string>();
  const earlier: EarlierRows = new Map();
  const companyKeys = new Map<string, string[]>();
  const joins: Matcher['joins'] = (leadId, company) => {
    const key = companies && company ? companyKey(company) : '';
    if (key !== '') companyKeys.set(key, [...(companyKeys.get(key) ?? []), leadId].slice(0, maxAtOne));
  };
  const programs = programsOfBatches(db);
  for (let after = ''; ; ) {
    const rows = matchRowsAfter(db, after, chunk);
    for (const { id, batchId, importKeys, ...attributes } of rows) {
      for (const key of importKeys?.split(' ') ?? []) addEarlierRow(earlier, key, id);
      index.add(id, leadKeys(attributes, country, programs.get(batchId ?? '') ?? null));
      joins(id, attributes.company);
      await yieldToEventLoop();
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < chunk) break;
  }
  return { ...index, joins, earlier, at: company => companyKeys.get(companyKey(company)) ?? [] };
}
