// What is no table is named by what it holds, whatever its name says, with what to do instead.
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../electron/formats/zip/write-zip.ts';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { preview, text } from '../../domain/import/support.ts';
import { compoundOf } from '../../support/old-workbook.ts';

const file = (bytes: Uint8Array | string, name = 'list.csv'): ImportSource => ({
  kind: 'bytes',
  name,
  bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes,
});
const archive = (name: string, ...parts: readonly string[]) =>
  file(zipOf(parts.map(part => ({ name: part, bytes: Buffer.from('x') }))), name);
const ole = (...names: readonly string[]) => file(compoundOf(names.map(name => ({ name, bytes: Buffer.alloc(5000) }))));

describe('named by its first bytes', () => {
  test.each<readonly [string, ImportSource, string]>([
    ['a calendar', text('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'), 'calendar (.ics)'],
    [
      'a saved page',
      text('MIME-Version: 1.0\r\nFrom: <Saved by x>\r\nSubject: P\r\nContent-Type: multipart/related;\r\n\r\n'),
      '.mht',
    ],
    ['a PDF', file('%PDF-1.7\n'), 'This is a PDF'],
    ['rich text', file('{\\rtf1\\ansi Name'), '.rtf'],
    ['JSON', text('[ {"name": "Ann"} ]'), 'JSON'],
    ['XML', text('<?xml version="1.0"?><leads><lead/></leads>'), 'This is XML'],
    ['LDIF', text('dn: cn=Ann,mail=ann@example.org\ncn: Ann\n'), 'LDIF'],
    ['SYLK', text('ID;PWXL;N;E\nC;Y1;X1;K"Name"\n'), 'SYLK'],
    ['a page without a table', text('<!DOCTYPE html><html><p>Hello</p></html>'), 'web page without a table'],
    ['a PNG', file('\x89PNG\r\n\x1a\n0000'), 'picture'],
    ['a JPEG', file('\xff\xd8\xff\xe0\0\x10JFIF'), 'picture'],
    ['a WebP', file('RIFF\0\0\0\0WEBPVP8 '), 'picture'],
    ['a HEIC of a phone', file('\0\0\0\x18ftypheic\0\0\0\0'), 'picture'],
    ['a film', file('\0\0\0\x18ftypmp42\0\0\0\0'), 'a sound or a film'],
    ['gzip', file('\x1f\x8b\x08\0'), 'compressed'],
    ['7-Zip', file('7z\xbc\xaf\x27\x1c'), 'compressed'],
    ['RAR', file('Rar!\x1a\x07\x01\0'), 'compressed'],
    ['a mailbox of Outlook', file('!BDN\0\0\0\0'), 'Outlook mailbox'],
    ['an Access database', file('\0\x01\0\0Standard ACE DB\0'), 'Access'],
    ['a workspace', file('SQLite format 3\0'), 'File > Open'],
    [
      'bytes of anything',
      file(Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37) % 7))),
      'not a table that can be read',
    ],
    ['an empty archive', file('PK\x05\x06'.padEnd(22, '\0')), 'no table in this archive'],
    ['an archive of pictures', archive('x.zip', 'a.png', 'b.png'), 'no table in this archive'],
    ['Word', archive('x.docx', 'word/document.xml'), 'text document'],
    ['PowerPoint', archive('x.pptx', 'ppt/presentation.xml'), 'presentation'],
    ['a binary workbook', archive('x.xlsb', 'xl/workbook.bin'), '.xlsb'],
    [
      'Numbers',
      archive('x.numbers', 'Index/Document.iwa', 'Index/Tables/DataList.iwa'),
      'In Numbers choose File > Export',
    ],
    ['Numbers by its name', archive('x.numbers', 'Index/Document.iwa'), 'In Numbers choose File > Export'],
    ['Numbers of 2013', archive('x.numbers', 'Index.zip'), 'In Numbers choose File > Export'],
    ['Pages', archive('x.pages', 'Index/Document.iwa'), 'Pages or Keynote'],
    ['old Word', ole('WordDocument'), 'text document'],
    ['old PowerPoint', ole('PowerPoint Document'), 'presentation'],
    ['a message of Outlook', ole('__properties_version1.0'), 'Outlook message'],
    ['another old document', ole('Contents'), 'no workbook'],
  ])('%s', async (_name, source, sentence) => {
    await expect(preview(source)).rejects.toThrow(sentence);
  });
});

test('tables that only look like something else are tables', async () => {
  for (const content of [
    'From;To;Subject\nAnn;Bob;Hello\n',
    'From: city,To: city\nUlm,Bonn\n',
    'Begin,End\nvcard,vcalendar\n',
    'ID;Name\n1;Ann\n',
    'Name,Notes\nAnn,"<html><table>"\n',
    'dn,cn\n1,2\n',
    'PDF,PNG\na,b\n',
  ])
    expect([content, (await preview(text(content))).rowCount]).toEqual([content, 1]);
});
