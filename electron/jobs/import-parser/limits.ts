// Resource limits for untrusted files.

export const limits = {
  zipEntries: 2000,
  /** Bytes of all parts together, counted while they inflate; what the file itself declares is not believed. */
  inflatedBytes: 200 * 1024 * 1024,
  /** Inflated to packed size, for parts above `ratioFrom` bytes. */
  ratio: 100,
  ratioFrom: 4 * 1024 * 1024,
  sheetRows: 1_048_576,
  /** Columns that are read; a spreadsheet could have 16,384. */
  columns: 2000,
  cellLength: 32_767,
  filledCells: 5_000_000,
  /** Characters of all cells, whatever they were packed into: so many, and more for each byte of the file. */
  text: 16_000_000,
  textPerByte: 30,
  /** Rows with something in them: the same, one for each so many bytes. */
  rows: 20_000,
  bytesPerRow: 8,
  mergedRanges: 100_000,
  /** E-mails and address cards that are read at once, and files of a folder that are looked at. */
  messages: 250_000,
  cards: 250_000,
  mailFiles: 100_000,
  /** One XML tag or one text between two tags. */
  xmlPiece: 1 << 20,
} as const;

export const tooBig =
  'This workbook is larger than Ripen can read from one file. Save the sheet as CSV, or in parts, and import that.';
export const tooMuchText =
  'The cells of this file hold far more text than a file of its size does, the same text over and over. Nothing was written. Save the sheet as CSV, and import that.';
export const tooManyRows =
  'This file has far more rows than a file of its size does, nearly all of them empty. Nothing was written. Delete the empty rows, or save the table in parts.';
