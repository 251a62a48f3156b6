// Pure edits of the rules: change, add, remove.
import type { Criteria } from '../../../../shared/criteria.ts';
import type { RuleList } from '../../../../shared/criteria-change.ts';

type RuleOf<L extends RuleList> = NonNullable<Criteria[L]>[number];
type Change = (now: Criteria) => Criteria;

export const withRule =
  <L extends RuleList>(list: L, id: string, change: Partial<RuleOf<L>>): Change =>
  now => ({ ...now, [list]: (now[list] ?? []).map(rule => (rule.id === id ? { ...rule, ...change } : rule)) });

export const addRule =
  <L extends RuleList>(list: L, rule: RuleOf<L>): Change =>
  now => ({ ...now, [list]: [...(now[list] ?? []), rule] });

export const withoutRule =
  (list: RuleList, id: string): Change =>
  now => ({ ...now, [list]: ((now[list] ?? []) as readonly { readonly id: string }[]).filter(rule => rule.id !== id) });

/** A new rule's id; it only has to differ from the others. */
export const newRuleId = (): string => `rule-${crypto.randomUUID().slice(0, 13)}`;

/** Puts the keyboard into a rule's first cell, as soon as it is drawn. */
export function focusRule(id: string, framesLeft = 30): void {
  requestAnimationFrame(() => {
    const cell = document.querySelector<HTMLElement>(`[data-rule="${id}"] input`);
    if (cell) cell.focus();
    else if (framesLeft > 0) focusRule(id, framesLeft - 1);
  });
}

/** Before a row goes: the keyboard moves to the row after it, or before it, or to what adds rows. */
export const focusBeside = (row: HTMLElement | null): void => {
  const table = row?.closest('table');
  const rows = [...(table?.querySelectorAll<HTMLElement>('[data-rule]') ?? [])];
  const index = row === null ? -1 : rows.indexOf(row);
  const beside = (rows[index + 1] ?? rows[index - 1])?.querySelector<HTMLElement>('input');
  const adder = table?.parentElement?.querySelector<HTMLElement>('[data-adds] :is(input, button)');
  requestAnimationFrame(() => (beside ?? adder)?.focus());
};
