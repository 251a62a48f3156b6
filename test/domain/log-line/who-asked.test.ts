// Who asked, chased or confirmed, and whether anything happened at all: an appointment that stands, a step that waits.
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import { english, french, german, said, spanish } from './said.ts';

const euro = { ...english, currency: 'EUR' };
const dutch = { ...euro, language: 'nl', country: 'NL' };
const italian = { ...euro, language: 'it', country: 'IT' };
const portuguese = { ...euro, language: 'pt', country: 'PT' };

describe('who asked, and who chased', () => {
  it.each([
    'Ann Lee hat bei uns angefragt',
    'Ann Lee hat bei uns nachgefragt',
    'Ann Lee hat bei mir angefragt wegen Treppe',
    'Ann Lee hat gestern bei uns wegen der Treppe angefragt',
    'Ann Lee hat angefragt bei uns',
  ])('with us: they did: %s', line => {
    expect(said(line, german)).toMatchObject({ who: 'Ann Lee', what: 'information-requested' });
  });

  it('the same of a company', () => {
    expect(said('Firma Otto hat bei uns nachgefragt', german)).toMatchObject({
      who: '@ Firma Otto',
      what: 'information-requested',
    });
  });

  it.each([
    ['Ann Lee hat nachgehakt', german],
    ['Ann Lee hat bei uns nachgehakt', german],
    ['Mme Roux a relancé pour le devis', french],
    ['Ann Lee chased the quote', english],
    ['Ann Lee chased us about the quote', english],
    ['Ann Lee checked in with us', english],
    ['Ann Lee ha sollecitato il preventivo', italian],
    ['Mevrouw Bakker heeft nagebeld', dutch],
  ])('behind somebody: they did: %s', (line, home) => {
    expect(said(line, home).what).toBe('inbound-call ? replied');
  });

  it.each([
    ['Hab bei Ann Lee nachgefragt', german],
    ['Bei Ann Lee nachgefragt', german],
    ['Ann Lee nachgefasst', german],
    ['nachgefragt bei Ann Lee', german],
    ['Relancé Mme Roux', french],
    ['Chased Ann Lee', english],
    ['I chased Ann Lee', english],
    ['checked with Ann Lee', english],
    ['checked in with Ann Lee', english],
    ['yesterday checked with Ann Lee', english],
    ['We checked with Ann Lee about the gate', english],
  ])('with nobody before it, or us: we did: %s', (line, home) => {
    expect(said(line, home).what).toBe('call-made ? email-sent');
  });

  it.each(['Ann Lee chased', 'Ann Lee followed up on the quote'])('either is offered: %s', line => {
    expect(said(line).what).toBe('call-made ? email-sent ? inbound-call ? replied');
  });

  it.each([
    'Ann Lee checked with her husband, wants to go ahead',
    'Ann Lee checked with the bank',
    'Ann Lee has checked with her boss',
  ])('with others: nothing happened between us: %s', line => {
    expect(said(line).what ?? '').not.toMatch(/call-made|email-sent/);
  });

  it.each(['Ann Lee hat bei ihrem Mann nachgefragt', 'Ann Lee hat bei der Bank angefragt'])(
    'with others, in German: it is asked: %s',
    line => {
      expect(parseLine(line, german).activity?.sure ?? false).toBe(false);
    },
  );
});

