// Who is the same person: sure only by an id of one's own, an own address, a profile, or an own number with an agreeing name.
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../support/content.ts';
import { berlin, everybody, importOne, names } from '../../support/imported.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const content = ({ app }: TestWorkspace) => ({ ...contentOf(app().reader), import_batch: [] });

/** Imports files one after the other, the last one twice, and expects that the second time changes nothing. */
async function roundRobin(...files: readonly (string | readonly string[])[]) {
  const workspace = berlin();
  for (const file of files) await importOne(workspace, file);
  const before = content(workspace);
  const last = files.at(-1);
  const again = last && (await importOne(workspace, last));
  expect(content(workspace)).toEqual(before);
  expect(again).toMatchObject({ counts: { created: 0, updated: 0 } });
  return workspace;
}

describe('an id that several people share is nobody’s', () => {
  it.each([
    ['the number of a firm', 'a02a-firm-number-three-contacts.csv', ['Ada Holm', 'Bo Lind', 'Cy Marsh', 'Do Vane']],
    ['the id of the owner', 'a02b-user-id-is-the-owner.csv', ['Ada Holm', 'Bo Lind', 'Cy Marsh']],
    [
      'a customer number',
      ['Customer no.,Name,Phone', '7,Ada Holm,512-555-0101', '7,Bo Lind,512-555-0102'],
      ['Ada Holm', 'Bo Lind'],
    ],
    [
      'a number of a French firm',
      [
        'N° client;Contact;Téléphone',
        '7;Ada Holm;01 23 45 67 89',
        '7;Bo Lind;01 23 45 67 88',
        '8;Cy Marsh;01 23 45 67 87',
      ],
      ['Ada Holm', 'Bo Lind', 'Cy Marsh'],
    ],
    [
      'an id with addresses',
      ['ID;Nombre;Correo', '7;Ada Holm;ada@mill.example', '7;Bo Lind;bo@mill.example', '9;Cy Marsh;cy@fern.example'],
      ['Ada Holm', 'Bo Lind', 'Cy Marsh'],
    ],
  ])('%s', async (_what, file, leads) => {
    expect(names(await roundRobin(file))).toEqual(leads);
  });

  it('an id belongs to its program', async () => {
    const workspace = berlin();
    await importOne(workspace, ['Record ID,First Name,Last Name,Email', '101,Ada,Holm,ada@mill.example']);
    await importOne(workspace, ['Person - ID,Person - Name,Person - Email - Work', '101,Bo Lind,bo@quay.example']);
    expect(names(workspace)).toEqual(['Ada Holm', 'Bo Lind']);
  });

  it('also where no name tells', async () => {
    const workspace = berlin();
    await importOne(workspace, ['Record ID,Email,Contact owner', '101,ada@mill.example,']);
    await importOne(workspace, ['Person - ID,Person - Name,Person - Email - Work', '101,,bo@quay.example']);
    expect(names(workspace)).toEqual(['ada@mill.example', 'bo@quay.example']);
  });
});

