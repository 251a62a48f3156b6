// When a message was written: what it says itself, unless its clock was wrong; then what the server says.

/** Long before e-mail. */
const firstDay = Date.UTC(1985, 0, 1);
const hour = 3_600_000;
/** Ahead of now by more than any zone: the clock of the writer was wrong. */
const ahead = 36 * hour;
/** A message is on its way for two days at most. */
const underWay = 48 * hour;

export type MailInstant = {
  /** UTC ms; null: nothing says when. */
  readonly at: number | null;
  /** The message names a day that cannot be: it has that of a server. */
  readonly isRedated: boolean;
};

/**
 * `received`: what each server notes; `envelope`: what the mailbox notes, asked where the message itself says nothing. A mailbox
 * that was moved got a later note on top of each message, so only a day ahead of a server's is wrong.
 */
export function mailInstant(
  written: { readonly date?: string | undefined; readonly received: readonly string[]; readonly envelope: string },
  now: number,
): MailInstant {
  const past = (texts: readonly string[]): number[] =>
    texts.flatMap(text => instantOf(text) ?? []).filter(at => at <= now + ahead);
  const date = instantOf(written.date);
  const received = past(written.received);
  const first = received.length === 0 ? null : Math.min(...received);
  if (date === null) return { at: first ?? past([written.envelope])[0] ?? null, isRedated: false };
  if (date > now + ahead) return { at: first, isRedated: first !== null };
  const isPossible = received.some(at => Math.abs(date - at) <= underWay) || first === null || first >= date;
  return { at: isPossible ? date : first, isRedated: !isPossible };
}

const zone = String.raw`(?: ?(?:[+-]\d{2}:?\d{2}|[A-Z]{1,5}))?`;
const known = /(?:[+-]\d{2}:?\d{2}|\b(?:UT|UTC|GMT|[ECMP][SD]T))(?: \d{4})?$|\d ?z$/i;
/** Of "Mon, 1 Jun 2026 09:00 CEST" the last word, where it is no zone that is known everywhere. */
const unknownZone = /(?<=\d) ?[A-Z]{1,5}(?=(?: \d{4})?$)/i;
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
  const isZoned = known.test(text);
  const plain = isZoned ? text : text.replace(unknownZone, '');
  const at = Date.parse(isZoned || /^\d{4}-\d{2}-\d{2}$/.test(plain) ? plain : `${plain} +0000`);
  if (!isDayOfMonth(text)) return null;
  return Number.isNaN(at) || at < firstDay ? null : at;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** False for "31 Feb 2026", which is read as a day of March otherwise. */
function isDayOfMonth(text: string): boolean {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const [, early, name = '', late] =
    /(?:(\d{1,2})[ -])?([a-z]{3})[a-z]*[ -](\d{1,2})/i.exec(text.replace(/^[a-z]+,? /i, '')) ?? [];
  const month = iso ? Number(iso[2]) : months.indexOf(name.toLowerCase()) + 1;
  const day = Number(iso ? iso[3] : (early ?? late));
  const year = Number(iso?.[1] ?? /\b\d{4}\b/.exec(text)?.[0] ?? 2000);
  return month > 0 && day > 0 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
