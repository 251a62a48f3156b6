// Misreadings found by reading the importer once more: a refusal behind "no answer", couples without spaces, whose next step ends.
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/dates.ts';
import { berlin, everybody, importOne, said } from '../../support/imported.ts';

describe('consent that begins undecided', () => {
  it.each([
    ['No reply - unsubscribed', 'no'],
    ['Not asked, opted out by phone', 'no'],
    ['noch nicht, widerrufen', 'no'],
    ['not sure yet', 'unknown'],
    ['keine Angabe', 'unknown'],
    ['noch nicht gefragt', 'unknown'],
  ])('%s is %s', async (cell, consent) => {
    const workspace = berlin();
    await importOne(workspace, ['Name;E-Mail;Consent', `Ada Holm;ada@mill.example;${cell}`]);
    expect(everybody(workspace)[0]?.consent ?? 'unknown').toBe(consent);
  });
});

describe('the wish not to be contacted beside a name', () => {
  it.each([
    ['DO NOT CALL - Cy Ott', 'Cy Ott', 'no'],
    ['Cy Ott (opted out)', 'Cy Ott', 'no'],
    ['Cy Ott *abgemeldet*', 'Cy Ott', 'no'],
    ['Cy Ott – ne plus contacter', 'Cy Ott', 'no'],
    ['Cy Ott [niet meer mailen]', 'Cy Ott', 'no'],
    ['Cy Ott (Robinson)', 'Cy Ott', 'unknown'],
    ['Cy Ott (Baja)', 'Cy Ott', 'unknown'],
    ['Cy Ott - Calls', 'Cy Ott Calls', 'unknown'],
  ])('%s', async (name, who, consent) => {
    const workspace = berlin();
    const { checked } = await importOne(workspace, ['Name;Phone', `${name};0221 5550`, 'Bo Lind;0221 5551']);
    const [cy] = everybody(workspace);
    expect(cy?.consent ?? 'unknown').toBe(consent);
    if (consent === 'unknown') return;
    expect([cy?.who, cy?.notes]).toEqual([who, `Name: ${name}`]);
    expect(said(checked)).toContain('One row may no longer be contacted; first: Cy Ott');
  });

  it.each([
    ['First name;Last name;Phone', 'Cy;Ott (do not contact);0221 5550', 'Last name: Ott (do not contact)'],
    ['Firma;Ansprechpartner;Phone', 'Mill GmbH (keine Werbung);Cy Ott;0221 5550', 'Firma: Mill GmbH (keine Werbung)'],
  ])('in the columns of %s', async (header, row, notes) => {
    const workspace = berlin();
    await importOne(workspace, [header, row]);
    expect(everybody(workspace)).toMatchObject([{ who: 'Cy Ott', consent: 'no', notes }]);
  });
});

describe('what stands before a last name', () => {
  it.each([
    ['Voornaam;Tussenvoegsel;Achternaam;E-mail', 'Jan;van der;Berg;jan@berg.example'],
    ['Achternaam;Voornaam;Tussenvoegsel(s);E-mail', 'Berg;Jan;van der;jan@berg.example'],
    ['Vorname;Nachname;Namensvorsatz;E-Mail', 'Jan;Berg;van der;jan@berg.example'],
  ])('belongs to it: %s', async (header, row) => {
    const workspace = berlin();
    await importOne(workspace, [header, row]);
    expect(everybody(workspace)).toMatchObject([{ first_name: 'Jan', last_name: 'van der Berg' }]);
  });
});

