// When a message was written: what it says itself, unless its clock was wrong; then what the server says.

/** Long before e-mail. */
const firstDay = Date.UTC(1985, 0, 1);
const hour = 3_600_000;
/** Ahead of now by more than any zone: the clock of the writer was wrong. */
const ahead = 36 * hour;
/** A message is on its way for two days at most. */
const underWay = 48 * hour;

/** `received`: what the topmost server notes; `envelope`: what the mailbox notes, asked where the message itself says nothing. */
export function mailInstant(
  written: { readonly date?: string | undefined; readonly received?: string | undefined; readonly envelope: string },
  now: number,
): number | null {
  const past = (text: string | undefined): number | null => {
    const at = instantOf(text);
    return at !== null && at <= now + ahead ? at : null;
  };
  const date = instantOf(written.date);
  const received = past(written.received);
  if (date === null) return received ?? past(written.envelope);
  if (received !== null && Math.abs(date - received) > underWay) return received;
  return date <= now + ahead ? date : received;
}

const zone = String.raw`(?: ?(?:[+-]\d{2}:?\d{2}|UTC?|GMT|Z|[ECMP][SD]T))?`;
const shapes = [
  String.raw`(?:[a-z]{3,9},? )?\d{1,2}[ -][a-z]{3,9}[ -](?:\d{2}|\d{4}) \d{1,2}:\d{2}(?::\d{2})?${zone}`,
  String.raw`[a-z]{3,9},? [a-z]{3,9} \d{1,2} \d{1,2}:\d{2}(?::\d{2})?${zone} \d{4}${zone}`,
  String.raw`\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?${zone})?`,
];
const shape = new RegExp(`^(?:${shapes.join('|')})$`, 'i');

/** "Tue, 3 Mar 2026 08:12:40 +0000 (UTC)", a mailbox's "Mon Feb 02 08:15:30 +0000 2026", ISO; without a zone it is UTC, on every computer. */
export function instantOf(written: string | undefined): number | null {
  const text = (written ?? '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length > 60 || !shape.test(text)) return null;
  const isZoned = /(?:[+-]\d{2}:?\d{2}|\b(?:UT|UTC|GMT|[ECMP][SD]T))(?: \d{4})?$|\d ?z$/i.test(text);
  const at = Date.parse(isZoned || /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : `${text} +0000`);
  return Number.isNaN(at) || at < firstDay ? null : at;
}
