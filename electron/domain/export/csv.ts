// CSV that spreadsheets open rightly and safely: UTF-8 with its mark, CR LF, and no text that turns into a formula.

/** First characters by which a spreadsheet takes a text for a formula (OWASP CSV injection), full-width forms included. */
const dangerous = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a text that would be a formula; import takes exactly one off again. */
export const guarded = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line, with its end. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map(cell => quoted(guarded(cell))).join(',')}\r\n`;

/** Excel reads UTF-8 reliably only behind this mark. */
export const byteOrderMark = '\ufeff';

/** A whole file, header first. */
export const csvOf = (header: readonly string[], rows: Iterable<readonly string[]>): string => {
  let text = byteOrderMark + csvLine(header);
  for (const row of rows) text += csvLine(row);
  return text;
};
