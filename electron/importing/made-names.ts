// Names an import makes: channels, campaigns, members, activity types, tags and fields that were not here before.
import { listActivityTypes } from '../db/tables/activities.ts';
import { listCustomFields } from '../db/tables/custom-fields.ts';
import { listTags } from '../db/tables/tags.ts';
import { listCampaigns, listChannels, listMembers } from '../db/tables/workspace.ts';
import type { CommandContext } from '../services/context.ts';

type Named = { readonly id: string; readonly name: string };
export type WorkspaceNames = readonly { readonly what: string; readonly all: readonly Named[] }[];

/** All names of the workspace as they are now. */
export function namesOf({ db }: Pick<CommandContext, 'db'>): WorkspaceNames {
  const labels = (rows: readonly { readonly id: string; readonly label: string }[]): Named[] =>
    rows.map(({ id, label }) => ({ id, name: label }));
  return [
    { what: 'team member', all: listMembers(db).map(({ id, name }) => ({ id, name })) },
    { what: 'channel', all: labels(listChannels(db)) },
    { what: 'campaign', all: labels(listCampaigns(db)) },
    { what: 'activity type', all: labels(listActivityTypes(db)) },
    { what: 'tag', all: labels(listTags(db)) },
    { what: 'custom field', all: labels(listCustomFields(db)) },
  ];
}

/** "2 channels (Radio, Fair)" for each kind of name that was not among `before`. */
export const newNames = (context: Pick<CommandContext, 'db'>, before: WorkspaceNames): string[] =>
  namesOf(context).flatMap(({ what, all }, index) => {
    const known = new Set(before[index]?.all.map(({ id }) => id));
    const fresh = all.filter(({ id }) => !known.has(id)).map(({ name }) => name);
    if (fresh.length === 0) return [];
    const some = fresh.slice(0, 5).join(', ') + (fresh.length > 5 ? ', …' : '');
    return [`${fresh.length} ${what}${fresh.length === 1 ? '' : 's'} (${some})`];
  });
