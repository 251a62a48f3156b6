// Today: what is dealt with goes from its list at once.
import type { Output } from '../../../shared/contract.ts';
import type { EffectTable } from './effect-table.ts';

type Today = Output<'today.get'>;
type ListName = keyof Today['counts'];

type Entry = { readonly id: string } | { readonly row: { readonly id: string } };

const stepId = (entry: object): string => (entry as Today['due'][number]).step.id;
/** What an entry is about: an e-mail, a step, or a lead. */
const subjectId = (entry: Entry): string => ('id' in entry ? entry.id : 'step' in entry ? stepId(entry) : entry.row.id);
const leadIdOf = (entry: Entry): string => ('row' in entry ? entry.row.id : entry.id);

/** Without the entries that are dealt with; the counts go along. */
function without(
  today: Today,
  lists: readonly ListName[],
  isGone: (id: string) => boolean,
  idOf: (entry: Entry) => string = subjectId,
): Today {
  const next = { ...today, counts: { ...today.counts } };
  for (const name of lists) {
    const rows = today[name] as readonly Entry[];
    const left = rows.filter(entry => !isGone(idOf(entry)));
    Object.assign(next, { [name]: left });
    next.counts[name] -= rows.length - left.length;
  }
  return next;
}

const touchGone: (input: { readonly id: string }) => ReturnType<NonNullable<EffectTable['nurture.sent']>> = ({
  id,
}) => ({
  'today.get': today => without(today, ['touches'], one => one === id),
});

export const todayEffects: EffectTable = {
  'nurture.sent': touchGone,
  'nurture.skip': touchGone,
  'nurture.snooze': touchGone,
};

/** A next step that is due no more; the first one of a lead has the lead's id. */
export const stepDone = (today: Today, id: string): Today => without(today, ['due', 'undated'], one => one === id);
/** Leads of which all next steps end. */
export const stepsEnded = (today: Today, ids: readonly string[]): Today =>
  without(today, ['due', 'undated'], one => ids.includes(one), leadIdOf);
/** A next step that got a later day than it had. */
export const postponed = (today: Today, id: string, on: string): Today => {
  const before = [...today.due, ...today.undated].find(({ step }) => step.id === id)?.step;
  return before && (before.on === null || on > before.on) ? stepDone(today, id) : today;
};
/** Leads that have been answered, or sent on. */
export const movedOn = (today: Today, ids: readonly string[]): Today =>
  without(today, ['waiting', 'nurture', 'answer'], one => ids.includes(one));

type Unanswered = Today['answer'][number];
function answered(today: Today, ids: readonly string[], isAnswered: (entry: Unanswered) => boolean): Today {
  const gone = today.answer.filter(one => ids.includes(one.row.id) && isAnswered(one)).map(one => one.row.id);
  return gone.length === 0 ? today : without(today, ['answer'], one => gone.includes(one));
}
/** Leads something is planned with now: their inquiries wait no more. */
export const planned = (today: Today, ids: readonly string[]): Today => answered(today, ids, one => one.untilPlanned);
/** Leads our side turned to at `at` (UTC ms): what they did before is answered. */
export const turnedTo = (today: Today, ids: readonly string[], at: number): Today =>
  answered(today, ids, one => one.at <= at);

/** Leads something has just happened to are quiet no more. */
export const isHeardOf = (today: Today, ids: readonly string[]): Today =>
  without(today, ['quiet'], one => ids.includes(one));
/** Leads that are no more. */
export const gone = (today: Today, ids: readonly string[]): Today =>
  without(today, Object.keys(today.counts) as ListName[], one => ids.includes(one), leadIdOf);
