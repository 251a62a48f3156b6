// Interface of the printer.
import type { PaperSize } from '../../shared/print.ts';
import { AppError } from '../../shared/result.ts';

/** `path` is the address of the page after the '#'. Answers a PDF. */
export type Print = (page: {
  readonly path: string;
  readonly size: PaperSize;
  /** The sheet lies on its long side: for tables with many columns. */
  readonly landscape?: boolean;
}) => Promise<Uint8Array>;

/** Where there is no screen, as in tests without a window. */
export const noPrinter: Print = async () => {
  throw new AppError('conflict', 'Printing is not available here.');
};
