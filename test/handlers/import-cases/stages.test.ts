// Where somebody stands, and since when: what a word, a cross and a day say, and what they do not.
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../support/content.ts';
import { berlin, everybody, importOne, said } from '../../support/imported.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const stagesOf = (workspace: TestWorkspace) => everybody(workspace).map(({ stage }) => stage);
const dealsOf = (workspace: TestWorkspace) => everybody(workspace).flatMap(({ deals }) => deals);
const content = ({ app }: TestWorkspace) => ({ ...contentOf(app().reader), import_batch: [] });

describe('a number or a cross under a header that does not ask', () => {
  it('makes nobody a customer', async () => {
    const workspace = berlin();
    const { checked } = await importOne(workspace, 'a11-status-1.csv');
    expect(stagesOf(workspace)).toEqual(['lead', 'lead', 'lead']);
    expect(said(checked)).toMatch(/status/i);
  });

  it.each([
    ['Status', 'yes', 'no'],
    ['Lead status', 'TRUE', 'FALSE'],
    ['Statut', 'oui', 'non'],
    ['Estado', 'sí', 'no'],
    ['Stato', 'x', ''],
    ['Phase', '1', '2'],
    ['Fase', '2', '3'],
  ])('%s: %s', async (header, some, other) => {
    const workspace = berlin();
    await importOne(workspace, [
      `Name;E-mail;${header}`,
      `Ada Holm;ada@mill.example;${some}`,
      `Bo Lind;bo@quay.example;${other}`,
    ]);
    expect(stagesOf(workspace)).toEqual(['lead', 'lead']);
  });

  it.each([
    ['Is customer', 'yes', 'no'],
    ['Kunde', 'ja', 'nein'],
    ['Client', 'oui', 'non'],
    ['Cliente', 'sí', 'no'],
    ['Klant', 'ja', 'nee'],
    ['Won', 'TRUE', 'FALSE'],
    ['Kunde?', 'x', ''],
  ])('but %s: %s does', async (header, some, other) => {
    const workspace = berlin();
    await importOne(workspace, [
      `Name;E-mail;${header}`,
      `Ada Holm;ada@mill.example;${some}`,
      `Bo Lind;bo@quay.example;${other}`,
    ]);
    expect(stagesOf(workspace)).toEqual(['customer', 'lead']);
  });

  it('Converted beside a lead status was handed to sales, and a junk lead stays one', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b07-converted-leads.csv');
    expect(stagesOf(workspace)).toEqual(['sql', 'lead', 'disqualified']);
  });

  it.each([
    ['TRUE', 'FALSE'],
    ['1', '0'],
    ['Converted', 'Not converted'],
  ])('Converted: %s', async (some, other) => {
    const workspace = berlin();
    await importOne(workspace, [
      'First Name,Last Name,Company,Email,Lead Status,Converted',
      `Ann,Lee,Mill Ltd,ann@mill.example,Contacted,${some}`,
      `Bo,Fox,Quay Ltd,bo@quay.example,Contacted,${other}`,
      `Cy,Ott,Fern Ltd,cy@fern.example,Lost Lead,${some}`,
    ]);
    expect(stagesOf(workspace)).toEqual(['sql', 'lead', 'lost']);
  });
});

describe('Closed says that it ended, not how', () => {
  it('Won 0 is lost, and neither is open', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b08-closed-and-won.csv');
    expect(dealsOf(workspace)).toEqual(['Pilot lost 750', 'Seats won 900', 'Trial open 300']);
    expect(stagesOf(workspace)).toEqual(['lost', 'customer', 'opportunity']);
  });

  it('a word of the stage is believed', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b08-salesforce-opportunities.csv');
    expect(dealsOf(workspace)).toEqual(['Pilot lost 750', 'Seats won 900', 'Trial open 100']);
  });

  it.each([
    ['Closed', '1', '0'],
    ['Is closed', 'Yes', 'No'],
    ['Abgeschlossen', 'ja', 'nein'],
  ])('%s alone is asked, and nobody has won', async (header, some, other) => {
    const workspace = berlin();
    const { checked } = await importOne(workspace, [
      `Opportunity Name,Account Name,Amount,Close Date,${header}`,
      `Pilot,Mill Ltd,750,2026-04-28,${some}`,
      `Seats,Quay Ltd,900,2026-12-20,${other}`,
    ]);
    expect(dealsOf(workspace).join()).not.toMatch(/won|lost/);
    expect(said(checked)).toMatch(new RegExp(header, 'i'));
  });
});

