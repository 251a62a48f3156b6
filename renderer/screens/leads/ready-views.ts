// Views that come with Ripen: what an owner asks most often, before anything of their own is saved.
import type { Condition, ViewBody } from '../../../shared/lead-filter.ts';

export type ReadyView = { readonly id: string; readonly label: string } & Pick<
  ViewBody,
  'conditions' | 'sort' | 'descending'
>;

const notOut = (): Condition => ({ field: 'stage', is: 'none-of', values: ['disqualified', 'lost'] });

const withWhom = (memberId: string): Condition => ({ field: 'memberId', is: 'any-of', values: [memberId] });

/** `actingAs`: whose leads "Mine" shows; null: nobody's, and then there is no such view. */
export const readyViews = (actingAs: string | null): ReadyView[] => [
  { id: 'everybody', label: 'All leads', conditions: [], sort: 'score', descending: true },
  ...(actingAs === null
    ? []
    : [
        {
          id: 'mine',
          label: 'My leads',
          conditions: [withWhom(actingAs), notOut()],
          sort: 'score',
          descending: true,
        },
      ]),
  {
    id: 'new',
    label: 'New this week',
    conditions: [{ field: 'createdAt', is: 'within', days: 7 }],
    sort: 'createdAt',
    descending: true,
  },
  {
    id: 'quiet',
    label: 'Inactive',
    conditions: [{ field: 'quiet', is: 'yes' }],
    sort: 'lastActivityAt',
    descending: false,
  },
  {
    id: 'unreachable',
    label: 'No e-mail',
    conditions: [{ field: 'email', is: 'unknown' }, notOut()],
    sort: 'score',
    descending: true,
  },
];
