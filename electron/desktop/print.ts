// Prints a page in a hidden window, in light colors, with page numbers.

import { failedTitle, type PaperSize } from '../../shared/print.ts';
import { AppError } from '../../shared/result.ts';
import type { Print } from '../jobs/print.ts';
import { pageAddress } from './security.ts';
import { createPrintWindow } from './window.ts';

const patienceMs = 60_000;
/** Inches. */
const margins = { top: 0.55, bottom: 0.75, left: 0.6, right: 0.6 };
const names: Readonly<Record<PaperSize, 'A4' | 'Letter'>> = { a4: 'A4', letter: 'Letter' };

/** The page says that it is drawn by taking its real title, which becomes the PDF's own. */
function drawn(window: Electron.BrowserWindow, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = (error: AppError) => {
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(
      () => give(new AppError('conflict', 'The page took too long to print. Try again.')),
      patienceMs,
    );
    window.webContents.on('page-title-updated', (_, title) => {
      if (title === failedTitle) give(new AppError('conflict', 'The page could not be printed.'));
      else if (title !== 'Ripen') {
        clearTimeout(timer);
        resolve();
      }
    });
    window.on('closed', () => give(new AppError('conflict', 'The page was closed before it was printed.')));
    window.webContents.on('render-process-gone', () =>
      give(new AppError('conflict', 'The page could not be printed.')),
    );
    window
      .loadURL(`${pageAddress}#${path}`)
      .catch(() => give(new AppError('conflict', 'The page could not be printed.')));
  });
}

/** Words small and gray at the foot of each page; drawn by Chromium apart from our page, hence with their own style. */
const foot = `<div style="width:100%;padding:0 0.6in;display:flex;justify-content:space-between;font:7pt sans-serif;color:#666">
<span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;

export const printer =
  (preload: string): Print =>
  async ({ path, size, landscape = false }) => {
    const window = createPrintWindow(preload);
    try {
      await drawn(window, path);
      return await window.webContents.printToPDF({
        pageSize: names[size],
        landscape,
        margins,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: foot,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    } finally {
      if (!window.isDestroyed()) window.destroy();
    }
  };
