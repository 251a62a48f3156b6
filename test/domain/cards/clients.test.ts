// Address cards of each program, with what must come of them: whom they are of, how they are reached, where they work.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ImportSource } from '../../../electron/jobs/import-parser/bytes.ts';
import { read, targets, text } from '../import/support.ts';

const cards = (name: string): ImportSource => ({
  kind: 'file',
  path: fileURLToPath(new URL(`../../fixtures/cards/${name}`, import.meta.url)),
});

async function people(source: ImportSource) {
  const { rows, rejected, preview, problems } = await read(source);
  expect(rejected).toEqual([]);
  expect(preview.source?.label).toBe('address cards (vCard)');
  return {
    people: rows.map(({ attributes, tags }) => (tags.length > 0 ? { ...attributes, tags } : attributes)),
    lines: rows.map(({ line }) => line),
    problems,
  };
}
const of = (...lines: readonly string[]): ImportSource =>
  text(['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n'), 'x.vcf');

describe('each program', () => {
  test('Google: groups before a property, the address at work first, its labels as tags but for the one of everybody', async () => {
    const { people: found, lines } = await people(cards('google.vcf'));
    expect(found).toEqual([
      {
        firstName: 'Noor',
        lastName: 'Haddad',
        email: 'noor.haddad@harborbooks.example',
        phone: '+44 20 7946 0999',
        jobTitle: 'Bookkeeper',
        company: 'Harbor Books Ltd',
        city: 'Bristol',
        country: 'United Kingdom',
        website: 'http://www.harborbooks.example',
        notes:
          'Other e-mail: noor@harborbooks.example\nOther phone: +44 7700 900123\nDepartment: Accounts\nMet at the fair\nWants a staircase, oak',
        tags: ['Fair 2026'],
      },
      { firstName: 'Priya Anand', lastName: 'Nair', email: 'priya@kite.example' },
    ]);
    expect(lines).toEqual([1, 23]);
  });

  test('iPhone: the preferred number, the country by its code, a firm without a person, and a list that is none', async () => {
    const { people: found, problems } = await people(cards('iphone.vcf'));
    expect(found).toEqual([
      {
        firstName: 'Jürgen Karl',
        lastName: 'Bär',
        email: 'j.baer@baer-treppen.example',
        phone: '+49 561 998877',
        jobTitle: 'Geschäftsführer',
        company: 'Bär Treppen GmbH',
        city: 'Kassel',
        region: 'Hessen',
        country: 'Germany',
        website: 'https://www.baer-treppen.example',
        linkedinUrl: 'https://www.linkedin.com/in/jbaer',
        notes: 'Other e-mail: juergen@baer.example\nOther phone: 0171 5550123',
      },
      { company: 'Dock Ltd', phone: '+44 117 4960999' },
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'One list of contacts (“Team”) was skipped: it is no person.',
    ]);
  });

  test('Outlook, vCard 2.1: letters of a code page, quoted-printable over several lines, types without a name', async () => {
    const { people: found } = await people(cards('outlook.vcf'));
    expect(found).toEqual([
      {
        firstName: 'Änne',
        lastName: 'Groß',
        email: 'aenne@gross.example',
        phone: '+49 (30) 5550-1234',
        jobTitle: 'Leiterin, Einkauf',
        company: 'Gebrüder Groß KG',
        city: 'Köln',
        region: 'NRW',
        country: 'Deutschland',
        website: 'www.gross.example',
        notes: 'Other phone: +49 171 5554321\nDepartment: Einkauf\nKennt uns von der Messe.\nRückruf im März',
      },
    ]);
  });

  test('Android, vCard 2.1: UTF-8 in quoted-printable, and a card of one word', async () => {
    const { people: found } = await people(cards('android.vcf'));
    expect(found).toEqual([
      {
        firstName: 'Żaneta',
        lastName: 'Łuczak',
        email: 'zaneta@mlyn.example',
        phone: '+48 501 234 567',
        company: 'Młyn Sp. z o.o.',
        notes: 'Other phone: 022 123 45 67',
      },
      { firstName: 'Plumber', phone: '+48 501 000 111' },
    ]);
  });

  test('vCard 4.0: numbers as links, preference by number, a firm, and a name that only stands in one piece', async () => {
    const { people: found, problems } = await people(cards('version-4.vcf'));
    expect(found).toEqual([
      {
        firstName: 'Sam',
        lastName: 'Okafor',
        email: 'sam@okafor.example',
        phone: '+1-202-555-0142 ext. 12',
        jobTitle: 'Designer',
        company: 'Okafor Joinery',
        city: 'Boston',
        region: 'MA',
        country: 'United States',
        website: 'https://okafor.example',
        notes: 'Other e-mail: sam@home.example\nDepartment: Design\nWebsite: https://shop.okafor.example',
        tags: ['Referral', 'Oak'],
      },
      { company: 'Elm Homes', email: 'hello@elm.example' },
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      'One list of contacts (“Suppliers”) was skipped: it is no person.',
    ]);
  });
});

describe('the mess', () => {
  test('every column is given its meaning at once', async () => {
    expect(targets(await read(cards('google.vcf')))).toMatchObject({
      'First name': 'firstName',
      'Other e-mails': 'otherEmail',
      Tags: 'tags',
      Department: 'notes',
    });
  });

  test('a pasted card is read, also with a mark before it, in UTF-16, and without an end', async () => {
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEMAIL:ann@x.example\n';
    const sources: ImportSource[] = [
      { kind: 'pasted', text: `${card}END:VCARD` },
      text(`\ufeff${card}END:VCARD\n`),
      { kind: 'bytes', name: 'x.vcf', bytes: Buffer.from(`\ufeff${card}`, 'utf16le') },
      text(`${card}BEGIN:VCARD\nFN:Bo Dock\nEND:VCARD`),
    ];
    for (const source of sources) {
      const { people: found } = await people(source);
      expect(found[0]).toEqual({ firstName: 'Ann', lastName: 'Lee', email: 'ann@x.example' });
    }
    expect((await read(sources[0] as ImportSource)).preview.fileName).toBe('Pasted card');
  });

  test('a name made of an address, a number or the firm is no name', async () => {
    for (const [fn, org] of [
      ['ann@x.example', ''],
      ['+49 171 5550123', ''],
      ['Dock Ltd', 'Dock Ltd'],
    ]) {
      const { people: found } = await people(of(`FN:${fn}`, 'N:;;;;', `ORG:${org}`, 'EMAIL:ann@x.example'));
      expect(found).toEqual([{ email: 'ann@x.example', ...(org ? { company: org } : {}) }]);
    }
  });

  test('a card within a card is not its person, and a damaged line costs only itself', async () => {
    const { people: found } = await people(
      of(
        'FN:Ann Lee',
        'AGENT:',
        'BEGIN:VCARD',
        'FN:Her Agent',
        'EMAIL:agent@x.example',
        'END:VCARD',
        'EMAIL;=:x',
        ';;;',
        'EMAIL:ann@x.example',
      ),
    );
    expect(found).toEqual([{ firstName: 'Ann', lastName: 'Lee', email: 'ann@x.example' }]);
  });

  test('commas and line ends of a note stay, fax numbers are no phones', async () => {
    const { people: found } = await people(
      of('FN:Ann Lee', 'TEL;TYPE=FAX:030 1', 'NOTE:One, two\\; three\\nfour \\\\ five', 'EMAIL:a@x.example'),
    );
    expect(found).toEqual([
      { firstName: 'Ann', lastName: 'Lee', email: 'a@x.example', notes: 'One, two; three\nfour \\ five' },
    ]);
  });
});
