// Closed leads with outcomes.

import type { FitField } from '../../shared/custom-field.ts';
import { customKey } from '../../shared/custom-field.ts';
import type { LeadField } from '../../shared/lead.ts';
import { listCustomFields } from '../db/tables/custom-fields.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import type { Endings } from '../domain/scoring/learn/endings.ts';
import { endingsOf } from '../domain/scoring/learn/endings.ts';
import type { OutcomeSnapshot } from '../stores/outcome-store.ts';
import { outcomeSnapshot } from '../stores/outcome-store.ts';
import type { QueryContext } from './context.ts';

/** Facts worth learning from: those a lead can have in common with others. */
const worthAsking: readonly LeadField[] = [
  'jobTitle',
  'industry',
  'companySize',
  'country',
  'region',
  'channelId',
  'campaignId',
  'budget',
  'need',
  'authority',
  'timeline',
];

/** Own fields with words in them stand beside the built-in ones. */
export function learnableFields({ db, scores }: Pick<QueryContext, 'db' | 'scores'>): readonly FitField[] {
  const customFields = listCustomFields(db).filter(
    ({ kind, archived }) => !archived && (kind === 'text' || kind === 'choice'),
  );
  return [
    ...new Set([
      ...worthAsking,
      ...customFields.map(({ id }) => customKey(id)),
      ...fieldsOf(scores.criteria().criteria),
    ]),
  ];
}

export type Ended = OutcomeSnapshot & { readonly endings: Endings };

/** Holds the facts worth learning from, and says of every lead whether and when it ended. */
export async function endedLeads(context: QueryContext): Promise<Ended> {
  const { scores, now } = context;
  await scores.ensureFields(learnableFields(context));
  const known = await outcomeSnapshot(context);
  const { index, outcomes, size } = known;
  const lastAt = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const { ids, createdAt } = index.history.leads;
  for (let lead = 0; lead < ids.length; lead++) {
    const position = scores.engine.positionOf(ids[lead] ?? '');
    if (position !== undefined && position < size) lastAt[position] = createdAt[lead] ?? now;
  }
  scores.engine.lastActivityAt(lastAt, now);
  return { ...known, endings: endingsOf(outcomes, lastAt, size, now) };
}
