// What a row says of somebody known otherwise than what stays: days, the next step and the deal. Nothing of it is lost in silence.
import type { PreparedRow } from '../../shared/import-row.ts';
import type { Lead } from '../../shared/lead.ts';
import type { StageBefore, StageEntry } from '../domain/import/merge.ts';
import type { Zone } from '../domain/zone.ts';
import type { NotTaken } from './left-out.ts';

type Tell = (field: NotTaken['field'], text: string) => void;

/** What is to be done next, and when. */
const planOf = ({ nextStep, nextStepOn }: Pick<Lead, 'nextStep' | 'nextStepOn'>): string =>
  [nextStep, nextStepOn].filter(part => part !== null).join(', ');

/** Days of a row about somebody further up in the file that no entry holds. `zone`: the workspace's. */
export function tellDays(
  row: Pick<PreparedRow, 'createdAt' | 'stageDates'>,
  lead: Lead,
  entries: readonly (StageEntry | StageBefore['entered'][number])[],
  zone: Zone,
  tell: Tell,
): void {
  if (row.createdAt !== null && row.createdAt !== lead.createdAt) tell('since', zone.dateAt(row.createdAt));
  for (const { stage, at } of row.stageDates)
    if (!entries.some(one => one.to === stage && one.at === at)) tell('day', zone.dateAt(at));
}

/** The next step of a row; that of the lead when it has none. Of two the known one stays, and the other is told. */
export function nextStepOf(row: PreparedRow, lead: Lead, tell: Tell): Partial<Pick<Lead, 'nextStep' | 'nextStepOn'>> {
  const planned = planOf(row);
  if (planned === '' || planned === planOf(lead)) return {};
  if (planOf(lead) === '') return { nextStep: row.nextStep, nextStepOn: row.nextStepOn };
  tell('nextStep', planned);
  return {};
}

/** A deal that is none of the lead's, but for its amount. */
export function tellDeal({ deal }: Pick<PreparedRow, 'deal'>, tell: Tell): void {
  const { name = null, closeOn = null, probability = null } = deal ?? {};
  const chance = probability === null ? null : `${probability} %`;
  const text = [name, closeOn, chance].filter(part => part !== null).join(', ');
  if (text !== '') tell('deal', text);
}
