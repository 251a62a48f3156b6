// What every screen needs of the workspace: settings, team, channels, campaigns, custom fields, tags.
import { listCustomFields } from '../db/tables/custom-fields.ts';
import { countLeads } from '../db/tables/leads.ts';
import { listTags } from '../db/tables/tags.ts';
import { listCampaigns, listChannels, listMembers } from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const workspace: HandlersOfPrefix<'workspace'> = {
  'workspace.get': ({ db, file, settings, today, now }) => ({
    file,
    settings,
    today,
    now,
    leadCount: countLeads(db),
    members: listMembers(db),
    channels: listChannels(db),
    campaigns: listCampaigns(db),
    customFields: listCustomFields(db),
    tags: listTags(db),
  }),
};
