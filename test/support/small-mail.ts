// Mails of a few lines, read through the whole parser: what becomes of each.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ImportSource } from '../../electron/jobs/import-parser/bytes.ts';
import { previewFile } from '../../electron/jobs/import-parser/preview.ts';
import type { MailSummary } from '../../shared/mail-summary.ts';
import { germany } from '../domain/import/support.ts';
import { aFolder } from './workspace.ts';

export const owner = 'mara@oaklane.example';
let number = 0;

/** One message as it lies in a file; `heads` take the place of the usual ones, and an empty one is left away. */
export const aMessage = (heads: Readonly<Record<string, string>> = {}, text = 'How much is a staircase?'): string => {
  number += 1;
  const all = {
    From: 'Eve Dock <eve@dock.example>',
    To: owner,
    Subject: 'Stairs',
    Date: 'Mon, 1 Jun 2026 09:00:00 +0200',
    'Message-ID': `<${number}@dock.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...heads,
  };
  return `${Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${text}\r\n`;
};
/** Several of them as a mailbox. */
export const aMailbox = (...messages: readonly string[]): string =>
  messages.map(one => `From x@y.example Mon Jun  1 09:00:00 2026\r\n${one}\r\n`).join('');

/** A folder with these files. */
export function aMailFolder(files: Readonly<Record<string, string>>): ImportSource {
  const folder = aFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { kind: 'file', path: folder };
}

export type SmallMail = {
  /** Whom a row is about and what they did: "eve@dock.example Inquiry". */
  readonly rows: readonly string[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly likely: readonly string[];
  readonly mail: MailSummary;
  readonly dates: readonly string[];
};

export async function readMail(source: string | ImportSource, own: readonly string[] = [owner]): Promise<SmallMail> {
  const bytes = typeof source === 'string' ? { kind: 'bytes' as const, name: 'x', bytes: Buffer.from(source) } : source;
  const seen = await previewFile(
    { source: bytes, choices: {}, locale: 'de-DE', home: germany, own, now: Date.UTC(2026, 5, 2) },
    { progress: () => {}, isCancelled: () => false },
  );
  if (!seen.mail) throw new Error('This was not read as mail.');
  const column = (header: string) => seen.columns.findIndex(one => one.header === header);
  const cells = (header: string) => seen.rows.map(row => row[column(header)] ?? '');
  const activities = cells('Mail activity');
  return {
    rows: cells('Mail address').map((address, at) => `${address} ${activities[at]}`),
    leftOut: Object.fromEntries(seen.mail.leftOut.map(({ why, count }) => [why, count])),
    likely: seen.mail.own.filter(({ likely, known }) => likely && !known).map(({ address }) => address),
    mail: seen.mail,
    dates: cells('Mail date'),
  };
}
