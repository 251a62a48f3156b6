// A day that only says which thing is meant is not when it happened; and other words that once became a person, a day or a step.
import { describe, expect, it } from 'vitest';
import { english, french, german, said } from './said.ts';

const dutch = { ...english, currency: 'EUR', language: 'nl', country: 'NL' };

describe('a day beside a thing', () => {
  it.each([
    "Gemma Tait asked for a brochure and opened last week's newsletter",
    "Gemma Tait asked about yesterday's invoice",
    "Gemma Tait asked about Friday's quote",
    'Gemma Tait asked about last months newsletter',
  ])('says which one: %s', line => {
    expect(said(line)).toMatchObject({ who: 'Gemma Tait', what: 'information-requested' });
    expect(said(line).when).toBeUndefined();
  });

  it("is when it happened, of a meeting: yesterday's visit", () => {
    expect(said("yesterday's visit to Gemma Tait went well").when).toBe('2026-11-25');
  });

  it.each(['rang Ian, engaged, rang again 20 mins later', 'rang Ian, engaged, tried again an hour later'])(
    'is no step, told as later: %s',
    line => {
      expect(said(line)).toMatchObject({ who: 'Ian _', what: 'call-made' });
      expect(said(line).next).toBeUndefined();
    },
  );
});

it.each([
  ['send samples to Maria Lopez by end of next week', english, '2026-12-04'],
  ['send samples to Maria Lopez by the end of next month', english, '2026-12-31'],
  ['Muster an Maria Lopez schicken Ende nächster Woche', german, '2026-12-04'],
  ['envoyer la brochure à Maria Lopez fin de semaine prochaine', french, '2026-12-04'],
])('the end of a coming week or month is its last day: %s', (line, home, day) => {
  expect(said(line, home).next?.split(' | ').slice(1)).toEqual([day]);
});

it.each(['txt from Jules - yes to the deposit', 'Jules txted, yes to the deposit', 'Jules txtd: yes to the deposit'])(
  'a text has its short word: %s',
  line => {
    expect(said(line).who).toBe('Jules _');
    expect(said(line).what).toContain('Text message received');
  },
);

it('a Dutch e-mail has its verb', () => {
  expect(said('Mevrouw Bakker mailde over de badkamer', dutch)).toMatchObject({ who: '_ Bakker', what: 'replied' });
});
