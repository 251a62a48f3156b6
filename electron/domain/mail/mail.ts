// One e-mail as the rules see it: who, when, what, and the headers that tell what kind it is.

import type { MailFolder } from './folders.ts';

export type MailAddress = { readonly name: string; readonly address: string };

export type Mail = {
  /** Message-ID without its brackets; null: it has none. */
  readonly id: string | null;
  readonly from: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  /** To, Cc and Bcc together. */
  readonly to: readonly MailAddress[];
  /** Addresses it was delivered to, as the servers noted. */
  readonly deliveredTo: readonly string[];
  /** UTC ms; null: neither the message nor a server says when. */
  readonly at: number | null;
  /** The day it names cannot be: it has that of a server. */
  readonly isRedated?: boolean;
  readonly subject: string;
  /** Plain text; of an HTML message its text alone. */
  readonly text: string;
  /** Names of attached files. */
  readonly attachments: readonly string[];
  /** In-Reply-To or References are there. */
  readonly answers: boolean;
  /** The type of the whole message, such as "multipart/report; report-type=delivery-status". */
  readonly contentType: string;
  /** A part that a calendar program reads as an invitation or an answer to one. */
  readonly isInvitation: boolean;
  /** Where it lay, as far as that says what was done with it. */
  readonly folder?: MailFolder | null;
  /** Headers that tell machines from people; names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
};

/** Of an address, what stands behind the last "@". */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