describe('one mailbox, two people', () => {
  it.each([
    ['a couple', 'a03-couple-one-mailbox.csv', ['Ada Holm', 'Bo Holm']],
    [
      'Maria twice',
      ['Nome;Azienda;E-mail', 'Maria Rossi;Mill;m@web.example', 'Maria Bianchi;Quay;m@web.example'],
      ['Maria Bianchi', 'Maria Rossi'],
    ],
    [
      'father and son',
      ['Name,E-mail', 'Karl Meier,meier@web.example', 'Otto Meier,meier@web.example'],
      ['Karl Meier', 'Otto Meier'],
    ],
    [
      'a couple with one name',
      ['Nom;E-mail', 'Luc Petit;petit@web.example', 'Zoé Petit;petit@web.example'],
      ['Luc Petit', 'Zoé Petit'],
    ],
  ])('%s stay apart', async (_what, file, leads) => {
    expect(names(await roundRobin(file))).toEqual(leads);
  });

  it.each([
    ['a short name and a whole one', 'Kurz', 'Eva Kurz'],
    ['an initial', 'E. Kurz', 'Eva Kurz'],
    ['another order', 'Kurz, Eva', 'Eva Kurz'],
  ])('%s are one', async (_what, one, other) => {
    const workspace = await roundRobin(
      ['Name;E-mail', `${one};eva.kurz@kurz.example`],
      ['Name;E-mail', `${other};eva.kurz@kurz.example`],
    );
    expect(names(workspace)).toEqual(['Eva Kurz']);
  });

  it('a name of one word and a whole one, from two files', async () => {
    expect(names(await roundRobin('a12a-one-word-name.csv', 'a12b-whole-name.csv'))).toEqual(['Eva Kurz']);
  });

  it('a column whose addresses repeat beside one of own addresses is no key', async () => {
    expect(names(await roundRobin('b03-form-notices.csv'))).toEqual(['Ann Lee', 'Bo Fox', 'Cy Ott', 'Di']);
  });

  it.each([
    [
      'the sender',
      ['From,Name,E-mail', 'web@forms.example,Ann Lee,ann@mill.example', 'web@forms.example,Bo Fox,bo@quay.example'],
    ],
    [
      'the receiver',
      ['Empfänger;Name;E-Mail', 'post@wir.example;Ann Lee;ann@mill.example', 'post@wir.example;Bo Fox;bo@quay.example'],
    ],
    [
      'a rep',
      ['E-mail,Rep e-mail,Name', 'ann@mill.example,rep@we.example,Ann Lee', 'bo@quay.example,rep@we.example,Bo Fox'],
    ],
  ])('%s', async (_what, lines) => {
    const workspace = await roundRobin(lines);
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ann Lee', email: 'ann@mill.example' },
      { who: 'Bo Fox', email: 'bo@quay.example' },
    ]);
  });
});

describe('one telephone, several firms', () => {
  it('stay apart', async () => {
    const workspace = await roundRobin('b09-clients-of-one-phone.csv');
    expect(everybody(workspace).map(({ company }) => company)).toEqual([
      'Mill Ltd',
      'Quay Ltd',
      'Fern Ltd',
      'Weir Ltd',
      'Dale Ltd',
    ]);
  });

  it.each([
    ['without ids', ['Firma;Telefon', 'Mill GmbH;030 1234567', 'Quay AG;030 1234567']],
    ['with names', ['Firma;Name;Telefon', 'Mill GmbH;;030 1234567', 'Quay AG;Bo Lind;030 1234567']],
    ['with ids', ['Id,Company,Phone', 'A1,Mill Ltd,0113 496 0001', 'A2,Mill North Ltd,0113 496 0001']],
  ])('%s', async (_what, lines) => {
    expect(everybody(await roundRobin(lines))).toHaveLength(2);
  });

  it.each([
    ['short numbers', 'b04-short-numbers.csv', 2],
    ['what is no number', 'b04-phone-cannot-be-read.csv', 3],
    ['British ones', ['Name,Phone', 'Airtel,01632 12', 'Quay Ltd,112233'], 2],
    ['German ones', ['Name;Telefon', 'Notruf GmbH;110 110', 'Quay AG;4711', 'Fern KG;0 71 1'], 3],
    ['extensions', ['Company;Phone', 'Mill Ltd;831.605.2433x72946', 'Quay Ltd;n. V.', 'Fern Ltd;bitte per Mail'], 3],
  ])('%s are the same the second time', async (_what, file, count) => {
    expect(everybody(await roundRobin(file))).toHaveLength(count);
  });

  it('a mobile alone is the phone', async () => {
    expect(everybody(await roundRobin('b26-mobile-only.csv'))).toMatchObject([
      { who: 'Lee', phone: '+44 113 496 0001' },
    ]);
  });
});