describe('an appointment that is confirmed', () => {
  it.each([
    ['Meeting confirmed with Ann Lee', english],
    ['Visit confirmed by Ann Lee', english],
    ['Site visit confirmed with Ann Lee', english],
    ['Showroom visit confirmed by Ann Lee', english],
    ['Demo confirmed with Ann Lee', english],
    ['Call confirmed with Ann Lee', english],
    ['Ann Lee confirmed the call', english],
    ['Meeting with Ann Lee confirmed', english],
    ['Meeting with Ann Lee confirmed for Tuesday', english],
    ['Ann Lee confirmed the meeting', english],
    ['Termin mit Otto bestätigt', german],
    ['Termin bestätigt mit Ann Lee', german],
    ['Ann Lee hat den Termin bestätigt', german],
    ['Rendez-vous confirmé avec Ann Lee', french],
    ['Rdv avec Ann Lee confirmé', french],
    ['Mme Roux a confirmé le rdv', french],
    ['Cita confirmada con Ann Lee', spanish],
    ['Visita con Ann Lee confirmada', spanish],
    ['Incontro confermato con Marta Rossi', italian],
    ['Afspraak met Ann Lee bevestigd', dutch],
    ['Reunião confirmada com Marta', portuguese],
  ])('is none that was held: %s', (line, home) => {
    expect(said(line, home).what).toBeUndefined();
    expect(said(line, home).note).toMatch(/conf|bestätigt|bevestigd/);
  });

  it.each([
    ['Ann Lee confirmed the price in our meeting yesterday', english],
    ['Confirmed price at meeting with Ann Lee yesterday', english],
    ['At our meeting yesterday Ann Lee confirmed the order', english],
    ['Meeting with Ann Lee yesterday confirmed the price', english],
    ['Ann Lee hat beim Termin gestern den Preis bestätigt', german],
    ['Ann Lee a confirmé le prix lors du rdv hier', french],
    ['Ann Lee confirmó el precio en la reunión ayer', spanish],
  ])('is where something else was: %s', (line, home) => {
    expect(said(line, home)).toMatchObject({ who: 'Ann Lee', what: 'meeting-held', when: '2026-11-25' });
  });

  it.each(['Met Ann Lee, confirmed the price', 'Meeting held with Ann Lee and order confirmed'])(
    'was held: %s',
    line => {
      expect(said(line).what).toBe('meeting-held');
    },
  );

  it('a call by which it was confirmed is one', () => {
    expect(said('Ann Lee confirmed by phone').what).toBe('call-made ? inbound-call');
  });
});

describe('a next step that waits for something', () => {
  it.each([
    ['Met Ann Lee, call her when all done', english, 'call her when all done'],
    ['Met Ann Lee, call when done', english, 'call when done'],
    ['Met Ann Lee, call her once the tiles are done', english, 'call her once the tiles are done'],
    ['Met Ann Lee, call her after the plastering is done', english, 'call her after the plastering is done'],
    ['Met Ann Lee, call her if the survey is completed', english, 'call her if the survey is completed'],
    ['Met Ann Lee, send photos when job completed', english, 'send photos when job completed'],
    ['Ann Lee getroffen, anrufen wenn alles erledigt', german, 'anrufen wenn alles erledigt'],
    ['Ann Lee getroffen, anrufen sobald die Fliesen erledigt', german, 'anrufen sobald die Fliesen erledigt'],
    ['Vu Ann Lee, rappeler quand tout est fait', french, 'rappeler quand tout est fait'],
    ['Reunión con Ann Lee, llamar cuando esté hecho', spanish, 'llamar cuando esté hecho'],
    ['Incontrato Ann Lee, richiamare quando tutto è fatto', italian, 'richiamare quando tutto è fatto'],
  ])('is one, beside what happened: %s', (line, home, next) => {
    expect(said(line, home)).toMatchObject({ who: 'Ann Lee', what: 'meeting-held', next });
  });

  it('the same of a line that is nothing else', () => {
    expect(said('call Ann Lee when all done')).toEqual({ who: 'Ann Lee', next: 'call when all done' });
  });

  it.each([
    ['Met Ann Lee, quote done', english],
    ['Met Ann Lee, call done', english],
    ['Met Ann Lee, order confirmed', english],
    ['Met Ann Lee, the order is confirmed', english],
    ['Ann Lee getroffen, Rückruf erledigt', german],
  ])('what is done is none: %s', (line, home) => {
    expect(said(line, home).next).toBeUndefined();
    expect(said(line, home).what).toBe('meeting-held');
  });

  it("somebody's e-mail is none either", () => {
    expect(said('Ann Lee: in her e-mail from yesterday she asks for a quote').next).toBeUndefined();
  });
});

it.each([
  ['Ann Lee: her e-mail from yesterday asks for a quote', english],
  ['Ann Lee: ihre Mail von gestern fragt nach einem Angebot', german],
])('the day of an e-mail that is what happened is offered: %s', (line, home) => {
  expect(said(line, home)).toMatchObject({ what: 'replied', when: 'now ? 2026-11-25' });
});