describe('a column that may hold what stands before a last name', () => {
  const head = 'Vorname;Nachname;';
  it.each([
    [`${head}TV`, 'Cy;Ott;ja', 'Ott', 'TV: ja'],
    [`${head}TV`, 'Cy;Ott;x', 'Ott', 'TV: x'],
    [`${head}TV`, 'Cy;Ott;v', 'Ott', 'TV: v'],
    [`${head}Radio;TV;Web`, 'Cy;Ott;;x;', 'Ott', 'TV: x'],
    [`${head}TV`, 'Jan;Berg;van der', 'van der Berg', undefined],
    [`${head}Namenszusatz`, 'Cy;Ott;jun.', 'Ott', 'Namenszusatz: jun.'],
    [`${head}Namenszusatz`, 'Cy;Ott;MBA', 'Ott', 'Namenszusatz: MBA'],
    [`${head}Namenszusatz`, 'Cy;Ott;von und zu', 'von und zu Ott', undefined],
    [`${head}Namensvorsatz`, 'Cy;Ott;v.', 'v. Ott', undefined],
    [`${head}Tussenvoegsel`, 'Jan;van der Berg;van der', 'van der Berg', undefined],
    [`${head}Tussenvoegsel`, 'Jan;Van der Berg;van der', 'Van der Berg', undefined],
    [`${head}Tussenvoegsel`, 'Jan;der Berg;van der', 'van der Berg', undefined],
    [`${head}Tussenvoegsel`, 'Piet;"Vries, de";de', 'de Vries', undefined],
    [`${head}Tussenvoegsel`, 'Piet;Vries (de);de', 'de Vries', undefined],
    [`${head}Tussenvoegsel`, "Piet;Hof;in 't", "in 't Hof", undefined],
    [`${head}Tussenvoegsel`, 'Piet;Denneman;de', 'de Denneman', undefined],
  ])('%s, %s', async (header, row, lastName, notes) => {
    const workspace = berlin();
    await importOne(workspace, [`${header};E-Mail`, `${row};a@mill.example`]);
    const [one] = everybody(workspace);
    expect([one?.last_name, one?.notes]).toEqual([lastName, notes]);
  });

  it('holds both, cell by cell', async () => {
    const workspace = berlin();
    await importOne(workspace, [`${head}Namenszusatz`, 'Cy;Ott;von', 'Bo;Lind;MBA']);
    expect(everybody(workspace).map(one => [one.last_name, one.notes])).toEqual([
      ['von Ott', undefined],
      ['Lind', 'Namenszusatz: MBA'],
    ]);
  });
});

describe('who says yes to an invitation is no customer', () => {
  it.each([
    ['Name;E-Mail;Zusage;Absage;Personen', 'x;;2', ';x;'],
    ['Name;E-Mail;Zusage;Absage', 'ja;', ';ja'],
    ['Name;E-Mail;Zusage;Personenzahl', 'ja;2', 'nein;'],
    ['Name;E-Mail;Zusage', 'x', ''],
    ['Name;E-Mail;Zugesagt;Gäste', 'x;3', ';'],
    ['Name;E-Mail;Angebot;Zusage;Personen', 'x;x;3', 'x;;'],
    ['Name;E-Mail;Betrag;Zusage;Absage', '20;x;', '20;;x'],
    ['Name;E-Mail;Status;Personen', 'Zusage;2', 'Absage;'],
  ])('%s', async (header, one, other) => {
    const workspace = berlin();
    await importOne(workspace, [header, `Ada Holm;ada@mill.example;${one}`, `Bo Lind;bo@quay.example;${other}`]);
    expect(everybody(workspace).map(({ stage, steps }) => [stage, steps.length])).toEqual([
      ['lead', 1],
      ['lead', 1],
    ]);
    expect(everybody(workspace)[0]?.notes).toMatch(/Zusage|Zugesagt/);
  });

  it('and who says yes to a quote is one', async () => {
    const workspace = berlin();
    const rows = ['Ada Holm;ada@mill.example;1200;x', 'Bo Lind;bo@quay.example;300;'];
    await importOne(workspace, ['Name;E-Mail;Angebotssumme;Zusage', ...rows]);
    expect(everybody(workspace).map(({ stage }) => stage)).toEqual(['customer', expect.not.stringMatching('customer')]);
  });
});

