// Waiting MQLs of a span with waiting times, and rejections with reasons.
import { type AnswerTime, rejectionRows, waitsOf } from './answers.ts';
import { entered, type Leads, pick, type Scope } from './scope.ts';

/** Leads that became MQL in the span and waited for sales. */
export const waitingMqls = (scope: Scope): Leads =>
  scope.rows('waiters', () => {
    const waits = waitsOf(scope.index, scope.settings.clock);
    return pick(entered(scope, 'mql'), lead => waits(lead) !== null);
  });

/** The same with the hours each has waited, up to its answer or up to now. */
export function waitingMqlsIn(scope: Scope): (AnswerTime & { readonly lead: number })[] {
  const waits = waitsOf(scope.index, scope.settings.clock);
  return Array.from(waitingMqls(scope)).flatMap(lead => {
    const wait = waits(lead);
    return wait === null ? [] : [{ lead, ...wait }];
  });
}

/** Those whom sales rejected in the span, by their last answer in it: with the reason ('none': not given) and the moment. */
export function rejectedIn(scope: Scope): { readonly lead: number; readonly reason: string; readonly at: number }[] {
  const { history, answers } = scope.index;
  return Array.from(rejectionRows(scope), row => {
    const change = answers.change[row] ?? -1;
    return {
      lead: answers.lead[row] ?? 0,
      reason: history.changes.reason[change] ?? 'none',
      at: history.changes.at[change] ?? 0,
    };
  });
}
