// The team: each member is one row, saved as a whole.
import { saveRow, wholeRow } from '../db/tables/rows.ts';
import { listMembers } from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const members: HandlersOfPrefix<'members'> = {
  'members.save': ({ db, newId }, member) => ({
    id: saveRow(db, 'member', wholeRow(listMembers(db), member, newId, 'This person is no longer in the team.'), newId),
  }),
};
