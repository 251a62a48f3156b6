// A message of each mail program, with what must come of it: whom it is from, when, which way, and the words they wrote themselves.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { previewFile } from '../../../electron/jobs/import-parser/preview.ts';
import { germany, read } from '../import/support.ts';

const mailFixture = (name: string): ImportSource => ({
  kind: 'file',
  path: fileURLToPath(new URL(`../../fixtures/mail/${name}`, import.meta.url)),
});

async function rowsOf(name: string, own: readonly string[]) {
  const { rows, rejected, mapping } = await read(mailFixture(name), { context: { ownAddresses: own } });
  expect(rejected).toEqual([]);
  expect(mapping.rows).toBe('activities');
  return rows.map(({ line, attributes, activities }) => ({
    line,
    email: attributes.email,
    name: [attributes.firstName, attributes.lastName].filter(Boolean).join(' ') || undefined,
    company: attributes.company,
    phone: attributes.phone,
    jobTitle: attributes.jobTitle,
    website: attributes.website,
    activities: activities.map(({ typeId, at, note }) => ({ typeId, at: new Date(at).toISOString(), note })),
  }));
}

const summaryOf = async (name: string, own: readonly string[]) => {
  const silent = { progress: () => {}, isCancelled: () => false };
  const seen = await previewFile(
    { source: mailFixture(name), choices: {}, locale: 'de-DE', home: germany, own },
    silent,
  );
  expect(seen.mail).toBeDefined();
  return seen.mail;
};

describe('Outlook', () => {
  test('an answer: the new words without the quoted message, the signature as guesses, the file by name', async () => {
    expect(await rowsOf('outlook.eml', ['mara@oaklane.example'])).toEqual([
      {
        line: 1,
        email: 'j.baer@baer-treppen.example',
        name: 'Jürgen Bär',
        company: 'Bär Treppen GmbH',
        phone: '+49 561 998877',
        jobTitle: 'Geschäftsführer',
        website: 'www.baer-treppen.example',
        activities: [
          {
            typeId: 'replied',
            at: '2026-03-03T08:12:40.000Z',
            note: 'AW: Angebot für die Eichentreppe\nHallo Frau Voss,\n\ndas Angebot passt, können wir am Donnerstag messen? Der Preis von 4.200 € ist in Ordnung.\nAttached: Maße Treppe.pdf',
          },
        ],
      },
    ]);
  });
});

describe('Gmail Takeout', () => {
  test('an inquiry, our answer to two people; what machines wrote is counted; a message under two labels counts once', async () => {
    const rows = await rowsOf('gmail-takeout.mbox', ['sam@harborbooks.example']);
    expect(rows.map(({ line, email, name, company, phone }) => [line, email, name, company, phone])).toEqual([
      [1, 'priya.nair@lantern-cafe.example', 'Priya Nair', 'Lantern Café Ltd', '+44 20 7946 0123'],
      [2, 'priya.nair@lantern-cafe.example', undefined, undefined, undefined],
      [2, 'noor@lantern-cafe.example', 'Noor Haddad', undefined, undefined],
    ]);
    expect(rows.flatMap(({ activities }) => activities)).toEqual([
      {
        typeId: 'information-requested',
        at: '2026-02-02T08:15:28.000Z',
        note: 'Shelves for our reading corner\nHello,\n\ndo you build shelves for a café? We would need about six metres.\n\nFrom the street one sees the whole wall.',
      },
      ...[1, 2].map(() => ({
        typeId: 'email-sent',
        at: '2026-02-02T10:40:00.000Z',
        note: 'Re: Shelves for our reading corner\nHello Priya, yes, gladly. I can come by on Friday.',
      })),
    ]);
    const seen = await summaryOf('gmail-takeout.mbox', ['sam@harborbooks.example']);
    expect(seen?.messages).toBe(7);
    expect(seen?.taken).toBe(2);
    expect(Object.fromEntries(seen?.leftOut.map(({ why, count }) => [why, count]) ?? [])).toEqual({
      newsletter: 1,
      bounce: 1,
      automatic: 1,
      calendar: 1,
      repeated: 1,
    });
  });
  test('the owner’s own address is suggested, and nobody else’s', async () => {
    const seen = await summaryOf('gmail-takeout.mbox', []);
    const likely = seen?.own.filter(one => one.likely).map(({ address, count, known }) => ({ address, count, known }));
    expect(likely).toEqual([{ address: 'sam@harborbooks.example', count: 2, known: false }]);
  });
});

describe('Apple Mail', () => {
  test('an .emlx of an iPhone: HTML as text in Latin-9, without what it quotes', async () => {
    expect(await rowsOf('apple.emlx', ['mara@oaklane.example'])).toEqual([
      {
        line: 1,
        email: 'chiara@ferri-arredi.example',
        name: 'Chiara Ferri',
        company: 'Ferri Arredi S.r.l.',
        phone: '+39 347 1234567',
        jobTitle: undefined,
        website: undefined,
        activities: [
          {
            typeId: 'replied',
            at: '2026-03-12T17:30:05.000Z',
            note: 'Re: Preventivo scala\nBuongiorno,\n\nil preventivo di 900 € è perfetto.',
          },
        ],
      },
    ]);
  });
});

describe('Thunderbird', () => {
  test('one message to two people, a Japanese answer, one without Date and Message-ID', async () => {
    const rows = await rowsOf('thunderbird-inbox', ['mara@oaklane.example', 'office@oaklane.example']);
    expect(
      rows.map(({ email, name, activities }) => [email, name, ...activities.map(one => Object.values(one))]),
    ).toEqual([
      [
        'tunde.okafor@gmail.example',
        'Tunde Okafor',
        ['email-sent', '2026-04-06T09:00:00.000Z', 'Your banister\nDear both,\n\nthe banister is ready.'],
      ],
      [
        'rosa@lind.example',
        'Rosa Lind',
        ['email-sent', '2026-04-06T09:00:00.000Z', 'Your banister\nDear both,\n\nthe banister is ready.'],
      ],
      [
        'tunde.okafor@gmail.example',
        undefined,
        ['replied', '2026-04-07T08:00:00.000Z', 'Re: Your banister\nThank you! ありがとう'],
      ],
      [
        'wim@deboer.example',
        'Wim de Boer',
        ['information-requested', '2026-04-08T10:00:07.000Z', 'Trapleuning\nKunt u ook een leuning maken?'],
      ],
    ]);
  });
});
