// Mail made to hurt: refused or read, in seconds and within the parser's memory; and whatever bytes come, nothing is thrown but a sentence.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/result.ts';
import { read } from '../../domain/import/support.ts';
import { hostileMail } from '../../support/hostile-mail.ts';
import { measured } from '../../support/measured-parser.ts';
import { aFolder } from '../../support/workspace.ts';

describe('within 10 seconds and 400 MB', () => {
  test.each([...hostileMail])(
    '%s',
    async (_name, make, outcome) => {
      const path = join(aFolder(), 'x.eml');
      writeFileSync(path, make());
      const found = await measured()({ kind: 'file', path });
      expect(found.outcome).toMatch(outcome);
      expect(found.took?.seconds).toBeLessThan(10);
      expect(found.took?.megabytes).toBeLessThan(400);
    },
    60_000,
  );
});

const heads = fc.constantFrom(
  'From: Eve <eve@dock.example>',
  'From: ',
  'To: a@b.example, "x',
  'Cc: undisclosed-recipients:;',
  'Subject: =?iso-2022-jp?B?GyRCJCI=?=',
  'Subject: =?x-unknown?Q?=FF?=',
  'Date: Someday',
  'Date: Mon, 1 Jun 2026 09:00:00 +0000',
  'Message-ID: <>',
  'Content-Type: multipart/mixed; boundary=""',
  'Content-Type: multipart/alternative; boundary=b',
  'Content-Type: text/html; charset=nonsense',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  'MIME-Version: 1.0',
);
const bodies = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('--b', '--b--', '=E9=', '<p>Hi<script>x()</script>', '\u0000', 'On x wrote:', '>'),
);

test('any headers over any lines become rows or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(heads, { minLength: 3, maxLength: 10 }),
      fc.array(bodies, { maxLength: 12 }),
      fc.boolean(),
      async (lines, body, isBox) => {
        const above = isBox ? 'From x@y Mon Jun  1 09:00:00 2026\r\n' : '';
        const bytes = Buffer.from(
          `${above}From: z@z.example\r\nTo: q@q.example\r\nX-A: b\r\n${lines.join('\r\n')}\r\n\r\n${body.join('\r\n')}`,
          'latin1',
        );
        const outcome = await read({ kind: 'bytes', name: 'x', bytes }).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AppError);
      },
    ),
    { numRuns: 200 },
  );
});

test('of HTML the words alone are kept, whatever is in it', async () => {
  const html =
    '<style>p{}</style><p onclick="x()">Hi <b>Eve</b>&nbsp;&amp; Bo<img src="https://x.example/p.png"><script>x()</script>';
  const bytes = Buffer.from(
    `From: z@z.example\r\nTo: q@q.example\r\nSubject: S\r\nDate: Mon, 1 Jun 2026 09:00:00 +0000\r\nContent-Type: text/html\r\n\r\n${html}`,
  );
  const { rows } = await read({ kind: 'bytes', name: 'x', bytes });
  expect(rows[0]?.activities[0]?.note).toBe('S\nHi Eve & Bo');
});
