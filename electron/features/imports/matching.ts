// Finds the lead a row is about: by external id, e-mail, phone, LinkedIn, then name and company; in the file and before it.
import type { MatchKeys } from '../../../shared/import.ts';
import type { Reader } from '../../db/handle.ts';
import { matchRowsAfter } from '../../db/imports.ts';
import { matchKeys } from '../../domain/import/keys.ts';

export type Match = { readonly leadId: string; readonly by: keyof MatchKeys; readonly inFile: boolean };

export type Matcher = {
  readonly find: (keys: MatchKeys) => Match | undefined;
  /** Makes a row of this file findable by the rows after it. */
  readonly add: (leadId: string, keys: MatchKeys) => void;
};

const order = ['externalId', 'emails', 'phones', 'linkedin', 'nameCompany'] as const;
const chunk = 1000;

const valuesOf = (keys: MatchKeys, kind: keyof MatchKeys): readonly string[] => {
  const value = keys[kind];
  return value === null ? [] : typeof value === 'string' ? [value] : value;
};

/** Reads what is there to be found, giving way between chunks. */
export async function createMatcher(db: Reader, country: string | null, pause: () => Promise<void>): Promise<Matcher> {
  const known = Object.fromEntries(order.map(kind => [kind, new Map<string, string>()])) as Record<
    keyof MatchKeys,
    Map<string, string>
  >;
  const fromFile = new Set<string>();
  const put = (leadId: string, keys: MatchKeys): void => {
    for (const kind of order) {
      for (const value of valuesOf(keys, kind)) if (!known[kind].has(value)) known[kind].set(value, leadId);
    }
  };
  for (let after = ''; ; ) {
    const rows = matchRowsAfter(db, after, chunk);
    for (const { id, ...facts } of rows) {
      put(id, matchKeys(facts, country));
      await pause();
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < chunk) break;
  }
  return {
    find: keys => {
      for (const kind of order) {
        for (const value of valuesOf(keys, kind)) {
          const leadId = known[kind].get(value);
          if (leadId !== undefined) return { leadId, by: kind, inFile: fromFile.has(leadId) };
        }
      }
      return undefined;
    },
    add: (leadId, keys) => {
      fromFile.add(leadId);
      put(leadId, keys);
    },
  };
}
