// Kinds of misreading that sheets of small firms showed, three variants each: whose name it is, what was sold, what was said.
import { describe, expect, it } from 'vitest';
import { berlin, everybody, importOne, said } from '../../support/imported.ts';

const first = async (lines: readonly string[], workspace = berlin()) => {
  const { checked, targets } = await importOne(workspace, lines);
  const people = everybody(workspace);
  return { people, person: people[0], told: said(checked), targets };
};

describe('a column "Job"', () => {
  it.each([
    ['Client,Job,Value', 'Ada Holm,Loft conversion,1200', 'Loft conversion open 1200'],
    ['Kunde;Arbeit;Betrag', 'Ada Holm;Neues Bad;1200', 'Neues Bad open 1200'],
    ['Nom;Travaux;Montant', 'Ada Holm;Toiture;1200', 'Toiture open 1200'],
  ])('%s is the work', async (header, row, deal) => {
    const { person } = await first([header, row]);
    expect(person?.deals).toEqual([deal]);
    expect(person?.job_title).toBeUndefined();
  });

  it.each([
    ['Name,Job,Company', 'Ada Holm,Buyer,Mill Ltd', 'Buyer'],
    ['Name,Job,E-mail', 'Ada Holm,Managing Director,ada@mill.example', 'Managing Director'],
    ['Nom;Poste;Mail', 'Ada Holm;Directrice;ada@mill.example', 'Directrice'],
  ])('%s is the title', async (header, row, title) => {
    const { person } = await first([header, row]);
    expect(person?.job_title).toBe(title);
  });

  it('an address of a job is no title', async () => {
    const { person } = await first(['Name,Job Address,Cell', 'Ada Holm,1 Mill Rd,01632 960001']);
    expect(person?.job_title).toBeUndefined();
    expect(person?.notes).toBe('Job Address: 1 Mill Rd');
  });
});

describe('who it is about', () => {
  it.each([
    ['Patient,Tel', 'Ada Holm,01632 960001', 'Ada Holm'],
    ['Couple,E-mail', 'Ada & Tom,ada@mill.example', 'Ada & Tom'],
    ['Cliente;Telemóvel', 'Inês Araújo;910 000 001', 'Inês Araújo'],
    ['Paciente;Teléfono', 'Ana Gil;600 000 001', 'Ana Gil'],
    ['Cognome Nome;Cell.', 'De Luca Elena;333 0000001', 'Elena De Luca'],
    ['Nachname Vorname;Telefon', 'Groß Jörg;0221 5550', 'Jörg Groß'],
    ['Apellidos y Nombre;Teléfono', 'Muñoz Gil Ana;600 000 001', 'Ana Muñoz Gil'],
    ['Name,Email', '"Ott, Cy & Dee",cy@mill.example', 'Cy & Dee Ott'],
    ['Name,Email', 'Dr Dee Marsh & Mr Eli Marsh,dee@mill.example', 'Dee & Eli Marsh'],
  ])('%s: %s', async (header, row, who) => {
    const { person } = await first([header, row]);
    expect(person?.who).toBe(who);
  });

  it.each([
    ['Mrs Jones (daughter Kate 07700 900009)', 'Jones'],
    ['Beth Lind and Sam Ward', 'Beth Lind'],
    ['Mr. R. and Mrs. S. Jones', 'Jones'],
    ['Dr. med. Lutz Kurz', 'Lutz Kurz'],
  ])('%s is kept as it was written', async (name, who) => {
    const { person } = await first(['Name,Town', `${name},York`]);
    expect(person).toMatchObject({ who, notes: `Name: ${name}` });
  });

  it('a salutation is counted', async () => {
    const { told } = await first(['Name,Town', 'Mrs Ada Holm,York', 'Herr Bo Lind,Hull', 'Cy Ott,Leeds']);
    expect(told).toContain('2 names are taken without their salutation; first: Mrs Ada Holm, Herr Bo Lind.');
  });

  it.each([
    ['First Name,Middle Name,Last Name,Phonetic First Name,File As', 'Ada,May,Holm,,', 'Ada May Holm'],
    ['First Name,Middle Name,Last Name,Organization Name,Labels', 'Ada,May,Holm,,', 'Ada May Holm'],
    ['First Name,Last Name,Organization Name,Labels', 'Ada,Holm,,', 'Ada Holm'],
  ])('an address book with %s', async (header, row, who) => {
    expect((await first([`${header},E-mail 1 - Value`, `${row},ada@mill.example`])).person?.who).toBe(who);
  });

  it.each(['098.675.123-11', '35.009.112-0', '078-05-1120'])('%s is a number of a paper, no phone', async text => {
    const { people } = await first([`1;Ada Holm;ada@mill.example;${text}`, `2;Bo Lind;bo@mill.example;${text}`]);
    for (const { phone } of people) expect(phone).toBeUndefined();
  });

  it.each(['+44 7700 900003', '07700 900003:', '~+44 7700 900003'])('%s as a name is the phone', async name => {
    const { person } = await first(['Name;Msg', 'Ada Holm;hello', `${name};hi`]);
    expect(person?.who).toBe('Ada Holm');
    const [, other] = (await first(['Name;Msg', 'Ada Holm;hello', `${name};hi`])).people;
    expect(other).toMatchObject({ who: '', phone: expect.stringContaining('7700 900003') });
  });

  it.each(['Brasília', 'Mexico', 'Tunis'])('a city called %s stays a city', async city => {
    const { person } = await first(['Name;Cidade', `Ada Holm;${city}`]);
    expect(person).toMatchObject({ city });
    expect(person?.country).toBeUndefined();
  });
});

