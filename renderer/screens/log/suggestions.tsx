// Suggestions of the log box: leads, a new lead, activity types.
import type { ActivityType } from '../../../shared/activity.ts';
import { useRead } from '../../api/use-read.ts';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './log.module.css';
import type { Person } from './people.ts';
import type { Suggestion } from './Suggest.tsx';
import { fittingTypes } from './types.ts';

export const newPerson = 'new';
/** Before the id of a person among what can be logged. */
export const otherPerson = 'person ';

export function useWho(typed: string, people: readonly Person[]): readonly Suggestion[] {
  const search = typed.trim();
  const found = useRead('leads.list', { search: typed, limit: 7 }, { when: search !== '', keep: true }).data;
  const candidates = (search === '' ? [] : (found?.rows ?? []))
    .filter(row => !people.some(person => person.id === row.id))
    .map(row => ({
      key: row.id,
      label: row.name,
      after: (
        <span className={styles.after}>
          <span className={styles.firm}>{row.name !== row.company && row.company}</span>{' '}
          <StageGlyph stage={row.stage} /> {row.score.total}
        </span>
      ),
    }));
  return search.length > 1 ? [...candidates, { key: newPerson, label: `Add “${search}” as a new lead` }] : candidates;
}

type Meant = { readonly people: readonly Person[]; readonly picked: boolean };

/** Where somebody was merely in sight and a name is typed in the place of the activity, another person is meant. */
export function useWhat(
  typed: string,
  types: readonly ActivityType[],
  { people, picked }: Meant,
): readonly Suggestion[] {
  const fitting = fittingTypes(types, typed).map(one => ({ key: one.id, label: one.label }));
  const meant = picked || people.length !== 1 ? undefined : people[0];
  const search = meant && fitting.length === 0 && typed.trim().length > 1 ? typed : '';
  const others = useRead('leads.list', { search, limit: 5 }, { when: search !== '', keep: true }).data;
  if (search === '') return fitting;
  return (others?.rows ?? []).map(row => ({
    key: `${otherPerson}${row.id}`,
    label: row.name,
    after: <span className={styles.after}>instead of {meant?.name}</span>,
  }));
}
