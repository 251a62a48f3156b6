// Spend: money over a span of days, for a channel or a campaign.
import { AppError } from '../../shared/result.ts';
import { saveRow } from '../db/tables/rows.ts';
import { deleteSpend, listSpend } from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const spend: HandlersOfPrefix<'spend'> = {
  'spend.list': ({ db }) => listSpend(db),
  'spend.save': ({ db, newId }, spend) => {
    if (spend.endsOn < spend.startsOn) throw new AppError('invalid', 'The last day is before the first day.', 'endsOn');
    return { id: saveRow(db, 'spend', spend, newId) };
  },
  'spend.remove': ({ db }, { id }) => {
    deleteSpend(db, id);
    return {};
  },
};
