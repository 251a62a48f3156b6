// Old workbooks, OpenDocument sheets and pages made to hurt: refused or read, in seconds and within the parser's memory.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../electron/formats/zip/write-zip.ts';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { AppError } from '../../../shared/result.ts';
import { preview } from '../../domain/import/support.ts';
import { hostileFiles, leads, mime, odsFoot, odsHead, odsRow } from '../../support/hostile-files.ts';
import { measured } from '../../support/measured-parser.ts';
import { biffOf, compoundOf, writeXls } from '../../support/old-workbook.ts';
import { aFolder } from '../../support/workspace.ts';

const file = (bytes: Uint8Array, name = 'list.xls'): ImportSource => ({ kind: 'bytes', name, bytes });
const small = () => writeXls({ sheets: [{ name: 'One', rows: leads(20) }] });

describe('within 10 seconds and 400 MB', () => {
  test.each([...hostileFiles])(
    '%s',
    async (_name, make, outcome) => {
      const path = join(aFolder(), 'x.xls');
      writeFileSync(path, make());
      const found = await measured()({ kind: 'file', path });
      expect(found.outcome).toMatch(outcome);
      expect(found.took?.seconds).toBeLessThan(10);
      expect(found.took?.megabytes).toBeLessThan(400);
    },
    60_000,
  );
});

describe('compound files that lie', () => {
  const stream = biffOf({ sheets: [{ name: 'One', rows: leads(200) }] });
  const spoiled = (spoil: (table: Uint32Array) => void) =>
    file(compoundOf([{ name: 'Workbook', bytes: stream }], spoil));

  test.each<readonly [string, (table: Uint32Array) => void]>([
    ['a chain in a circle', table => table.fill(0, 3, 4)],
    ['a sector that follows itself', table => table.fill(2, 2, 3)],
    ['a chain out of the file', table => table.fill(0x00ffffff, 2, 3)],
    ['chains that meet', table => table.fill(1, 0, 10)],
  ])('%s', async (_name, spoil) => {
    await preview(spoiled(spoil)).catch((error: Error) => expect(error.message).toMatch(/damaged|sheet/));
  });

  test('a directory in a circle, a table in a circle, a count of sectors out of all measure', async () => {
    for (const [at, value] of [
      [48, 0xffffff00],
      [44, 0xffffffff],
      [68, 0],
      [68, 5],
      [30, 0xffff],
      [60, 0],
      [56, 0xffffffff],
    ] as const) {
      const bytes = Buffer.from(small());
      bytes.writeUInt32LE(value, at);
      await preview(file(bytes)).catch((error: Error) => expect(error.message).toMatch(/damaged|sheet|Office|read/));
    }
  });
});

describe('cut or changed anywhere', () => {
  const broken = (whole: Uint8Array) =>
    fc.oneof(
      fc.nat(whole.length).map(length => whole.slice(0, length)),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }).map(changes => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      }),
    );
  /** Reads it, or says in a sentence why not: no other error, no endless loop. */
  const survives = async (bytes: Uint8Array, name: string) => {
    await preview(file(bytes, name)).catch((error: Error) => {
      if (!(error instanceof AppError)) throw error;
    });
  };
  const odsBytes = zipOf([
    { name: 'mimetype', bytes: Buffer.from(mime[0] ?? '') },
    { name: 'content.xml', bytes: Buffer.from(odsHead + odsRow('Name') + odsRow('Ann Lee').repeat(30) + odsFoot) },
  ]);
  const html = Buffer.from(`<html><table>${'<tr><td rowspan=2>Ann<td colspan=3>Lee &amp; Co</tr>'.repeat(20)}</table>`);

  test.each([
    ['.xls', small(), 300],
    ['.xls, texts cut', writeXls({ sheets: [{ name: 'One', rows: leads(60) }], cutTextsAt: 40 }), 200],
    ['.ods', odsBytes, 200],
    ['HTML', html, 200],
  ])('%s', async (_name, whole, numRuns) => {
    await fc.assert(
      fc.asyncProperty(broken(whole), bytes => survives(bytes, 'x.xls')),
      { numRuns },
    );
  });

  test('a deflated part that says another length', async () => {
    const bytes = Buffer.from(odsBytes);
    const packed = deflateRawSync(Buffer.alloc(1000));
    packed.copy(bytes, 120);
    await survives(bytes, 'x.ods');
  });
});
