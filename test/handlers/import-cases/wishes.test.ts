// A wish not to be contacted beside a name, in brackets, behind any sign or none: never lost, never part of the name, and never read from
// the name of a firm or from "no e-mail address".
import { describe, expect, it } from 'vitest';
import { berlin, everybody, importOne, said } from '../../support/imported.ts';

/** The first of two rows as it came, with what was said of both. */
async function first(header: string, cell: string, rest = ';0221 5550') {
  const workspace = berlin();
  const { checked } = await importOne(workspace, [header, `${cell}${rest}`]);
  const [person] = everybody(workspace);
  return {
    person,
    is: [person?.who || person?.company || '', person?.consent ?? 'unknown'],
    asked: said(checked).includes('may ask not to be contacted'),
  };
}

describe('a wish beside a whole name', () => {
  it.each([
    ['Cy Ott (Mill GmbH) - no calls', 'Cy Ott'],
    ['Anna (Annie) Lee - do not call', 'Anna (Annie) Lee'],
    ['Cy Ott - DNC (moved)', 'Cy Ott'],
    ['Cy Ott [DNC] (Mrs)', 'Cy Ott'],
    ['Cy Ott, do not contact', 'Cy Ott'],
    ['Cy Ott do not call', 'Cy Ott'],
    ['Cy Ott do not call (moved)', 'Cy Ott'],
    ['Cy Ott -DO NOT CALL', 'Cy Ott'],
    ['Cy Ott-DO NOT CALL', 'Cy Ott'],
    ['Cy Ott / keine Werbung', 'Cy Ott'],
    ['Cy Ott/keine Werbung', 'Cy Ott'],
    ['Cy Ott | bitte nicht anrufen!', 'Cy Ott'],
    ['Ott, Cy, do not call', 'Cy Ott'],
    ['DO NOT CALL Cy Ott', 'Cy Ott'],
    ['!!! DNC !!! Cy Ott', 'Cy Ott'],
    ['Cy Ott (bitte keine Werbung)', 'Cy Ott'],
    ['Cy Ott (opted out 3/2024)', 'Cy Ott'],
    ['Cy Ott (abgemeldet 2024)', 'Cy Ott'],
    ['Cy Ott (do not call, moved)', 'Cy Ott'],
    ['Cy Ott abgemeldet', 'Cy Ott'],
    ['Cy Ott: merci de ne pas appeler', 'Cy Ott'],
    ['Cy Ott, niet bellen', 'Cy Ott'],
    ['Cy Ott (DNC) - no calls', 'Cy Ott'],
    ['Mill GmbH (Werk 2) – keine Werbung', 'Mill GmbH'],
    ['Mill GmbH keine Werbung', 'Mill GmbH'],
  ])('%s', async (cell, who) => {
    const { person, is } = await first('Name;Phone', cell);
    expect(is).toEqual([who, 'no']);
    expect(person?.notes).toContain(`Name: ${cell}`);
  });

  it.each([
    ['Cy Ott DNC', 'Cy Ott'],
    ['Cy Ott (please do not call before 9)', 'Cy Ott'],
    ['Cy Ott - please do not call before 9', 'Cy Ott'],
    ['Cy Ott (opted out 2023, opted in again 2024)', 'Cy Ott'],
    ['Cy Ott (no newsletter)', 'Cy Ott'],
    ['DNC: Bau GmbH', 'DNC: Bau GmbH'],
  ])('is asked about where it may not be one: %s', async (cell, who) => {
    const { is, asked } = await first('Name;Phone', cell);
    expect([...is, asked]).toEqual([who, 'unknown', true]);
  });
});

it.each(['0221 5550 - bitte nicht anrufen', '0221 5550 (do not call)', 'no calls'])(
  'is asked about beside a number: %s',
  async cell => {
    const { person, asked } = await first('Name;E-Mail;Phone', `Cy Ott;cy@fern.example;${cell}`, '');
    expect([person?.who, person?.consent, asked]).toEqual(['Cy Ott', undefined, true]);
  },
);

