// What a file may cost before it is refused: attackers and mistakes both make small files that grow without end.

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
  /** One XML tag or one text between two tags. */
  xmlPiece: 1 << 20,
} as const;

export const tooBig =
  'This workbook is larger than Ripen can read from one file. Save the sheet as CSV, or in parts, and import that.';
