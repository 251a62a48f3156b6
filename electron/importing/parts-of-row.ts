// Strips a row to the parts that are imported.
import type { PreparedRow } from '../../shared/import-row.ts';
import type { Lead } from '../../shared/lead.ts';
import { furtherLines } from '../domain/further-contacts.ts';
import { reachable } from '../domain/import/merge.ts';

/** What a row of a file of deals says about its lead; where they stand is told by all their deals together. */
export const withoutDeal = (row: PreparedRow): PreparedRow => ({
  ...row,
  stage: null,
  stageDates: [],
  reason: null,
  deal: null,
});

/** Of a row that said the same in an earlier import: it moves nobody, plans nothing and puts no further address first. */
export function saidBefore(row: PreparedRow, lead: Lead, home: string | null): PreparedRow {
  const attributes = { ...row.attributes };
  for (const name of reachable) {
    const others = { [name]: attributes[name] };
    if (lead[name] !== null && furtherLines(lead, others, home).length === 0) delete attributes[name];
  }
  return { ...withoutDeal(row), attributes, nextStep: null, nextStepOn: null };
}

/** Of a row about somebody who is to be skipped, what must not be passed over: that they may not be written to. */
export const onlyOptOut = (row: PreparedRow): PreparedRow => ({
  ...withoutDeal(row),
  attributes: { consent: 'no' },
  references: { channel: null, campaign: null, member: null },
  nextStep: null,
  nextStepOn: null,
  activities: [],
  tags: [],
  customValues: [],
});
