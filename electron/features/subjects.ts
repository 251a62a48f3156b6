// Reads the input of the scoring function from the database.

import type { RuleNames } from '../../shared/criteria-words.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadFields } from '../../shared/lead.ts';
import { amountWords } from '../../shared/money.ts';
import type { FitFacts, FitField } from '../../shared/own-field.ts';
import { isOwnKey, ownKey } from '../../shared/own-field.ts';
import { deedsOf, listActivityTypes } from '../db/activities.ts';
import { handPointsOf } from '../db/hand-points.ts';
import type { Reader } from '../db/handle.ts';
import { listOwnFields, ownFactsOf } from '../db/own-fields.ts';
import { doNotScoreOf } from '../db/privacy.ts';
import { listCampaigns, listChannels, listMembers, readSettings } from '../db/workspace.ts';
import type { Subject } from '../domain/scoring/subject.ts';

/** What is known about a lead, the owner's own fields among it. */
export const factsOf = (db: Reader, lead: Lead): FitFacts => ({ ...lead, ...ownFactsOf(db, lead.id) });

/** A lead with its activities and points by hand, ready to be scored. */
export const subjectOf = (db: Reader, lead: Lead): Subject => ({
  facts: factsOf(db, lead),
  activities: deedsOf(db, lead.id),
  hand: handPointsOf(db, lead.id),
  neverMql: lead.neverMql,
  doNotScore: doNotScoreOf(db, lead.id),
});

/** How types, channels, members and amounts are called in lines and rules. */
export function ruleNames(db: Reader): RuleNames {
  const types = new Map(listActivityTypes(db).map(({ id, label }) => [id, label]));
  const labels = new Map<string, string>([
    ...listChannels(db).map(({ id, label }) => [id, label] as const),
    ...listCampaigns(db).map(({ id, label }) => [id, label] as const),
    ...listMembers(db).map(({ id, name }) => [id, name] as const),
  ]);
  const own = new Map(listOwnFields(db).map(field => [ownKey(field.id), field]));
  const { currency } = readSettings(db);
  const kindOf = (field: FitField) => (isOwnKey(field) ? own.get(field)?.kind : leadFields[field].kind);
  return {
    type: id => types.get(id) ?? id,
    value: (field, value) =>
      typeof value === 'number' && kindOf(field) === 'money'
        ? amountWords(value, currency)
        : (labels.get(String(value)) ?? String(value)),
    field: key => own.get(key)?.label,
  };
}
