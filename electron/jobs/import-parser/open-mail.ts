// Opens mail as a table: one message, a mailbox, several of them, or a folder with them in it.
import type { RowProblem } from '../../../shared/import.ts';
import { AppError } from '../../../shared/result.ts';
import { mailHeader } from '../../domain/import/sources/mail.ts';
import type { Mail } from '../../domain/mail/mail.ts';
import { createMailReader } from '../../domain/mail/rows.ts';
import type { Piece } from './first-table.ts';
import type { FoundFiles } from './found-files.ts';
import { limits } from './limits.ts';
import { parseMessage } from './mail-message.ts';
import { messagesOf } from './mailbox.ts';
import { fixedTable, type OpenTable } from './opened.ts';

export type MailContext = {
  /** Addresses that are the owner's. */
  readonly own?: readonly string[];
  /** UTC ms. */
  readonly now?: number;
};

/** Rows that are handed on together. */
const pieceRows = 100;
const tooMany = `Ripen reads up to ${limits.messages.toLocaleString('en')} messages at once. Nothing was written. Import the mailbox in parts, such as one year at a time.`;

/** A mailbox as a table. */
export function openMail({ files, name, size }: FoundFiles, { own = [], now = Date.now() }: MailContext): OpenTable {
  const problems: RowProblem[] = [];
  let reader = createMailReader(own);
  async function* rows(): AsyncGenerator<Piece> {
    reader = createMailReader(own);
    let count = 0;
    let before = 0;
    let piece: Piece = { rows: [], lines: [], bytesRead: 0 };
    for await (const { bytes, kind, path } of files()) {
      for await (const raw of messagesOf(bytes, kind === 'mbox' ? 'mbox' : 'mail')) {
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
  }
  return {
    fileName: name,
    bytes: size,
    raw: {
      format: 'mail',
      exact: true,
      encoding: '',
      encodings: [],
      delimiter: '',
      sheets: [],
      sheet: 0,
      problems,
      rows,
    },
    table: fixedTable(mailHeader),
    problems: [],
    // Of each message and each header only so much is read: a mail to a hundred people may be far smaller than its rows.
    data: rows,
    mail: () => reader.summary(),
  };
}

/** A copy in the trash does not take the place of the one in the inbox: what is set aside is never taken for the same message. */
const apart = (mail: Mail, count: number): Mail =>
  mail.folder && mail.folder !== 'sent' ? { ...mail, id: `${mail.folder} ${mail.id ?? count}` } : mail;
