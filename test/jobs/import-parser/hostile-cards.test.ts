// Address cards made to hurt: refused or read, in seconds and within the parser's memory; and whatever lines come, nothing is thrown but a sentence.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/result.ts';
import { read } from '../../domain/import/support.ts';
import { hostileCards } from '../../support/hostile-cards.ts';
import { measured } from '../../support/measured-parser.ts';
import { aFolder } from '../../support/workspace.ts';

describe('within 10 seconds and 400 MB', () => {
  test.each([...hostileCards])(
    '%s',
    async (_name, make, outcome) => {
      const path = join(aFolder(), 'x.vcf');
      writeFileSync(path, make());
      const found = await measured()({ kind: 'file', path });
      expect(found.outcome).toMatch(outcome);
      expect(found.took?.seconds).toBeLessThan(10);
      expect(found.took?.megabytes).toBeLessThan(400);
    },
    60_000,
  );
});

const names = fc.constantFrom(
  'FN',
  'N',
  'ORG',
  'EMAIL',
  'item1.TEL',
  'ADR',
  'NOTE',
  'KIND',
  'CATEGORIES',
  'AGENT',
  'BEGIN',
  'END',
  'VERSION',
  '',
);
const parameters = fc.constantFrom(
  '',
  ';TYPE=work',
  ';WORK;PREF',
  ';TYPE="a,b"',
  ';X="',
  ';=',
  ';CHARSET=x',
  ';ENCODING=QUOTED-PRINTABLE',
  ';__proto__=1',
  ';VALUE=date',
);
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('VCARD', '2.1', '4.0', ';;;;', '\\', '=', '=C3=', 'a\\,b;c,d', ' folded'),
);

test('any properties in any order become rows or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(names, parameters, values), { maxLength: 20 }), async lines => {
      const text = lines.map(([name, parameter, value]) => `${name}${parameter}:${value}`).join('\r\n');
      const bytes = Buffer.from(`BEGIN:VCARD\r\nVERSION:2.1\r\nEMAIL:a@b.example\r\n${text}`, 'latin1');
      const outcome = await read({ kind: 'bytes', name: 'x.vcf', bytes }).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AppError);
      else expect(outcome).toMatchObject({ preview: { format: 'cards' } });
    }),
    { numRuns: 200 },
  );
});