describe('a wish in a half of a name, or instead of it', () => {
  it.each([
    ['Cy;Ott, keine Werbung', 'Cy Ott', 'no'],
    ['Cy;Ott DO NOT CALL', 'Cy Ott', 'no'],
    ['NICHT ANRUFEN;Ott', 'Ott', 'no'],
    ['Cy;keine Werbung', 'Cy', 'no'],
    ['Cy;do not contact', 'Cy', 'no'],
    ['Bo;Lind DNC', 'Bo Lind', 'asked'],
    ['DNC;Ott', 'Ott', 'asked'],
    ['Jo;Stop', 'Jo Stop', 'unknown'],
    ['Anne;Robinson', 'Anne Robinson', 'unknown'],
    ['Anne;Robinson jun.', 'Anne Robinson jun.', 'unknown'],
    ['Anne;Robinson (no kids)', 'Anne Robinson (no kids)', 'unknown'],
    ['Dan;Baja May', 'Dan Baja May', 'unknown'],
  ])('%s', async (cell, who, consent) => {
    const { is, asked } = await first('First name;Last name;Phone', cell);
    expect([is[0], asked ? 'asked' : is[1]]).toEqual([who, consent]);
  });
});

describe('the name of a firm is none', () => {
  it.each([
    ['Democratic National Committee (DNC)', false],
    ['Dansk Net Marked (DNM)', false],
    ['DNC - Democratic National Committee', false],
    ['No Mail Ltd', false],
    ['DNM Consulting GmbH', false],
    ['Fire Suppression', false],
    ['DNC: Bau GmbH', true],
    ['Mill GmbH (DNC)', true],
    ['Safe Fire - Suppression', true],
    ['Blacklist: Records', true],
    ['Do Not Disturb Ltd', true],
    ['Opt Out Media GmbH', true],
    ['Unsubscribed Media GmbH', true],
  ])('%s', async (cell, isAsked) => {
    const { person, asked } = await first('Company;Phone', cell);
    expect([person?.company, person?.consent ?? 'unknown', asked]).toEqual([cell, 'unknown', isAsked]);
  });

  it.each(['No Mail Ltd', 'DNM Consulting GmbH'])('in a column of names: %s', async cell => {
    const { person, asked } = await first('Name;Phone', cell);
    expect([person?.company, person?.consent ?? 'unknown', asked]).toEqual([cell, 'unknown', false]);
  });

  it('nor is where somebody works', async () => {
    const { is, asked } = await first('Name;Phone', 'Cy Ott (Do not call centre manager)');
    expect([...is, asked]).toEqual(['Cy Ott', 'unknown', false]);
  });

  it.each([
    ['Mill GmbH, keine Werbung', 'Mill GmbH'],
    ['Mill GmbH (no calls)', 'Mill GmbH'],
    ['keine Werbung Mill GmbH', 'Mill GmbH'],
    ['Mill GmbH - abgemeldet 2024', 'Mill GmbH'],
    ['Mill GmbH (Werk 2) – keine Werbung', 'Mill GmbH (Werk 2)'],
  ])('a wish beside it is one: %s', async (cell, company) => {
    const { person } = await first('Company;Phone', cell);
    expect(person).toMatchObject({ company, consent: 'no', notes: `Company: ${cell}` });
  });
});

const noAddress = [
  'keine E-Mail',
  'keine Mail',
  'kein Mail',
  'no email',
  'no e-mail',
  'no mail',
  'pas de mail',
  'geen mail',
  'ingen e-post',
  'ingen mejl',
];

describe('no e-mail address', () => {
  it.each(noAddress)('is no wish under e-mail: %s', async words => {
    const { person } = await first('Name;Phone;E-Mail', `Cy Ott;0221 5550;${words}`, '');
    expect(person).toMatchObject({ who: 'Cy Ott', notes: `E-Mail: ${words}` });
    expect(person?.consent).toBeUndefined();
  });

  it.each(noAddress.flatMap(words => [`Cy Ott (${words})`, `Cy Ott - ${words}`]))(
    'nor beside a name: %s',
    async cell => {
      const { person, is } = await first('Name;Phone;E-Mail', cell, ';0221 5550;');
      expect(is).toEqual(['Cy Ott', 'unknown']);
      expect(person?.notes).toBe(`Name: ${cell}`);
    },
  );

  it.each([
    ['Cy Ott (no email);cy@fern.example', 'no'],
    ['Cy Ott - keine Mail;cy@fern.example', 'no'],
    ['Cy Ott;no mail please', 'no'],
    ['Cy Ott;keine Werbung', 'no'],
    ['Cy Ott;bitte keine Mails', 'no'],
    ['Cy Ott;cy@fern.example (keine Werbung)', 'no'],
    ['Cy Ott;cy@fern.example no email', 'no'],
  ])('is another thing than a wish: %s', async (row, consent) => {
    const { is } = await first('Name;E-Mail', row, '');
    expect(is).toEqual(['Cy Ott', consent]);
  });
});
