// People of the log box, existing and new.
import type { Input } from '../../../shared/contract.ts';

type LogMany = Input<'bulkLog.save'>['leads'][number];
type Attributes = Extract<LogMany, { readonly attributes: unknown }>['attributes'];

export type LogLead = {
  readonly name: string;
  /** Null: not a lead yet. */
  readonly id: string | null;
  readonly attributes: Attributes | null;
};

export const known = (id: string, name: string): LogLead => ({ id, name, attributes: null });

/** A person who is no lead yet, by the words typed: an e-mail address, or a name. Comes in when the activity is logged. */
export function comingIn(typed: string): LogLead {
  const name = typed.trim();
  const [firstName = name, ...rest] = name.split(/\s+/);
  const unknown = { firstName: null, lastName: null, email: null, company: null };
  const told = name.includes('@') ? { email: name } : { firstName, lastName: rest.join(' ') || null };
  return { name, id: null, attributes: { ...unknown, ...told } };
}

/** As the call wants them. */
export const toLogEntries = (leads: readonly LogLead[]): LogMany[] =>
  leads.flatMap(({ id, attributes }): LogMany[] => (id !== null ? [{ id }] : attributes ? [{ attributes }] : []));

/** Some are no leads yet. */
export const hasNew = (leads: readonly LogLead[]): boolean => leads.some(({ id }) => id === null);
