// Content lines of iCalendar (RFC 5545): escaped text, folded at 75 octets, ended with CRLF.

/** One line: name with parameters, and its value. Text values must be escaped with `text`. */
export type IcsLine = readonly [name: string, value: string];

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
  if (Buffer.byteLength(line) <= maxOctets) return line;
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

export const calendarFile = (lines: readonly IcsLine[]): string =>
  lines.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('');

/** How each of our calendars begins. */
export const calendarHead: readonly IcsLine[] = [
  ['BEGIN', 'VCALENDAR'],
  ['VERSION', '2.0'],
  ['PRODID', '-//Ripen//Ripen//EN'],
  ['CALSCALE', 'GREGORIAN'],
];

/** A reminder by the calendar itself. `trigger`: a duration from the start, such as "-PT10M". */
export const alarm = (trigger: string, description: string): readonly IcsLine[] => [
  ['BEGIN', 'VALARM'],
  ['ACTION', 'DISPLAY'],
  ['DESCRIPTION', text(description)],
  ['TRIGGER', trigger],
  ['END', 'VALARM'],
];
