// Parses a pasted list of people, one per line, such as webinar attendees.
import { parseEmails } from './import/emails.ts';
import { splitName } from './import/names.ts';

export type PastedContact = {
  readonly text: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly company: string | null;
};

/** Lines read at most. */
export const maxPastedContacts = 1000;

/** Characters of a line that are looked at: longer ones are no line of a list. */
const longestLine = 1000;

const header = /^(name|first ?name|e-?mail|attendees?|participants?)\b/i;

/** One guest of a line; null for an empty one and for the heads of columns. */
function toContact(line: string): PastedContact | null {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text === '' || (header.test(text) && !text.includes('@'))) return null;
  const { addresses, name } = parseEmails(text);
  const email = addresses[0] ?? null;
  const cells = line
    .split(/\t|;|,(?=\s|[^\s@]*$)|\s-\s|[<>]/)
    .map(cell => cell.replace(/["']/g, '').trim())
    .filter(cell => cell !== '' && !cell.includes('@'));
  const words = name === null ? cells : [name, ...cells.filter(cell => cell !== name)];
  // "Ida" and "Stone" in two cells, or "Ida Stone" in one.
  const apart = words.length > 1 && !/\s/.test(words[0] ?? '') && !/\s/.test(words[1] ?? '') && /\t|;/.test(line);
  const whole = apart ? { firstName: words[0] ?? null, lastName: words[1] ?? null } : splitName(words[0] ?? '');
  const company = words[apart ? 2 : 1] ?? null;
  if (email === null && whole.firstName === null && whole.lastName === null) return null;
  return { text, ...whole, email, company };
}

/** The guests of a pasted text in its order, each address and each name without one once; null for a line without one. */
export function* guestLines(pasted: string): Generator<PastedContact | null> {
  const seen = new Set<string>();
  for (const line of pasted.split(/\r\n|\r|\n/, maxPastedContacts * 2)) {
    const contact = toContact(line.slice(0, longestLine));
    const key = contact && (contact.email ?? `${contact.firstName} ${contact.lastName}`).toLowerCase();
    const isNew = key !== null && !seen.has(key) && seen.size < maxPastedContacts;
    if (isNew) seen.add(key);
    yield isNew ? contact : null;
  }
}

export const parsePastedContacts = (pasted: string): readonly PastedContact[] =>
  [...guestLines(pasted)].filter(contact => contact !== null);
