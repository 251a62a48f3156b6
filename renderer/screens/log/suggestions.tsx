// Suggestions of the log box: leads, a new lead, activity types.
import type { ActivityType } from '../../../shared/activity.ts';
import { useRead } from '../../api/use-read.ts';
import { fittingTypes } from '../../parts/leads/activity-types.ts';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './log.module.css';
import type { LogLead } from './log-leads.ts';
import type { Suggestion } from './Suggest.tsx';

export const newLead = 'new';
/** Before the id of a person among what can be logged. */
export const otherLead = 'person ';

export function useWho(typed: string, leads: readonly LogLead[]): readonly Suggestion[] {
  const search = typed.trim();
  const found = useRead('leads.list', { search: typed, limit: 7 }, { when: search !== '', keep: true }).data;
  const candidates = (search === '' ? [] : (found?.rows ?? []))
    .filter(row => !leads.some(listedLead => listedLead.id === row.id))
    .map(row => ({
      key: row.id,
      label: row.name,
      after: (
        <span className={styles.after}>
          <span className={styles.company}>{row.name !== row.company && row.company}</span>{' '}
          <StageGlyph stage={row.stage} /> {row.score.total}
        </span>
      ),
    }));
  return search.length > 1 ? [...candidates, { key: newLead, label: `Add “${search}” as a new lead` }] : candidates;
}

type Meant = { readonly leads: readonly LogLead[]; readonly picked: boolean };

/** Where somebody was merely in sight and a name is typed in the place of the activity, another person is meant. */
export function useWhat(
  typed: string,
  types: readonly ActivityType[],
  { leads, picked }: Meant,
): readonly Suggestion[] {
  const fitting = fittingTypes(types, typed).map(one => ({ key: one.id, label: one.label }));
  const meant = picked || leads.length !== 1 ? undefined : leads[0];
  const search = meant && fitting.length === 0 && typed.trim().length > 1 ? typed : '';
  const others = useRead('leads.list', { search, limit: 5 }, { when: search !== '', keep: true }).data;
  if (search === '') return fitting;
  return (others?.rows ?? []).map(row => ({
    key: `${otherLead}${row.id}`,
    label: row.name,
    after: <span className={styles.after}>instead of {meant?.name}</span>,
  }));
}
