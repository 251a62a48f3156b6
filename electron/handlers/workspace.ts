// The workspace: settings, team, channels, campaigns, spend, reach; what undo and redo would do.
import { minorUnits } from '../../shared/money.ts';
import { AppError } from '../../shared/result.ts';
import { changedSettings } from '../../shared/settings-change.ts';
import { settingsSchema } from '../../shared/workspace.ts';
import { journalState } from '../db/journal/journal.ts';
import { listCustomFields } from '../db/tables/custom-fields.ts';
import { countLeads } from '../db/tables/leads.ts';
import { saveRow, wholeRow } from '../db/tables/rows.ts';
import { listTags } from '../db/tables/tags.ts';
import {
  deleteSpend,
  hasAmounts,
  listCampaigns,
  listChannels,
  listMembers,
  listReach,
  listSpend,
  writeSettings,
} from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

type Prefixes = 'workspace' | 'settings' | 'members' | 'channels' | 'campaigns' | 'spend' | 'reach' | 'journal';

export const workspace: HandlersOfPrefix<Prefixes> = {
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
  'settings.update': ({ db, settings }, change) => {
    const {
      answerWithinHours = settings.answerWithinHours,
      answerAtMostHours = settings.answerAtMostHours,
      targetFrom = settings.targetFrom,
      targetTo = settings.targetTo,
    } = change;
    if (answerAtMostHours < answerWithinHours) {
      throw new AppError('invalid', 'The maximum time to answer is shorter than the target.', 'answerAtMostHours');
    }
    if (targetTo < targetFrom) {
      throw new AppError('invalid', 'The benchmark ends below its start.', 'targetTo');
    }
    if (change.actingAs && !listMembers(db).some(({ id }) => id === change.actingAs)) {
      throw new AppError('not-found', 'This member is no longer in the team.', 'actingAs');
    }
    const { currency = settings.currency } = change;
    if (minorUnits(currency) !== minorUnits(settings.currency) && hasAmounts(db)) {
      throw new AppError(
        'conflict',
        `Amounts in ${settings.currency} cannot be shown in ${currency}, which has a different number of decimals.`,
        'currency',
      );
    }
    writeSettings(db, change);
    return {};
  },
  'settings.change': ({ db, settings }, change) => {
    const parsed = settingsSchema.partial().safeParse(changedSettings(settings, change));
    if (!parsed.success) throw new AppError('invalid', parsed.error.issues[0]?.message ?? 'This does not fit.');
    writeSettings(db, parsed.data);
    return {};
  },
  'members.save': ({ db, newId }, member) => ({
    id: saveRow(db, 'member', wholeRow(listMembers(db), member, newId, 'This person is no longer in the team.'), newId),
  }),
  'channels.save': ({ db, newId }, channel) => ({
    id: saveRow(db, 'channel', wholeRow(listChannels(db), channel, newId, 'This channel no longer exists.'), newId),
  }),
  'campaigns.save': ({ db, newId }, campaign) => ({
    id: saveRow(db, 'campaign', wholeRow(listCampaigns(db), campaign, newId, 'This campaign no longer exists.'), newId),
  }),
  'spend.list': ({ db }) => listSpend(db),
  'spend.save': ({ db, newId }, spend) => {
    if (spend.endsOn < spend.startsOn) throw new AppError('invalid', 'The last day is before the first day.', 'endsOn');
    return { id: saveRow(db, 'spend', spend, newId) };
  },
  'spend.remove': ({ db }, { id }) => {
    deleteSpend(db, id);
    return {};
  },
  'reach.list': ({ db }) => listReach(db),
  'reach.save': ({ db, newId }, reach) => ({ id: saveRow(db, 'reach', reach, newId) }),
  'journal.state': ({ db }) => journalState(db),
  'journal.undo': async ({ undoOrRedo }) => ({ label: (await undoOrRedo('undo'))?.label ?? null }),
  'journal.redo': async ({ undoOrRedo }) => ({ label: (await undoOrRedo('redo'))?.label ?? null }),
};
