// Who is meant in the log box: people who are there, and people who are about to come in.
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

/** As the call wants them. */
export const asGuests = (people: readonly Person[]): LogMany[] =>
  people.flatMap(({ id, facts }): LogMany[] => (id !== null ? [{ id }] : facts ? [{ facts }] : []));

/** Some were pasted who are no leads yet. */
export const hasNew = (people: readonly Person[]): boolean => people.some(({ id }) => id === null);
