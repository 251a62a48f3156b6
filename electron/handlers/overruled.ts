// Values that do not stand because another computer's does, and leads that were brought back.
import { AppError } from '../../shared/result.ts';
import { conflictsOfLead, dismissConflict, findConflict, openConflicts } from '../db/tables/conflicts.ts';
import { describeConflicts, writeOther } from '../services/conflicts.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

const most = 200;

function requireConflict(db: Parameters<typeof findConflict>[0], id: string) {
  const found = findConflict(db, id);
  if (!found) throw new AppError('not-found', 'This value is no longer there. Nothing was changed.');
  return found;
}

export const overruled: HandlersOfPrefix<'overruled'> = {
  'overruled.list': ({ db }, { leadId }) =>
    describeConflicts(db, leadId === null ? openConflicts(db, most) : conflictsOfLead(db, leadId).slice(0, most)),
  'overruled.use': (context, { id }) => {
    writeOther(context, requireConflict(context.db, id));
    return {};
  },
  'overruled.dismiss': ({ db }, { id }) => {
    dismissConflict(db, requireConflict(db, id).id);
    return {};
  },
};
