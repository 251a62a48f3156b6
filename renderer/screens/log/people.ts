// People of the log box, existing and new.
import type { Input } from '../../../shared/contract.ts';

type LogMany = Input<'guests.log'>['people'][number];
type Facts = Extract<LogMany, { readonly facts: unknown }>['facts'];

export type Person = {
  readonly name: string;
  /** Null: not a lead yet. */
  readonly id: string | null;
  readonly facts: Facts | null;
};

export const known = (id: string, name: string): Person => ({ id, name, facts: null });

/** Somebody who is no lead yet, by the words typed: an e-mail address, or a name. Comes in when the activity is logged. */
export function comingIn(typed: string): Person {
  const name = typed.trim();
  const [firstName = name, ...rest] = name.split(/\s+/);
  const unknown = { firstName: null, lastName: null, email: null, company: null };
  const told = name.includes('@') ? { email: name } : { firstName, lastName: rest.join(' ') || null };
  return { name, id: null, facts: { ...unknown, ...told } };
}

/** As the call wants them. */
export const asGuests = (people: readonly Person[]): LogMany[] =>
  people.flatMap(({ id, facts }): LogMany[] => (id !== null ? [{ id }] : facts ? [{ facts }] : []));

/** Some are no leads yet. */
export const hasNew = (people: readonly Person[]): boolean => people.some(({ id }) => id === null);