describe('a name of two', () => {
  it.each([
    ['Mr&Mrs Smith', undefined, 'Smith'],
    ['Herr/Frau Lang', undefined, 'Lang'],
    ['Mr/Mrs John Smith', undefined, 'Smith'],
    ['Mr & Mrs Smith', undefined, 'Smith'],
    ['Anne-Marie Holm', 'Anne-Marie', 'Holm'],
  ])('%s', async (name, firstName, lastName) => {
    const workspace = berlin();
    await importOne(workspace, ['Name;Phone', `${name};0221 5550`, 'Bo Lind;0221 5551']);
    expect(everybody(workspace).map(one => [one.first_name ?? undefined, one.last_name])).toContainEqual([
      firstName,
      lastName,
    ]);
  });

  it.each(['Ravi Kumar S/O Mohan Lal', 'Ada Wood c/o Tom Hill', 'Ravi Kumar D/O Mohan Lal'])(
    'is none where it says whose: %s',
    async name => {
      const workspace = berlin();
      await importOne(workspace, ['Name;Phone', `${name};0221 5550`, 'Bo Lind;0221 5551']);
      for (const { last_name } of everybody(workspace)) expect(String(last_name)).toMatch(/^\p{L}{2,}/u);
    },
  );
});

const budgetOf = ({ app }: ReturnType<typeof berlin>) => app().reader.pluck('SELECT budget FROM lead ORDER BY seq')[0];

describe('amounts', () => {
  it.each([
    ['00012500', 12_500],
    ['000.00', 0],
    ['0', 0],
  ])('%s is one, with zeros before it', async (cell, amount) => {
    const workspace = berlin();
    await importOne(workspace, ['Name,Budget', `Ada Holm,${cell}`, 'Bo Lind,800']);
    expect(budgetOf(workspace)).toBe(amount * 100);
  });

  it.each(['01632 960001', '0221-555012', '01632960001'])('%s is a number to call', async cell => {
    const workspace = berlin();
    await importOne(workspace, ['Name,Budget', `Ada Holm,${cell}`, 'Bo Lind,800']);
    expect(budgetOf(workspace)).toBeNull();
  });

  it('that stay are told as money', async () => {
    const workspace = berlin();
    await importOne(workspace, ['Name;E-Mail;Budget', 'Ada Holm;ada@mill.example;15000']);
    const { checked } = await importOne(workspace, ['Name;E-Mail;Budget', 'Ada Holm;ada@mill.example;12000']);
    const [row] = checked.findings.find(({ key }) => key === 'left-out here')?.rows ?? [];
    expect([row?.was, row?.becomes]).toEqual(['Budget: €12,000', '€15,000']);
  });
});

describe('next steps of those a file closes', () => {
  const plan = async () => {
    const workspace = berlin();
    workspace.clock.now -= 30 * dayMs;
    const { id } = await workspace.call('leads.create', {
      attributes: { firstName: 'Ada', lastName: 'Holm', email: 'ada@mill.example' },
    });
    await workspace.call('leads.setNextStep', { id, nextStep: 'call her', nextStepOn: '2026-06-05' });
    workspace.clock.now += 30 * dayMs;
    return {
      workspace,
      steps: async () => (await workspace.call('nextSteps.ofLead', { leadId: id })).map(s => s.what),
    };
  };

  it('end by a history of stages as by any other file, told with the name', async () => {
    const { workspace, steps } = await plan();
    const { checked } = await importOne(
      workspace,
      ['E-Mail;Stage;In this stage since', 'ada@mill.example;Lost;2026-05-20'],
      {
        change: mapping => ({ ...mapping, rows: 'stages' }),
      },
    );
    expect(await steps()).toEqual([]);
    expect(said(checked)).toMatch(/Ada Holm/);
  });

  it('are planned again by a later row of the same file', async () => {
    const { workspace, steps } = await plan();
    await importOne(workspace, [
      'E-Mail;Status;Next step',
      'ada@mill.example;Lost;',
      'ada@mill.example;;Send brochure',
    ]);
    expect(await steps()).toEqual(['Send brochure']);
  });
});
