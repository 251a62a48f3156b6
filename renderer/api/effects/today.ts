// Today: what is dealt with goes from its list at once.
import type { Output } from '../../../shared/contract.ts';
import type { EffectTable } from './effect-table.ts';

type Today = Output<'today.get'>;
type ListName = keyof Today['counts'];

/** Without the entries that are dealt with; the counts go along. */
function without(today: Today, lists: readonly ListName[], isGone: (id: string) => boolean): Today {
  const next = { ...today, counts: { ...today.counts } };
  for (const name of lists) {
    const rows = today[name] as readonly ({ readonly id: string } | { readonly row: { readonly id: string } })[];
    const left = rows.filter(entry => !isGone('row' in entry && name !== 'touches' ? entry.row.id : (entry as { readonly id: string }).id));
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

/** A next step that is due no more. */
export const stepDone = (today: Today, id: string): Today => without(today, ['due'], one => one === id);
/** Leads that have been answered, or sent on. */
export const movedOn = (today: Today, ids: readonly string[]): Today =>
  without(today, ['waiting', 'nurture'], one => ids.includes(one));

/** Leads something has just happened to are quiet no more. */
export const isHeardOf = (today: Today, ids: readonly string[]): Today => without(today, ['quiet'], one => ids.includes(one));
/** Leads that are no more. */
export const gone = (today: Today, ids: readonly string[]): Today => {
  const touches = today.touches.filter(({ row }) => ids.includes(row.id)).map(({ id }) => id);
  const lists = Object.keys(today.counts) as ListName[];
  return without(today, lists, one => ids.includes(one) || touches.includes(one));
};