describe('what is open or cannot be read', () => {
  it.each([
    ['Quoted', 'tbc'],
    ['Value', 'TBD'],
    ['Venue', '?'],
    ['Close date', 't.b.c.'],
  ])('%s: %s is kept', async (header, text) => {
    const { people } = await first([`Name,${header}`, `Ada Holm,${text}`, 'Bo Lind,1200']);
    expect(people[0]?.notes).toBe(`${header}: ${text}`);
  });

  it.each([
    ['Created', 'soon'],
    ['Won on', '5.4.'],
    ['Status', 'ghosted'],
    ['Reason', 'moved away'],
    ['Newsletter?', 'removed 3/5'],
  ])('%s: %s is kept', async (header, text) => {
    const { people } = await first([
      `Name;E-Mail;${header}`,
      `Ada Holm;ada@mill.example;${text}`,
      `Bo Lind;bo@mill.example;${header === 'Status' ? 'New' : header === 'Newsletter?' ? 'Y' : header === 'Reason' ? 'price' : '2026-03-12'}`,
      `Cy Ott;cy@mill.example;${header === 'Newsletter?' ? 'N' : ''}`,
    ]);
    expect(people[0]?.notes).toContain(`${header}: ${text}`);
  });

  it('cells that say nothing are counted', async () => {
    const { told } = await first(['Name;City;Source', 'Ada Holm;n/a;-', 'Bo Lind;Ulm;n/a']);
    expect(told).toContain('3 cells with “n/a”, “-” say nothing and are skipped: City, Source.');
  });

  it('what another row of the same person says is counted', async () => {
    const { told } = await first([
      'Name;E-Mail;City',
      'Ada Holm;ada@mill.example;Ulm',
      'Ada Holm;ada@mill.example;Bonn',
      'Ada Holm;ada@mill.example;Lodi',
    ]);
    expect(told).toContain('2 cells of rows about leads further up in this file differ from those rows');
  });

  it.each([
    ['5/12', undefined, '2026-12-05'],
    ['call 5/12', 'call 5/12', '2026-12-05'],
    ['1.7.', undefined, '2026-07-01'],
    ['sent quote 12/3', 'sent quote 12/3', undefined],
  ])('a next step %s', async (text, step, on) => {
    const { person, told } = await first(['Name;Next step', `Ada Holm;${text}`]);
    expect(person?.next_step).toBe(step);
    expect(person?.next_step_on).toBe(on);
    if (on) expect(told).toContain(`“${text}” is taken as ${on}`);
  });

  it.each([
    ['Outcome', 'Declined'],
    ['Outcome', 'DNA'],
    ['Result', 'Thinking about it'],
  ])('%s: %s without an activity loses nothing', async (header, text) => {
    const { person } = await first([
      `Patient;Date referred;${header};Treatment`,
      `Ada Holm;03.02.2026;${text};Implant`,
      'Bo Lind;10.02.2026;Not suitable;Ortho',
    ]);
    expect(person).toMatchObject({ who: 'Ada Holm', notes: expect.stringContaining('Treatment: Implant') });
    if (person?.stage === 'lead') expect(person.notes).toContain(`${header}: ${text}`);
  });
});

