// Resolves names of channels, campaigns and members to ids; unknown names are created.
import type { PreparedRow } from '../../shared/import-row.ts';
import { insertRow, updateRow } from '../db/tables/rows.ts';
import { listCampaigns, listChannels, listMembers } from '../db/tables/workspace.ts';
import type { CommandContext } from '../services/context.ts';

const key = (name: string): string => name.trim().toLowerCase();

export type References = (names: PreparedRow['references']) => {
  readonly channelId?: string;
  readonly campaignId?: string;
  readonly memberId?: string;
};

export function createReferences({ db, newId }: CommandContext, batchId: string): References {
  const channels = new Map(listChannels(db).map(({ id, label }) => [key(label), id]));
  const campaigns = new Map(listCampaigns(db).map(({ id, label }) => [key(label), id]));
  const members = new Map(listMembers(db).map(({ id, name }) => [key(name), id]));
  const idOf = (known: Map<string, string>, name: string | null, add: (id: string, name: string) => void) => {
    if (name === null) return undefined;
    const found = known.get(key(name));
    if (found !== undefined) return found;
    const id = newId();
    add(id, name);
    known.set(key(name), id);
    return id;
  };
  /** Campaigns of this import that no row has named a channel of yet. */
  const withoutChannel = new Set<string>();
  return ({ channel, campaign, member }) => {
    const channelId = idOf(channels, channel, (id, label) => insertRow(db, 'channel', { id, label }));
    const campaignId = idOf(campaigns, campaign, (id, label) => {
      insertRow(db, 'campaign', { id, label, channelId: channelId ?? null, batchId });
      if (channelId === undefined) withoutChannel.add(id);
    });
    if (campaignId !== undefined && channelId !== undefined && withoutChannel.delete(campaignId))
      updateRow(db, 'campaign', campaignId, { channelId });
    const memberId = idOf(members, member, (id, name) => insertRow(db, 'member', { id, name, side: 'both' }));
    return { ...(channelId && { channelId }), ...(campaignId && { campaignId }), ...(memberId && { memberId }) };
  };
}
