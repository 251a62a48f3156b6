// Finds an activity type by a few letters, and remembers the one used last.
import type { ActivityType } from '../../../shared/activity.ts';
import { readPreference, savePreference } from '../navigation/local-preferences.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Most at once: a list one can take in. */
const most = 8;

/** 0: the very name; 1: it begins with it; 2: a word does; 3: it is inside; -1: not at all. */
function rank(label: string, search: string): number {
  const text = plain(label);
  if (search === '') return 0;
  if (text === search) return 0;
  if (text.startsWith(search)) return 1;
  if (text.split(/[\s-]+/).some(word => word.startsWith(search))) return 2;
  return text.includes(search) ? 3 : -1;
}

/** Types that fit what was typed, the best first; with nothing typed, the last used one first. */
export function fittingTypes(types: readonly ActivityType[], typed: string): readonly ActivityType[] {
  const search = plain(typed.trim());
  const last = lastTypeId();
  return types
    .filter(type => !type.archived && rank(type.label, search) >= 0)
    .toSorted((a, b) => rank(a.label, search) - rank(b.label, search) || Number(b.id === last) - Number(a.id === last))
    .slice(0, most);
}

export const rememberType = (typeId: string) => savePreference('log-type', typeId);
export const lastTypeId = (): string | null => readPreference('log-type', '') || null;