describe('a further address finds its person', () => {
  it('in the next file', async () => {
    const workspace = await roundRobin('a19a-two-addresses.csv', 'a19b-second-address-alone.csv');
    expect(names(workspace)).toEqual(['Ada Holm']);
  });

  it.each([
    [
      'an address in a column of its own',
      ['Name;E-mail;E-mail 2', 'Ada Holm;ada@mill.example;ada@home.example'],
      ['E-mail', 'ada@home.example'],
    ],
    [
      'a number',
      ['Name;Phone;Mobile', 'Ada Holm;+49 30 1234567;+49 171 7654321'],
      ['Name;Phone', 'Ada Holm;+49 171 7654321'],
    ],
    [
      'one that a second row knew',
      ['Name;E-mail;Phone', 'Ada Holm;ada@mill.example;+49 30 1234567', 'Ada Holm;ada@home.example;+49 30 1234567'],
      ['E-mail', 'ada@home.example'],
    ],
  ])('%s', async (_what, first, second) => {
    expect(names(await roundRobin(first, second))).toEqual(['Ada Holm']);
  });

  it('after two were merged, nothing of either is lost', async () => {
    const workspace = berlin();
    const { call } = workspace;
    await importOne(workspace, 'a04-merge-two-addresses.csv');
    const [one, other] =
      everybody(workspace).length === 2 ? workspace.app().reader.pluck<string>('SELECT id FROM lead ORDER BY seq') : [];
    if (!one || !other) throw new Error('two people were expected');
    await call('leads.update', { id: other, attributes: { linkedinUrl: 'https://www.linkedin.com/in/eva-home' } });
    await call('leads.update', { id: one, attributes: { linkedinUrl: 'https://www.linkedin.com/in/eva-work' } });
    await call('duplicates.merge', { id: one, otherId: other, attributes: {}, customValues: {} });
    for (const text of ['eva.kurz@work.example', 'eva@home.example', '2222222', 'eva-home']) {
      const { rows } = await call('leads.list', { search: text });
      expect([text, rows.map(({ name }) => name)]).toEqual([text, ['Eva Kurz']]);
    }
    const { counts } = await importOne(workspace, 'a04-merge-two-addresses.csv');
    expect(counts).toMatchObject({ created: 0 });
    expect(names(workspace)).toEqual(['Eva Kurz']);
  });
});

describe('two imports of one list, taken back', () => {
  it.each([
    ['the later first', [1, 0]],
    ['the earlier first', [0, 1]],
  ] as const)('%s: nothing is left', async (_what, order) => {
    const workspace = berlin();
    const before = content(workspace);
    const batches = [
      await importOne(workspace, 'b27a-list.csv'),
      await importOne(workspace, 'b27b-same-list-with-phone.csv'),
    ];
    for (const index of order) {
      const batchId = batches[index]?.batchId ?? '';
      const { kept } = await workspace.call('imports.undo', { jobId: 'u', batchId });
      expect(kept).toEqual([]);
    }
    expect(content(workspace)).toEqual(before);
  });

  it.each([
    ['activities', ['E-mail;Opened on', 'ann@mill.example;2026-05-02']],
    ['a stage', ['E-mail;Status;Won on', 'ann@mill.example;Customer;2026-05-02']],
    ['a note and a tag', ['E-mail;Notes;Tags', 'ann@mill.example;rang;hot']],
  ])('also where the second one knew %s', async (_what, second) => {
    for (const order of [
      [1, 0],
      [0, 1],
    ]) {
      const workspace = berlin();
      const before = content(workspace);
      const batches = [await importOne(workspace, 'b27a-list.csv'), await importOne(workspace, second)];
      for (const index of order)
        await workspace.call('imports.undo', { jobId: 'u', batchId: batches[index]?.batchId ?? '' });
      expect(content(workspace)).toEqual(before);
    }
  });
});