describe('what has not been won', () => {
  it('closed tickets', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b15-tickets.csv');
    expect(stagesOf(workspace)).not.toContain('customer');
    expect(dealsOf(workspace).join()).not.toMatch(/won/);
  });

  it('cancelled and void invoices', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b19-invoices-status.csv');
    expect(dealsOf(workspace)).toEqual(['1001 won 1200', '1002 lost 900', '1003 lost 500']);
    expect(stagesOf(workspace)).toEqual(['customer', 'lost', 'lost']);
  });

  it('cancelled and refunded orders', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b19-orders.csv');
    expect(dealsOf(workspace)).toEqual(['1001 won 1200', '1002 lost 900', '1003 lost 500']);
  });

  it('an unknown word is neither won nor lost, and told', async () => {
    const workspace = berlin();
    const { checked } = await importOne(workspace, [
      'Order ID,Customer,Email,Order Date,Order Status,Total',
      '1,Mill Ltd,a@mill.example,2026-03-01,Completed,100',
      '2,Quay Ltd,b@quay.example,2026-03-01,Glorbed,200',
    ]);
    expect(dealsOf(workspace)).toEqual(['1 won 100', '2 open 200']);
    expect(said(checked)).toContain('Glorbed');
  });

  it.each([
    ['Is Won', 'true', 'false'],
    ['Won', 'yes', 'no'],
    ['Gewonnen', 'ja', 'nein'],
  ])('%s: %s', async (header, some, other) => {
    const workspace = berlin();
    await importOne(workspace, [
      `Deal Name,Company,Amount,Close Date,${header}`,
      `Pilot,Mill Ltd,750,2026-04-28,${some}`,
      `Seats,Quay Ltd,900,2026-04-20,${other}`,
    ]);
    expect(dealsOf(workspace).filter(deal => deal.includes(' won '))).toEqual(['Pilot won 750']);
    expect(stagesOf(workspace)[1]).not.toBe('customer');
  });

  it.each([
    ['Rechnung', 'storniert', 'bezahlt'],
    ['Facture', 'annulée', 'payée'],
    ['Factura', 'anulada', 'pagada'],
    ['Fattura', 'annullata', 'pagata'],
    ['Factuur', 'geannuleerd', 'betaald'],
  ])('%s %s', async (header, off, paid) => {
    const workspace = berlin();
    await importOne(workspace, [
      `${header}snr;Firma;Datum;Status;Betrag`.replace(/^(Facture|Factura|Fattura|Factuur)snr/, '$1'),
      `1;Mill;01.03.2026;${off};100`,
      `2;Quay;01.03.2026;${paid};200`,
    ]);
    expect(dealsOf(workspace)).toEqual(['1 lost 100', '2 won 200']);
  });
});

