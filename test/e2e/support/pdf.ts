// What a PDF made by Chromium says of itself, read without a reader of PDFs: its dictionaries stand in it as plain text.
import { readFile } from 'node:fs/promises';

export type PdfInfo = {
  readonly pages: number;
  /** Width and height of the first page in points, rounded. */
  readonly size: readonly [number, number];
  readonly fonts: number;
  /** Fonts whose letters are not in the file: there must be none. */
  readonly fontsOutside: number;
  readonly pictures: number;
  /** True when readers for the blind find its structure. */
  readonly tagged: boolean;
};

export async function pdfInfo(file: string): Promise<PdfInfo> {
  const text = (await readFile(file)).toString('latin1');
  if (!text.startsWith('%PDF-') || !text.trimEnd().endsWith('%%EOF')) throw new Error('This is no whole PDF.');
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)(?:stream\r?\n|endobj)/g)].map(
      ([, number = '', body = '']) => [number, body] as const,
    ),
  );
  const all = [...objects.values()];
  const pages = all.filter(body => /\/Type\s*\/Page\b(?!s)/.test(body));
  const box = all.map(body => /\/MediaBox\s*\[([^\]]*)\]/.exec(body)?.[1]).find(found => found !== undefined);
  const [, , width = 0, height = 0] = (box ?? '').trim().split(/\s+/).map(Number);
  const fonts = all.filter(body => /\/Type\s*\/Font\b/.test(body) && !/\/Subtype\s*\/Type0/.test(body));
  /** Letters drawn in the file itself (Type 3), or a file of letters behind the descriptor. */
  const isInside = (body: string) => {
    if (/\/Subtype\s*\/Type3/.test(body)) return /\/CharProcs/.test(body);
    const descriptor = objects.get(/\/FontDescriptor\s+(\d+) 0 R/.exec(body)?.[1] ?? '') ?? '';
    return /\/FontFile[23]?\s+\d+ 0 R/.test(descriptor);
  };
  return {
    pages: pages.length,
    size: [Math.round(width), Math.round(height)],
    fonts: fonts.length,
    fontsOutside: fonts.filter(body => !isInside(body)).length,
    pictures: all.filter(body => /\/Subtype\s*\/Image/.test(body)).length,
    tagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(text) && text.includes('/StructTreeRoot'),
  };
}
