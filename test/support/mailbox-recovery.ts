// How much of the planted truth of a mailbox is in a workspace after it was taken in.
import type { Reader } from '../../electron/db/file/handle.ts';
import type { PlantedMailbox } from './planted-mailbox.ts';

export type Recovery = {
  readonly activities: number;
  /** Planted and not found, or found with another type. */
  readonly missed: number;
  /** Found and not planted: a machine's message taken for a person's, or one counted twice. */
  readonly invented: number;
  /** Notes without the words written anew, or with the words quoted below. */
  readonly wrongNotes: number;
  readonly companies: number;
  readonly phones: number;
  readonly missedGuesses: number;
  readonly wrongGuesses: number;
  readonly strangers: number;
  readonly wrongNames: number;
};

export type FoundPerson = {
  readonly email: string | null;
  readonly name: string;
  readonly company: string | null;
  readonly phone: string | null;
  readonly activities: readonly { readonly typeId: string; readonly at: number; readonly note: string }[];
};

/** Who is in a workspace, with what they did. */
export function foundIn(db: Pick<Reader, 'all'>): FoundPerson[] {
  type Row = Record<'id' | 'first_name' | 'last_name' | 'email' | 'company' | 'phone', string | null>;
  const notes = new Map<string, FoundPerson['activities'][number][]>();
  type Done = { lead_id: string; type_id: string; at: number; note: string | null };
  for (const { lead_id, type_id, at, note } of db.all<Done>('SELECT lead_id, type_id, at, note FROM activity', []))
    notes.set(lead_id, [...(notes.get(lead_id) ?? []), { typeId: type_id, at, note: note ?? '' }]);
  return db
    .all<Row>('SELECT id, first_name, last_name, email, company, phone FROM lead', [])
    .map(({ id, first_name, last_name, email, company, phone }) => ({
      email,
      name: [first_name, last_name].filter(Boolean).join(' '),
      company,
      phone,
      activities: notes.get(id ?? '') ?? [],
    }));
}

/** What was found against what was planted. */
export function recoveryOf({ people }: PlantedMailbox, found: readonly FoundPerson[]): Recovery {
  const sum = {
    activities: 0,
    missed: 0,
    invented: 0,
    wrongNotes: 0,
    companies: 0,
    phones: 0,
    missedGuesses: 0,
    wrongGuesses: 0,
    strangers: 0,
    wrongNames: 0,
  };
  const byAddress = new Map(found.map(one => [one.email ?? '', one]));
  for (const person of people.values()) {
    const here = byAddress.get(person.address);
    byAddress.delete(person.address);
    const left = [...(here?.activities ?? [])];
    for (const { typeId, at, own, quoted } of person.activities) {
      sum.activities += 1;
      const index = left.findIndex(one => one.typeId === typeId && one.at === at);
      const [one] = index < 0 ? [] : left.splice(index, 1);
      if (!one) sum.missed += 1;
      else if (!one.note.includes(own) || (quoted !== '' && one.note.includes(quoted))) sum.wrongNotes += 1;
    }
    sum.invented += left.length;
    if (here && here.name !== person.name) sum.wrongNames += 1;
    // A signature is seen only where they wrote themselves.
    if (!here || !person.activities.some(({ typeId }) => typeId !== 'email-sent')) continue;
    for (const [planted, seen, field] of [
      [person.company, here.company, 'companies'],
      [person.phone, here.phone, 'phones'],
    ] as const) {
      if (planted !== '') sum[field] += 1;
      if ((seen ?? '') === planted) continue;
      if ((seen ?? '') === '') sum.missedGuesses += 1;
      else sum.wrongGuesses += 1;
    }
  }
  for (const one of byAddress.values()) {
    sum.strangers += 1;
    sum.invented += one.activities.length;
  }
  return sum;
}
