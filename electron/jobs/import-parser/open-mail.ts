// Opens mail as a table: one message, a mailbox, several of them, or a folder with them in it.
import type { RowProblem } from '../../../shared/import.ts';
import type { MailSummary } from '../../../shared/mail-summary.ts';
import { AppError } from '../../../shared/result.ts';
import { mailHeader } from '../../domain/import/sources/mail.ts';
import type { Mail } from '../../domain/mail/mail.ts';
import { createMailReader } from '../../domain/mail/rows.ts';
import type { Bytes } from './bytes.ts';
import type { Piece } from './first-table.ts';
import { limits } from './limits.ts';
import { parseMessage } from './mail-message.ts';
import { messagesOf } from './mailbox.ts';
import type { RawTable } from './open-text.ts';

export type MailFile = {
  readonly bytes: Bytes;
  readonly kind: 'mail' | 'mbox';
  /** Folders it lies in below the one that was chosen, and the name of a mailbox: "Trash.sbd/2024". */
  readonly path: string;
};
export type MailTable = RawTable & { readonly summary: () => MailSummary };

export type MailContext = {
  /** Addresses that are the owner's. */
  readonly own?: readonly string[];
  /** UTC ms. */
  readonly now?: number;
};

/** Rows that are handed on together. */
const pieceRows = 100;
const tooMany = `Ripen reads up to ${limits.messages.toLocaleString('en')} messages at once. Nothing was written. Import the mailbox in parts, such as one year at a time.`;

export function openMail(
  files: () => AsyncIterable<MailFile>,
  size: number,
  { own = [], now = Date.now() }: MailContext,
): MailTable {
  const problems: RowProblem[] = [];
  let reader = createMailReader(own);
  return {
    format: 'mail',
    exact: true,
    encoding: '',
    encodings: [],
    delimiter: '',
    sheets: [],
    sheet: 0,
    problems,
    summary: () => reader.summary(),
    async *rows() {
      reader = createMailReader(own);
      let count = 0;
      let before = 0;
      let piece: Piece = { rows: [], lines: [], bytesRead: 0 };
      for await (const { bytes, kind, path } of files()) {
        for await (const raw of messagesOf(bytes, kind)) {
          count += 1;
          if (count > limits.messages) throw new AppError('file', tooMany);
          if (raw.isCut) reader.broken(count, 'cut');
          const mail = await parseMessage(raw.bytes, { envelope: raw.envelope, path, now }).catch(() => null);
          if (mail === null) reader.broken(count, 'unreadable');
          else
            for (const row of reader.read(apart(mail, count), count)) {
              piece.rows.push(row);
              piece.lines.push(count);
            }
          if (piece.rows.length >= pieceRows || count % pieceRows === 0) {
            yield { ...piece, bytesRead: Math.min(before + raw.bytesRead, size) };
            piece = { rows: [], lines: [], bytesRead: 0 };
          }
        }
        before += bytes.size;
      }
      yield { ...piece, bytesRead: size };
    },
  };
}

/** A copy in the trash does not take the place of the one in the inbox: what is set aside is never taken for the same message. */
const apart = (mail: Mail, count: number): Mail =>
  mail.folder && mail.folder !== 'sent' ? { ...mail, id: `${mail.folder} ${mail.id ?? count}` } : mail;

/** The header every mailbox has. */
export const mailTable = {
  header: [...mailHeader],
  headerCells: mailHeader.length,
  headerRow: 0,
  headerRows: 1,
  firstRow: 0,
  preamble: [],
  problems: [],
};
