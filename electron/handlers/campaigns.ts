// Campaigns of a channel, with their days.
import { saveRow, wholeRow } from '../db/tables/rows.ts';
import { listCampaigns } from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const campaigns: HandlersOfPrefix<'campaigns'> = {
  'campaigns.save': ({ db, newId }, campaign) => ({
    id: saveRow(db, 'campaign', wholeRow(listCampaigns(db), campaign, newId, 'This campaign no longer exists.'), newId),
  }),
};
