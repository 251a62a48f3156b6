// The focused lead, which the log box uses as default.
import { act } from '../actions/actions.ts';

let focused: string | null = null;

/** Null: nobody in particular. */
export const setFocusedLead = (id: string | null): void => {
  focused = id;
};

export const focusedLead = (): string | null => focused;

type NamedLead = { readonly id: string; readonly name: string };
let meant: readonly NamedLead[] = [];

/** Opens the log box for these people; 'log-again': with what was logged last. */
export function logFor(leads: readonly NamedLead[], how: 'log' | 'log-again' = 'log'): void {
  meant = leads;
  act(how);
}

/** The people the log box was asked for, once; none when it was opened by key or button. */
export function takeMeant(): readonly NamedLead[] {
  const leads = meant;
  meant = [];
  return leads;
}
