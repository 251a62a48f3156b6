// A pasted list of people: who each line is, who is new, and who is removed.
import type { Output } from '../../../shared/contract.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './log.module.css';
import type { LogLead } from './log-leads.ts';

export type MatchedContact = Output<'bulkLog.match'>[number];

/** The name a line goes by. */
const nameOf = ({ lead, attributes, text }: MatchedContact): string =>
  lead?.name ?? ([attributes.firstName, attributes.lastName].filter(Boolean).join(' ') || attributes.email || text);

export const asLeads = (contacts: readonly MatchedContact[], out: ReadonlySet<number>): readonly LogLead[] => {
  const seen = new Set<string>();
  return contacts.flatMap((contact, index): LogLead[] => {
    if (out.has(index) || (contact.lead && seen.has(contact.lead.id))) return [];
    if (contact.lead) seen.add(contact.lead.id);
    const id = contact.lead?.id ?? null;
    return [{ id, name: nameOf(contact), attributes: id === null ? contact.attributes : null }];
  });
};

type Props = {
  readonly contacts: readonly MatchedContact[];
  /** Lines that are removed. */
  readonly out: ReadonlySet<number>;
  readonly onOut: (out: ReadonlySet<number>) => void;
};

export function PastedContacts({ contacts, out, onOut }: Props) {
  const isNew = contacts.filter(contact => contact.lead === null).length;
  const toggle = (index: number) => {
    const next = new Set(out);
    if (!next.delete(index)) next.add(index);
    onOut(next);
  };
  return (
    <section aria-label="Pasted list" className={styles.contacts}>
      <p>
        <b>{contacts.length === 1 ? '1 person' : `${contacts.length} people`}</b>: {contacts.length - isNew} known,{' '}
        {isNew === 0 ? 'none new' : `${isNew} new`}.{out.size > 0 && ` ${out.size} removed.`}
      </p>
      <ul>
        {contacts.map((contact, index) => (
          <li data-out={out.has(index)} key={contact.text}>
            <label>
              <input checked={!out.has(index)} onChange={() => toggle(index)} type="checkbox" />
              <span className={styles.guestName}>{nameOf(contact)}</span>
              <span className={styles.after}>
                {contact.lead ? (
                  <>
                    <Icon name="check" size={12} />
                    <span className={styles.company}>
                      {contact.lead.company !== contact.lead.name && contact.lead.company}
                      {contact.by === 'name' && contact.alike > 1 && ` one of ${contact.alike} with that name`}
                      {contact.by === 'name' && contact.alike === 1 && ' by name'}
                    </span>
                  </>
                ) : (
                  <>
                    <Icon name="plus" size={12} /> new
                    <span className={styles.company}>{contact.attributes.email ?? contact.attributes.company}</span>
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
