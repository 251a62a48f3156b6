// One message of bytes as the rules see it; everything in it is a stranger's.
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Mail, MailAddress } from '../../domain/mail/mail.ts';
import { htmlText } from './html-text.ts';

const limits = { maxNestingDepth: 50, maxHeadersSize: 1 << 19, maxRfc822NestingDepth: 0 };

/** Headers that are kept, in small letters. */
const kept = new Set(
  'return-path list-id list-unsubscribe precedence auto-submitted x-autoreply x-autorespond x-failed-recipients x-gmail-labels'.split(
    ' ',
  ),
);

/** Characters of text that are looked at. */
const mostText = 200_000;

/** Throws for what is no message, or one made to hurt. `envelope`: day and time above it in a mailbox. */
export async function parseMessage(bytes: Uint8Array, envelope: string): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, limits);
  const headers = new Map<string, string>();
  let received: string | null = null;
  let contentType = '';
  for (const { key, value } of mail.headers) {
    if (kept.has(key) && !headers.has(key)) headers.set(key, value.slice(0, 2000));
    // The topmost was written last, by the owner's own server.
    if (key === 'received') received ??= value.slice(0, 4000);
    if (key === 'content-type') contentType ||= value.slice(0, 500);
  }
  return {
    id: idOf(mail),
    from: flat(mail.from ? [mail.from] : mail.sender ? [mail.sender] : [])[0] ?? null,
    replyTo: flat(mail.replyTo),
    to: [...flat(mail.to), ...flat(mail.cc), ...flat(mail.bcc)],
    deliveredTo: deliveredTo(mail, received),
    at: instantOf(headerOf(mail, 'date')) ?? instantOf(received?.split(';').at(-1)) ?? instantOf(envelope),
    subject: mail.subject ?? '',
    text: textOf(mail),
    attachments: mail.attachments.flatMap(({ filename, related, mimeType }) =>
      filename && !related && mimeType !== 'text/calendar' ? [filename] : [],
    ),
    answers: Boolean(mail.inReplyTo?.trim() || mail.references?.trim()),
    contentType,
    isInvitation: mail.attachments.some(({ method }) => method !== undefined) || /^text\/calendar/i.test(contentType),
    headers,
  };
}

const headerOf = ({ headers }: Email, name: string): string | undefined =>
  headers.find(({ key }) => key === name)?.value;

/** Servers break long ids into lines. */
const idOf = ({ messageId }: Email): string | null =>
  /<?([^<>]+)>?/
    .exec(messageId ?? '')?.[1]
    ?.replace(/\s+/g, '')
    .slice(0, 300) || null;

/** Text written as text, else that of the page; a program that writes none puts a sentence in its place. */
function textOf({ text, html }: Email): string {
  const plain = (text ?? '').slice(0, mostText);
  if (!html || plain.trim().length > 40) return plain;
  const page = htmlText(html.slice(0, mostText * 2)).slice(0, mostText);
  return page.trim().length > plain.trim().length ? page : plain;
}

const mostAddresses = 500;

function flat(addresses: readonly Address[] | undefined): MailAddress[] {
  const all: MailAddress[] = [];
  for (const one of addresses ?? []) {
    for (const { name, address } of one.group ?? [one]) if (address) all.push({ name, address });
    if (all.length >= mostAddresses) break;
  }
  return all;
}

function deliveredTo(mail: Email, received: string | null): string[] {
  const noted = ['delivered-to', 'x-original-to', 'envelope-to'].map(name => headerOf(mail, name) ?? '');
  const named = /\bfor <?([^\s<>;@]+@[^\s<>;]+)>?/i.exec(received ?? '')?.[1] ?? '';
  return [...new Set([...noted, named].map(text => text.replace(/[<>\s]/g, '').toLowerCase()))].filter(text =>
    /^[^@]+@[^@]+$/.test(text),
  );
}

/** Long before e-mail, and what lies ahead of every clock that is right by a day. */
const firstDay = Date.UTC(1985, 0, 1);

/** "Tue, 3 Mar 2026 08:12:40 +0000 (UTC)"; without a zone it is UTC, on every computer. */
export function instantOf(written: string | undefined): number | null {
  const text = (written ?? '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
  if (text === '') return null;
  const zoned = /(?:[+-]\d{2}:?\d{2}|\b(?:UT|UTC|GMT|Z|[ECMP][SD]T))(?: \d{4})?$|\d[Zz]$/.test(text);
  const at = Date.parse(zoned ? text : `${text} +0000`);
  return Number.isNaN(at) || at < firstDay ? null : at;
}
