// A pasted list of people: who each line is, who is new, and who is removed.
import type { Output } from '../../../shared/contract.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './log.module.css';
import type { Person } from './people.ts';

export type Guest = Output<'guests.recognise'>[number];

/** The name a line goes by. */
const nameOf = ({ lead, facts, text }: Guest): string =>
  lead?.name ?? ([facts.firstName, facts.lastName].filter(Boolean).join(' ') || facts.email || text);

export const asPeople = (guests: readonly Guest[], out: ReadonlySet<number>): readonly Person[] => {
  const seen = new Set<string>();
  return guests.flatMap((guest, index): Person[] => {
    if (out.has(index) || (guest.lead && seen.has(guest.lead.id))) return [];
    if (guest.lead) seen.add(guest.lead.id);
    const id = guest.lead?.id ?? null;
    return [{ id, name: nameOf(guest), facts: id === null ? guest.facts : null }];
  });
};

type Props = {
  readonly guests: readonly Guest[];
  /** Lines that are removed. */
  readonly out: ReadonlySet<number>;
  readonly onOut: (out: ReadonlySet<number>) => void;
};

export function GuestList({ guests, out, onOut }: Props) {
  const isNew = guests.filter(guest => guest.lead === null).length;
  const toggle = (index: number) => {
    const next = new Set(out);
    if (!next.delete(index)) next.add(index);
    onOut(next);
  };
  return (
    <section aria-label="Pasted list" className={styles.guests}>
      <p>
        <b>{guests.length === 1 ? '1 person' : `${guests.length} people`}</b>: {guests.length - isNew} known,{' '}
        {isNew === 0 ? 'none new' : `${isNew} new`}.{out.size > 0 && ` ${out.size} removed.`}
      </p>
      <ul>
        {guests.map((guest, index) => (
          <li data-out={out.has(index)} key={guest.text}>
            <label>
              <input checked={!out.has(index)} onChange={() => toggle(index)} type="checkbox" />
              <span className={styles.guestName}>{nameOf(guest)}</span>
              <span className={styles.after}>
                {guest.lead ? (
                  <>
                    <Icon name="check" size={12} />
                    <span className={styles.firm}>
                      {guest.lead.company !== guest.lead.name && guest.lead.company}
                      {guest.by === 'name' && guest.alike > 1 && ` one of ${guest.alike} with that name`}
                      {guest.by === 'name' && guest.alike === 1 && ' by name'}
                    </span>
                  </>
                ) : (
                  <>
                    <Icon name="plus" size={12} /> new
                    <span className={styles.firm}>{guest.facts.email ?? guest.facts.company}</span>
                  </>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