describe('days', () => {
  it('a lost deal imported twice is once', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b01-lost-deal.csv');
    expect(stagesOf(workspace)).toEqual(['lost']);
    const before = content(workspace);
    const { counts } = await importOne(workspace, 'b01-lost-deal.csv');
    expect(content(workspace)).toEqual(before);
    expect(counts).toMatchObject({ created: 0, updated: 0 });
  });

  it.each([
    ['a past one', 'Pilot,Mill Ltd,Closed Lost,750,2026-04-28'],
    ['a won one', 'Pilot,Mill Ltd,Closed Won,750,2026-09-28'],
    ['without a day', 'Pilot,Mill Ltd,Closed Lost,750,'],
    ['an open one', 'Pilot,Mill Ltd,Prospecting,750,2026-09-28'],
  ])('%s, too', async (_what, line) => {
    const workspace = berlin();
    const lines = ['Opportunity Name,Account Name,Stage,Amount,Close Date', line];
    await importOne(workspace, lines);
    const before = content(workspace);
    await importOne(workspace, lines);
    expect(content(workspace)).toEqual(before);
  });

  it('a win without a day belongs to no period', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b02-customers-without-days.csv');
    expect(stagesOf(workspace)).toEqual(['customer', 'customer', 'lead']);
    expect(dealsOf(workspace)).toEqual(['Mill Ltd won 1200', 'Quay Ltd won 800']);
  });

  it.each(['2026-01-10', '10.01.2026'])('created %s and new is a lead since then', async day => {
    const workspace = berlin();
    await importOne(workspace, ['Name;Email;Create date;Status', `Ann Lee;ann@mill.example;${day};New`]);
    expect(everybody(workspace)).toMatchObject([{ steps: ['lead 2026-01-10'] }]);
  });

  it('becoming a lead is counted on Create date, then the dated steps', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b28-created-and-won.csv');
    expect(everybody(workspace).map(({ steps }) => steps)).toEqual([
      ['lead 2026-01-10', 'customer 2026-03-20'],
      ['lead 2026-01-12'],
    ]);
  });

  it('a stage without a day beyond it is an opening', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b28-created-new.csv');
    expect(everybody(workspace).map(({ steps }) => steps)).toEqual([['lead 2026-01-10']]);
    const other = berlin();
    await importOne(other, ['Name,Email,Create date,Status', 'Ann Lee,ann@mill.example,2026-01-10,Qualified']);
    expect(everybody(other).map(({ steps }) => steps)).toEqual([['lead 2026-01-10', 'sql before']]);
  });

  it('of two Create Dates the first is the person’s', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b13-two-create-dates.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ann Lee', company: 'Mill Ltd', key: '101', steps: ['lead 2026-05-05'] },
      { who: 'Bo Fox', company: 'Quay Ltd', key: '102', steps: ['lead 2026-05-06'] },
    ]);
  });

  it.each([
    ['Status', 'Customer', 'Became customer on', 'customer'],
    ['Status', 'MQL', 'Became MQL on', 'mql'],
    ['Status', 'Opportunity', 'Became opportunity on', 'opportunity'],
  ])('%s %s, and later %s: the day takes the place of the opening', async (header, word, dated, stage) => {
    const workspace = berlin();
    await importOne(workspace, [`Name;E-mail;${header};Deal amount`, `Ann Lee;ann@mill.example;${word};`]);
    expect(everybody(workspace)[0]?.steps.at(-1)).toBe(`${stage} before`);
    await importOne(
      workspace,
      stage === 'mql'
        ? [`Name;E-mail;${dated}`, 'Ann Lee;ann@mill.example;2026-03-20']
        : [`Name;E-mail;${dated};Deal;Deal amount`, 'Ann Lee;ann@mill.example;2026-03-20;Roof;1200'],
    );
    const [ann] = everybody(workspace);
    expect(ann?.steps.filter(step => step.startsWith(stage))).toEqual([`${stage} 2026-03-20`]);
    if (stage === 'customer') expect(ann?.deals).toEqual(['Roof won 1200']);
  });
});

describe('consent', () => {
  it('an opt-out beside a deal is kept, and persons without a deal come in', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a22-pipedrive-optout-beside-deal.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ada Holm', consent: 'no', stage: 'opportunity', deals: ['Roof open 1000'] },
      { who: 'Bo Lind', consent: 'no', stage: 'lead', deals: [] },
    ]);
  });

  it('answers to a campaign are activities on their day; opted out is no consent', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b10-campaign-answers.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ann Lee', did: ['email-opened 2026-04-03'], stage: 'lead' },
      { who: 'Bo Fox', consent: 'no' },
      { who: 'Cy Ott', did: ['email-bounced 2026-04-05'] },
      { who: 'Di Low', did: [expect.stringMatching(/^(?:replied|form-submitted) 2026-04-06/)] },
    ]);
    expect(stagesOf(workspace)).not.toContain('disqualified');
  });

  it.each([
    ['Kampagne;Name;E-Mail;Status;Datum', 'geöffnet', 'abgemeldet'],
    ['Campagne;Nom;E-mail;Statut;Date', 'ouvert', 'désabonné'],
    ['Campaign;Name;Email;Status;Date', 'Clicked', 'Unsubscribed'],
  ])('%s', async (header, opened, off) => {
    const workspace = berlin();
    await importOne(workspace, [
      header,
      `Spring;Ann Lee;ann@mill.example;${opened};2026-04-04`,
      `Spring;Bo Fox;bo@quay.example;${off};2026-04-05`,
    ]);
    expect(everybody(workspace)).toMatchObject([
      { did: [expect.stringMatching(/^email-(?:opened|clicked) 2026-04-04/)] },
      { consent: 'no' },
    ]);
  });

  it.each([
    ['Newsletter?', 'N'],
    ['Newsletter', 'no'],
    ['Rundbrief', 'nein'],
    ['Mailing list', 'N'],
  ])('%s %s is no newsletter, not “asked not to be contacted”', async (header, word) => {
    const workspace = berlin();
    await importOne(workspace, [
      `Name;E-mail;${header}`,
      `Ada Holm;ada@mill.example;${word}`,
      'Bo Lind;bo@quay.example;Y',
    ]);
    expect(everybody(workspace)[0]).not.toHaveProperty('consent');
    expect(JSON.stringify(everybody(workspace)[0])).toMatch(/newsletter|rundbrief|mailing/i);
  });
});
