// The focused lead, which the log box uses as default.
import { act } from './actions.ts';

let inSight: string | null = null;

/** Null: nobody in particular. */
export const setLeadInSight = (id: string | null): void => {
  inSight = id;
};

export const leadInSight = (): string | null => inSight;

type Person = { readonly id: string; readonly name: string };
let meant: readonly Person[] = [];

/** Opens the log box for these people; 'log-again': with what was logged last. */
export function logFor(people: readonly Person[], how: 'log' | 'log-again' = 'log'): void {
  meant = people;
  act(how);
}

/** The people the log box was asked for, once; none when it was opened by key or button. */
export function takeMeant(): readonly Person[] {
  const people = meant;
  meant = [];
  return people;
}
