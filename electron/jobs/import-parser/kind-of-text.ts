// Texts that are no tables: e-mails, calendars, cards, pages and programs' own formats, known by how they begin.
import { byNuls } from '../../formats/encoding/detect-encoding.ts';
import type { KindOfFile } from './file-kind.ts';
import { rejected } from './refused-kinds.ts';

/** How a text begins, in small letters, and what it is then. */
const beginnings: readonly (readonly [pattern: RegExp, kind: KindOfFile['kind'], sentence: string | null])[] = [
  [/^begin:vcard\s/, 'vcard', null],
  [/^begin:v(?:calendar|event)\s/, 'text', rejected.calendar],
  [/^\{\\rtf/, 'text', rejected.richText],
  [/^id;p(?:wxl|[a-z0-9]*;|\s)/, 'text', rejected.sylk],
  [/^(?:version: 1\s+)?dn: \S/, 'text', rejected.ldif],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<\?mso-application[^>]*excel[^>]*>|<(?:\w+:)?workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet)/,
    'spreadsheet-xml',
    null,
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype html|<html\b|<head\b|<body\b|<table\b|<div\b|<style\b|<meta\b)/,
    'html',
    null,
  ],
  [/^<\?xml|^<!doctype|^<\w+(?::\w+)?[\s>]/, 'text', rejected.xml],
  [/^(?:\{\s*"|\{\s*\}|\[\s*\{|\[\s*\])/, 'text', rejected.json],
];

const mailHeaders =
  /^(?:received|return-path|delivered-to|message-id|mime-version|from|to|subject|date|reply-to|content-type|dkim-signature|x-[\w-]+|list-unsubscribe):[ \t]/i;

/** Lines at the head of an e-mail are headers, each with a name of its own, or go on from the one before. */
function mailOf(text: string): KindOfFile | null {
  const lines = text.replace(/^\d{1,12} *\r?\n/, '').split(/\r\n|\r|\n/);
  const isBox = /^From \S.*\d{4}/.test(lines[0] ?? '');
  const names = new Set<string>();
  for (const line of isBox ? lines.slice(1) : lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && names.size > 0) continue;
    if (!/^[\w-]+:/.test(line)) break;
    if (mailHeaders.test(line)) names.add(line.slice(0, line.indexOf(':')).toLowerCase());
  }
  if (names.size < (isBox ? 1 : 3)) return null;
  if (isBox) return { kind: 'mbox', reject: null };
  return /^content-type: multipart\/related/im.test(text) && /^mime-version:/im.test(text) && !names.has('to')
    ? { kind: 'text', reject: rejected.webArchive }
    : { kind: 'mail', reject: null };
}

/** What a text is, by its first bytes; null when it may be a table. */
export function kindOfText(head: Uint8Array): KindOfFile | null {
  const [a, b] = head;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : byNuls(head);
  const text = new TextDecoder(wide ?? 'latin1')
    .decode(head)
    .replace(/^(?:\ufeff|ï»¿)/, '')
    .trimStart();
  const small = text.slice(0, 4000).toLowerCase();
  for (const [pattern, kind, sentence] of beginnings) if (pattern.test(small)) return { kind, reject: sentence };
  return mailOf(text);
}
