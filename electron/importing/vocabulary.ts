// Workspace data needed to interpret a file: names, time zone, currency.
import { minorUnits } from '../../shared/money.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { listCustomFields } from '../db/tables/custom-fields.ts';
import { ownAddresses } from '../db/tables/import-memory.ts';
import { listCampaigns, listChannels, listMembers } from '../db/tables/workspace.ts';
import type { PrepareContext } from '../domain/import/plan.ts';
import type { Vocabulary } from '../domain/import/values.ts';
import type { QueryContext } from '../services/context.ts';
import { isDayFirst } from '../services/day-order.ts';

export const vocabulary = ({ db }: Pick<QueryContext, 'db'>): Vocabulary => ({
  channels: listChannels(db).map(({ label }) => label),
  campaigns: listCampaigns(db).map(({ label }) => label),
  members: listMembers(db).map(({ name }) => name),
  activityTypes: listActivityTypes(db).map(({ id, label }) => ({ id, label })),
  customFields: listCustomFields(db).filter(({ archived }) => !archived),
});

export const prepareContext = (context: QueryContext): PrepareContext => ({
  timeZone: context.settings.timeZone,
  minorUnits: minorUnits(context.settings.currency),
  dayFirst: isDayFirst(context),
  country: context.country,
  now: context.now,
  words: vocabulary(context),
  ownAddresses: ownAddresses(context.db),
});