describe('who is known by little', () => {
  it('an id alone is a lead, and an origin a channel', async () => {
    const workspace = await roundRobin('b16-marketing-leads.csv');
    const all = everybody(workspace);
    expect(all.map(({ key }) => key)).toHaveLength(4);
    expect(all.map(({ steps }) => steps)).toEqual([
      ['lead 2026-02-01'],
      ['lead 2026-02-02'],
      ['lead 2026-02-03'],
      ['lead 2026-02-04'],
    ]);
    expect(new Set(all.map(({ channel }) => channel)).size).toBe(4);
    expect(all.map(({ channel }) => channel).join()).toMatch(/social.*organic.*direct.*paid/i);
  });

  it('the number of a passport is no id, and it is told', async () => {
    const workspace = berlin();
    const { targets, checked } = await importOne(workspace, 'b17-passport.csv');
    expect(Object.values(targets)).not.toContain('externalId');
    expect(everybody(workspace)).toMatchObject([
      { first_name: 'Анна', last_name: 'Иванова', email: 'anna@mill.example', key: null },
      { first_name: 'Борис', last_name: 'Петров', key: null },
    ]);
    expect(JSON.stringify(checked)).toContain('паспорта');
  });

  it.each(['Passport no.', 'Ausweisnummer', 'IBAN', 'Social security number', 'Numéro de passeport', 'DNI'])(
    'nor is “%s”',
    async header => {
      const { targets } = await importOne(berlin(), [
        `Name;E-mail;${header}`,
        'Ada Holm;ada@mill.example;859401',
        'Bo Lind;bo@quay.example;859402',
      ]);
      expect(Object.values(targets)).not.toContain('externalId');
    },
  );

  it('a company known by name is the same company', async () => {
    const workspace = await roundRobin('b20a-deals-first.csv', 'b20b-accounts-after.csv');
    expect(everybody(workspace)).toMatchObject([
      { company: 'Mill Ltd', industry: 'Paper', city: 'Leeds', phone: '+44 113 496 0001', stage: 'customer' },
    ]);
    expect(everybody(workspace)).toHaveLength(1);
  });

  it('Connected On is a day', async () => {
    const workspace = await roundRobin('b24-connected-on.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ann', company: 'Mill Ltd', job_title: 'Owner', steps: ['lead 2019-10-30'] },
      { who: 'Bo', steps: ['lead 2022-12-01'] },
    ]);
  });
});

describe('names', () => {
  it('of Google Contacts, as they stand in the file', async () => {
    const workspace = await roundRobin('b12-google.csv');
    expect(everybody(workspace).map(({ who }) => who)).toEqual(['Anna Maria', 'Mill Front Desk', 'Bo Van Fox']);
  });

  it('with titles and in pairs', async () => {
    const workspace = await roundRobin('a17-titles.csv');
    expect(everybody(workspace).map(({ first_name, last_name }) => [first_name ?? null, last_name ?? null])).toEqual([
      ['Eva', 'Kurz'],
      ['Eva', 'Lang'],
      ['Karl', 'Meier'],
      [null, 'Smith'],
      [null, 'Müller'],
      ['Karl', 'Meier'],
      ['Anna', 'Gruber'],
    ]);
    expect(everybody(workspace)[3]).toMatchObject({ notes: expect.stringContaining('Mr. & Mrs. Smith') });
  });

  it.each([
    ['Mr & Mrs Patel', null, 'Patel'],
    ['Familie Kurz', null, 'Kurz'],
    ['M. et Mme Durand', null, 'Durand'],
    ['Sig. e Sig.ra Rossi', null, 'Rossi'],
    ['Sr. y Sra. García', null, 'García'],
    ['Dhr. en mevr. de Vries', null, 'de Vries'],
    ['Dipl.-Ing. Eva Kurz', 'Eva', 'Kurz'],
    ['Eva Kurz, MBA', 'Eva', 'Kurz'],
    ['Prof. Dr.-Ing. habil. Karl Meier sen.', 'Karl', 'Meier'],
    ['Ing. Jan Novák, Ph.D.', 'Jan', 'Novák'],
    ['Sir John Smith OBE', 'John', 'Smith'],
  ])('%s', async (text, first, last) => {
    const workspace = berlin();
    await importOne(workspace, ['Name\tE-mail', `${text}\ta@x.example`]);
    expect(everybody(workspace).map(({ first_name, last_name }) => [first_name ?? null, last_name ?? null])).toEqual([
      [first, last],
    ]);
  });
});
