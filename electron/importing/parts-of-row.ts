// Strips a row to the parts that are imported.
import type { PreparedRow } from '../../shared/import-row.ts';

/** What a row of a file of deals says about its lead; where they stand is told by all their deals together. */
export const withoutDeal = (row: PreparedRow): PreparedRow => ({
  ...row,
  stage: null,
  stageDates: [],
  reason: null,
  deal: null,
});

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
