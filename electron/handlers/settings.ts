// The settings of the workspace.
import { minorUnits } from '../../shared/money.ts';
import { AppError } from '../../shared/result.ts';
import { changedSettings } from '../../shared/settings-change.ts';
import { settingsSchema } from '../../shared/workspace.ts';
import { hasAmounts, listMembers, writeSettings } from '../db/tables/workspace.ts';
import type { HandlersOfPrefix } from '../services/context.ts';

export const settings: HandlersOfPrefix<'settings'> = {
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
};
