// CSV that spreadsheets open correctly and safely: UTF-8 with BOM, CR LF, formulas escaped.

/** First characters by which a spreadsheet takes a text for a formula (OWASP CSV injection), full-width forms included. */
const dangerous = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a text that would be a formula; import takes exactly one off again. */
export const guarded = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** Plain numbers and telephone numbers do nothing in a spreadsheet, and another program takes the apostrophe for a part of them. */
const harmless = /^[+-]\d[\d ()./-]*$/;

/** For files that another program reads: as `guarded`, but telephone numbers stay as they are. */
export const guardedForProgram = (text: string): string => (harmless.test(text) ? text : guarded(text));

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line, with its end. */
export const csvLine = (cells: readonly string[], guard = guarded): string =>
  `${cells.map(cell => quoted(guard(cell))).join(',')}\r\n`;

/** Excel reads UTF-8 reliably only behind this mark. */
export const byteOrderMark = '\ufeff';

/** A whole file, header first. */
export const csvOf = (header: readonly string[], rows: Iterable<readonly string[]>): string => {
  let text = byteOrderMark + csvLine(header);
  for (const row of rows) text += csvLine(row);
  return text;
};
