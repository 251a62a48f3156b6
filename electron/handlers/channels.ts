// Channels: where people come from.
import { saveRow, wholeRow } from '../db/tables/rows.ts';
import { listChannels } from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const channels: HandlersOfPrefix<'channels'> = {
  'channels.save': ({ db, newId }, channel) => ({
    id: saveRow(db, 'channel', wholeRow(listChannels(db), channel, newId, 'This channel no longer exists.'), newId),
  }),
};
