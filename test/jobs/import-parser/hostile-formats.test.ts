// Old workbooks, OpenDocument sheets and pages made to hurt: refused or read, in seconds and within the parser's memory.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../electron/formats/zip/write-zip.ts';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import type { ParserProcess } from '../../../electron/jobs/import-parser/client.ts';
import { parserClient } from '../../../electron/jobs/import-parser/client.ts';
import { AppError } from '../../../shared/result.ts';
import { germany, preview } from '../../domain/import/support.ts';
import { biffOf, compoundOf, record, writeXls } from '../../support/old-workbook.ts';
import { aFolder } from '../../support/workspace.ts';

const file = (bytes: Uint8Array, name = 'list.xls'): ImportSource => ({ kind: 'bytes', name, bytes });
const leads = (count: number) => [['Name', 'No'], ...Array.from({ length: count }, (_, i) => [`Person ${i}`, i])];
const small = () => writeXls({ sheets: [{ name: 'One', rows: leads(20) }] });

/**
 * Seconds of work and megabytes the parser's process takes, started as the app starts it; null: it has died. On Linux `maxRSS` of a
 * process begins with that of the one that started it, which has built the file; the peak of its own memory is in /proc.
 */
function measured() {
  const entry = fileURLToPath(new URL('../../../electron/jobs/import-parser.worker.ts', import.meta.url));
  const wrapper = join(aFolder(), 'measure.mjs');
  writeFileSync(
    wrapper,
    `import { readFileSync } from 'node:fs';
const peak = () => process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS;
await import(${JSON.stringify(entry)});\nprocess.on('disconnect', () => process.exit());\nprocess.on('message', m => m === 'memory' && process.send({ megabytes: peak() / 1024, seconds: process.cpuUsage().user / 1e6 }));\n`,
  );
  let child: ReturnType<typeof fork> | undefined;
  const start = (): ParserProcess => {
    const started = fork(wrapper, {
      serialization: 'advanced',
      silent: true,
      execArgv: ['--max-old-space-size=320', '--max-semi-space-size=16'],
    });
    child = started;
    return {
      post: message => void (started.connected && started.send(message)),
      onMessage: hear => void started.on('message', message => hear(message as Parameters<typeof hear>[0])),
      onExit: hear => void started.on('exit', hear),
      kill: () => void started.kill('SIGKILL'),
    };
  };
  const client = parserClient(start);
  return async (source: ImportSource) => {
    const outcome = await client.preview({ source, choices: {}, locale: 'de-DE', home: germany }).then(
      seen => `${seen.rowCount} rows`,
      (error: Error) => error.message,
    );
    const took = await new Promise<{ readonly megabytes: number; readonly seconds: number } | null>(resolve => {
      child?.once('exit', () => resolve(null));
      child?.once('message', resolve as (message: unknown) => void);
      if (child?.connected) child.send('memory');
      else resolve(null);
    });
    client.close();
    return { outcome, took };
  };
}

/** A zip whose one big part is made of `count` times `unit`, without ever holding it whole. */
function bomb(
  name: string,
  head: string,
  unit: string,
  count: number,
  foot: string,
  more: readonly string[] = [],
): Uint8Array {
  const body = Buffer.from(head + unit.repeat(count) + foot);
  return zipOf([...more.map(text => ({ name: 'mimetype', bytes: Buffer.from(text) })), { name, bytes: body }]);
}
const mime = ['application/vnd.oasis.opendocument.spreadsheet'];
const odsHead = '<office:document-content><office:body><office:spreadsheet><table:table table:name="One">';
const odsFoot = '</table:table></office:spreadsheet></office:body></office:document-content>';
const odsRow = (text: string) =>
  `<table:table-row><table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell></table:table-row>`;

