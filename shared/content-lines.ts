// Content lines of calendars and address cards (RFC 5545, RFC 2426): escaped text, folded at 75 octets, ended with CRLF.

/** One line: name with parameters, and its value. Text values must be escaped with `text`. */
export type ContentLine = readonly [name: string, value: string];

const maxOctets = 75;
const encoder = new TextEncoder();

/** A value of type TEXT (3.3.11). Control characters other than line breaks have no place in it. */
export const text = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Folded (3.1): no line is longer than 75 octets without its break, and no character is cut in two. */
function folded(line: string): string {
  let written = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > maxOctets) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

/** Lines as the text of a file. */
export const foldedLines = (lines: readonly ContentLine[]): string =>
  lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('');
