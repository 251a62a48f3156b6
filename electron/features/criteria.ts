// Criteria: the version in force, with every rule in a sentence.
import { behaviourWords, disqualifierWords, fitWords, shortcutWords } from '../../shared/criteria-words.ts';
import { currentCriteria } from '../db/workspace.ts';
import type { HandlersOfPrefix } from './context.ts';
import { ruleNames } from './subjects.ts';

export const criteria: HandlersOfPrefix<'criteria'> = {
  'criteria.current': ({ db }) => {
    const version = currentCriteria(db);
    const { behaviour, fit, disqualifiers, shortcuts } = version.criteria;
    const names = ruleNames(db);
    const words = Object.fromEntries([
      ...behaviour.map(rule => [rule.id, behaviourWords(rule, names)]),
      ...fit.map(rule => [rule.id, fitWords(rule, names)]),
      ...disqualifiers.map(rule => [rule.id, disqualifierWords(rule, names)]),
      ...shortcuts.map(rule => [rule.id, shortcutWords(rule, names)]),
    ]);
    return { version, words };
  },
};
