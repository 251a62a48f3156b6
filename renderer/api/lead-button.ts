// The button of a sentence that concerns one lead. The shell says how a lead is opened.
import type { Failure } from '../../shared/result.ts';
import type { Toast } from './toast-store.ts';

let open: (id: string) => void = () => undefined;

/** Said once by the shell. */
export function setLeadOpener(opener: (id: string) => void): void {
  open = opener;
}

/** "Open Dana Weber"; null where no lead is concerned. */
export const leadButton = (lead: Failure['lead']): Toast['action'] =>
  lead ? { label: `Open ${lead.name}`, run: () => open(lead.id) } : null;

/** What was wrong: a sentence of the form itself, or what main answered, which may concern one lead. */
export type Problem = string | Failure;
export const problemText = (problem: Problem): string => (typeof problem === 'string' ? problem : problem.message);
export const leadOf = (problem: Problem): Failure['lead'] => (typeof problem === 'string' ? undefined : problem.lead);
