// Reads the input of the scoring function from the database.

import type { RuleNames } from '../../shared/criteria-text.ts';
import type { FitAttributes, FitField } from '../../shared/custom-field.ts';
import { customKey, isCustomKey } from '../../shared/custom-field.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadFields } from '../../shared/lead.ts';
import { amountText } from '../../shared/money.ts';
import type { Reader } from '../db/file/handle.ts';
import { listActivityTypes, scoredActivities } from '../db/tables/activities.ts';
import { customValuesByKey, listCustomFields } from '../db/tables/custom-fields.ts';
import { doNotScoreOf } from '../db/tables/privacy.ts';
import { listScoreAdjustments } from '../db/tables/score-adjustments.ts';
import { listCampaigns, listChannels, listMembers, readSettings } from '../db/tables/workspace.ts';
import type { Subject } from '../domain/scoring/subject.ts';

/** What is known about a lead, the owner's own fields among it. */
export const attributesOf = (db: Reader, lead: Lead): FitAttributes => ({ ...lead, ...customValuesByKey(db, lead.id) });

/** A lead with its activities and points by hand, ready to be scored. */
export const subjectOf = (db: Reader, lead: Lead): Subject => ({
  attributes: attributesOf(db, lead),
  activities: scoredActivities(db, lead.id),
  hand: listScoreAdjustments(db, lead.id),
  mqlExclusion: lead.mqlExclusion,
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
  const customFields = new Map(listCustomFields(db).map(field => [customKey(field.id), field]));
  const { currency } = readSettings(db);
  const kindOf = (field: FitField) => (isCustomKey(field) ? customFields.get(field)?.kind : leadFields[field].kind);
  return {
    type: id => types.get(id) ?? id,
    value: (field, value) =>
      typeof value === 'number' && kindOf(field) === 'money'
        ? amountText(value, currency)
        : (labels.get(String(value)) ?? String(value)),
    field: key => customFields.get(key)?.label,
  };
}
