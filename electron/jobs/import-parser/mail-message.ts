// One message of bytes as the rules see it; everything in it is a stranger's.
import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime';
import { folderOfHeaders, folderOfPath } from '../../domain/mail/folders.ts';
import type { Mail, MailAddress } from '../../domain/mail/mail.ts';
import { htmlText } from './html-text.ts';
import { mailInstant } from './mail-dates.ts';

const limits = { maxNestingDepth: 50, maxHeadersSize: 1 << 19, maxRfc822NestingDepth: 0 };

/** Headers that are kept, in small letters. */
const kept = new Set(
  'return-path list-id list-unsubscribe precedence auto-submitted x-autoreply x-autorespond x-failed-recipients x-gmail-labels x-spam-flag x-unsent x-mozilla-status'.split(
    ' ',
  ),
);

/** Servers on the way whose notes are read. */
const mostServers = 50;

/** Characters of text that are looked at. */
const mostText = 200_000;

export type MessageContext = {
  /** Day and time above it in a mailbox. */
  readonly envelope: string;
  /** The folders and the mailbox it lies in. */
  readonly path: string;
  /** UTC ms. */
  readonly now: number;
};

/** Throws for what is no message, or one made to hurt. */
export async function parseMessage(bytes: Uint8Array, { envelope, path, now }: MessageContext): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, limits);
  const headers = new Map<string, string>();
  const received: string[] = [];
  let contentType = '';
  for (const { key, value } of mail.headers) {
    if (kept.has(key) && !headers.has(key)) headers.set(key, value.slice(0, 2000));
    if (key === 'received' && received.length < mostServers) received.push(value.slice(0, 4000));
    if (key === 'content-type') contentType ||= value.slice(0, 500);
  }
  const { at, isRedated } = mailInstant(
    { date: headerOf(mail, 'date'), received: received.map(text => text.split(';').at(-1) ?? ''), envelope },
    now,
  );
  const labels = headers.get('x-gmail-labels');
  if (labels !== undefined) headers.set('x-gmail-labels', decodeWords(labels));
  return {
    id: idOf(mail),
    from: flat(mail.from ? [mail.from] : mail.sender ? [mail.sender] : [])[0] ?? null,
    replyTo: flat(mail.replyTo),
    to: [...flat(mail.to), ...flat(mail.cc), ...flat(mail.bcc)],
    // The topmost was written last, by the owner's own server.
    deliveredTo: deliveredTo(mail, received[0] ?? null),
    at,
    isRedated,
    subject: mail.subject ?? '',
    text: textOf(mail),
    attachments: mail.attachments.flatMap(({ filename, related, mimeType }) =>
      filename && !related && mimeType !== 'text/calendar' ? [filename] : [],
    ),
    answers: Boolean(mail.inReplyTo?.trim() || mail.references?.trim()),
    contentType,
    folder: folderOfHeaders(headers) ?? folderOfPath(path),
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
  // A hop with a password is the way out: it names whom the message was sent to.
  const isWayOut = /\bwith\s+(?:utf8)?(?:e?smtps?a|lmtps?a|asmtp)\b|\bauthenticated sender\b/i.test(received ?? '');
  const named = isWayOut ? '' : /\bfor <?([^\s<>;@]+@[^\s<>;]+)>?/i.exec(received ?? '')?.[1];
  return [...new Set([...noted, named ?? ''].map(text => text.replace(/[<>\s]/g, '').toLowerCase()))].filter(text =>
    /^[^@]+@[^@]+$/.test(text),
  );
}