describe('money', () => {
  it.each([
    ['Bedrag', '€ 1.250,-', 'nnb', 1250],
    ['Auftragswert', '1.234,50 €', 'nach Aufwand', 1234.5],
    ['Ordervärde', '8 000:-', 'ej klart', 8000],
  ])('%s with words between: %s', async (header, amount, open, is) => {
    const { people } = await first([`Name;${header}`, `Ada Holm;${amount}`, `Bo Lind;${open}`]);
    expect(people[0]?.deals).toEqual([`Ada Holm open ${is}`]);
    expect(people[1]?.notes).toBe(`${header}: ${open}`);
  });

  it.each(['£', 'Job $', 'EUR'])('%s alone is an amount', async header => {
    expect((await first([`Name;${header}`, 'Ada Holm;1200'])).person?.deals).toEqual(['Ada Holm open 1200']);
  });

  it('invoices are sales, by customer and number', async () => {
    const { people } = await first([
      'Invoice No;Date;Customer;Net;Gross;Status',
      '2024-001;12.03.24;Mühle GmbH;1.234,50 €;1.469,06 €;bezahlt',
      '2024-003;02.04.24;Mühle GmbH;99,00 €;117,81 €;storniert',
    ]);
    expect(people).toMatchObject([{ company: 'Mühle GmbH', stage: 'customer' }]);
    expect(people[0]?.phone).toBeUndefined();
    expect(people[0]?.deals).toEqual(['2024-001 won 1234.5', '2024-003 lost 99']);
  });

  it('a title beside an amount, a stage and a closing day is the deal’s', async () => {
    const { people } = await first([
      'Title,Value,Contact person,Status,Expected close date',
      'Mill roof,12000,Ada Holm,Open,2026-07-01',
      'Mill fence,300,Ada Holm,Deleted,',
    ]);
    expect(people).toMatchObject([{ who: 'Ada Holm', stage: 'opportunity' }]);
    expect(people[0]?.job_title).toBeUndefined();
  });
});

describe('where it came from and where it stands', () => {
  it.each(['Google', 'Bing', 'google ads'])('%s as a source stays what it is', async source => {
    expect((await first(['Name;Source', `Ada Holm;${source}`])).person?.channel).toBe(source);
  });

  it('a source that counts as another channel is told', async () => {
    const { told } = await first(['Name;Source', 'Ada Holm;FB', 'Bo Lind;Mum’s friend']);
    expect(told).toContain('“FB” counts as Social media, “Mum’s friend” counts as Referral (2 rows)');
  });

  it.each([
    ['Presupuesto aceptado', 'customer'],
    ['Devis refusé', 'lost'],
    ['Bought elsewhere', 'lost'],
    ['Zusage', 'customer'],
    ['Tackat nej', 'lost'],
    ['Opdracht gekregen', 'customer'],
    ['Umowa podpisana', 'customer'],
    ['Desistiu', 'lost'],
    ['Preventivo rifiutato', 'lost'],
    ['won?', 'lead'],
    ['almost won', 'lead'],
    ['noch kein Kunde', 'lead'],
  ])('%s is %s', async (word, stage) => {
    const { person } = await first(['Name;Status', `Ada Holm;${word}`, 'Bo Lind;New']);
    expect(person?.stage).toBe(stage);
  });

  it.each([
    ['Quoted,Accepted?', '1200,Y', 'customer'],
    ['Quoted,Accepted?', '1200,N', 'lead'],
    ['Angebotssumme,Auftrag j/n', '1200,j', 'customer'],
    ['Price,Sold', '1200,Pending', 'lead'],
  ])('%s: %s is %s', async (header, row, stage) => {
    const { person } = await first([`Name,${header}`, `Ada Holm,${row}`, 'Bo Lind,800,Y']);
    expect(person?.stage).toBe(stage);
  });

  it('crosses under a deal are no name of one', async () => {
    const { person } = await first(['Firma;Telefon;Angebot', 'Mühle GmbH;0221 5550;x', 'Kai GmbH;0221 5551;']);
    expect(person?.deals).toEqual([]);
  });

  it('a yes does not undo a no, and is told', async () => {
    const workspace = berlin();
    await importOne(workspace, ['Name;E-Mail;Consent', 'Ada Holm;ada@mill.example;no']);
    const { checked } = await importOne(workspace, ['Name;E-Mail;Consent', 'Ada Holm;ada@mill.example;yes']);
    expect(everybody(workspace)[0]?.consent).toBe('no');
    expect(said(checked)).toContain('who said no is marked yes in this file; no is kept');
    expect(said(checked)).not.toContain('One row may be contacted;');
  });

  it('"none" under preferences of contact is told', async () => {
    const { person, told } = await first(['Name;Marketing prefs', 'Ada Holm;none', 'Bo Lind;email']);
    expect(person?.notes).toBe('Marketing prefs: none');
    expect(told).toMatch(/may ask not to be contacted/);
  });

  it('a meeting to which nobody came is none', async () => {
    const header = 'Invitee Name,Invitee Email,Event Type Name,Start Date & Time,Canceled,Marked as No-Show';
    const { person } = await first([header, 'Ada Holm,ada@mill.example,Discovery call,2026-05-12 10:00 am,false,Yes']);
    expect(person?.did).toEqual([]);
  });
});