describe('within 10 seconds and 400 MB', () => {
  test.each<readonly [string, () => Uint8Array, RegExp]>([
    [
      '.ods: one row meant a million times over',
      () =>
        bomb(
          'content.xml',
          odsHead + odsRow('Name'),
          `<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
          1,
          odsFoot,
          mime,
        ),
      /larger than/,
    ],
    [
      '.ods: a cell repeated over all columns, in many rows',
      () =>
        bomb(
          'content.xml',
          odsHead + odsRow('Name'),
          `<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`,
          20_000,
          odsFoot,
          mime,
        ),
      /larger than/,
    ],
    ['.ods: a zip bomb', () => bomb('content.xml', odsHead, ' '.repeat(1000), 190_000, odsFoot, mime), /larger than/],
    [
      '.ods: a million rows',
      () => bomb('content.xml', odsHead, odsRow('Ann Lee'), 1_000_000, odsFoot, mime),
      /999999 rows|larger than/,
    ],
    ['.ods: a text without end', () => bomb('content.xml', odsHead, 'x', 3_000_000, '', mime), /larger than/],
    [
      '.ods: tables in tables',
      () => bomb('content.xml', odsHead, '<table:table><table:table-row><table:table-cell>', 100_000, '', mime),
      /no table|sheet|rows/,
    ],
    [
      '.ods: an entity that grows',
      () =>
        bomb(
          'content.xml',
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>',
          odsRow('&b;'),
          10,
          odsFoot,
          mime,
        ),
      /document type/,
    ],
    [
      '.ods: an entity of another file',
      () =>
        bomb('content.xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', odsRow('&e;'), 1, odsFoot, mime),
      /document type/,
    ],
    ['.xls: all 65,536 rows', () => writeXls({ sheets: [{ name: 'One', rows: leads(65_535) }] }), /65535 rows/],
    [
      '.xls: all rows, the last one first',
      () =>
        writeXls({
          sheets: [{ name: 'One', rows: leads(65_535) }],
          order: count => Array.from({ length: count }, (_, i) => count - 1 - i),
        }),
      /65535 rows/,
    ],
    [
      '.xls: cells without end at one place',
      () =>
        writeXls({
          sheets: [{ name: 'One', rows: leads(2) }],
          more: Buffer.concat(Array<Buffer>(1_500_000).fill(record(0x0203, Buffer.alloc(14)))),
        }),
      /rows|larger than/,
    ],
    [
      '.xls: merged over everything',
      () =>
        writeXls({
          sheets: [{ name: 'One', rows: leads(5000) }],
          more: Buffer.concat(
            Array<Buffer>(100).fill(
              record(0x00e5, Buffer.concat([Buffer.of(255, 3), Buffer.from('0100ffff0000ff00'.repeat(1023), 'hex')])),
            ),
          ),
        }),
      /rows/,
    ],
    [
      '.xls: 60 MB of shared texts',
      () =>
        writeXls({
          sheets: [
            {
              name: 'One',
              rows: [['Name'], ...Array.from({ length: 2000 }, (_, i) => [`${i} ${'x'.repeat(30_000)}`])],
            },
          ],
        }),
      /rows|larger than/,
    ],
    [
      'HTML: a million rows',
      () => Buffer.from(`<table><tr><td>Name</td></tr>${'<tr><td>Ann Lee</td></tr>'.repeat(1_000_000)}</table>`),
      /1000000 rows|larger than/,
    ],
    [
      'HTML: spans without end',
      () =>
        Buffer.from(
          `<table><tr><td>Name</td></tr>${'<tr><td colspan=99999999 rowspan=99999999>x</td></tr>'.repeat(20_000)}</table>`,
        ),
      /larger than|rows/,
    ],
    ['HTML: tables in tables', () => Buffer.from('<table><tr><td>'.repeat(200_000)), /larger than/],
    [
      'HTML: one tag without end',
      () => Buffer.from(`<table ${'a="b" '.repeat(2_000_000)}`),
      /rows|larger than|without a table/,
    ],
    [
      'HTML: one cell without end',
      () => Buffer.from(`<table><tr><td>${'x&amp;'.repeat(4_000_000)}`),
      /rows|larger than|without a table/,
    ],
    [
      'XML of 2003: a place far away',
      () =>
        Buffer.from(
          `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell></Row>${'<Row ss:Index="1048570"><Cell ss:Index="16384" ss:MergeDown="99999"><Data>x</Data></Cell></Row>'.repeat(200_000)}</Table></Worksheet></Workbook>`,
        ),
      /rows|larger than/,
    ],
  ])(
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
