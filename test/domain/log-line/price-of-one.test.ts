// The price of one thing is not taken for what a deal is worth: it is asked.
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import type { LineHome } from '../../../electron/domain/log-line/said.ts';
import { english, french, german, spanish } from './said.ts';

const euro = { ...english, currency: 'EUR' };
const dutch = { ...euro, language: 'nl', country: 'NL' };
const italian = { ...euro, language: 'it', country: 'IT' };
const amountOf = (line: string, home = english) => parseLine(line, home).amount;

const ofOne: readonly (readonly [string, LineHome])[] = [
  ...[
    '£40 per door, 30 doors',
    '£40 a door',
    '£40 a Door',
    '£40 a door and wants 30',
    '£40 per window',
    '£40 per tree',
    '£40 per room',
    '£40 per m2',
    '£40 per corner',
    '£40 a year',
    '£40 for each door',
    '£40 each',
    '£40 apiece',
    '£40/door',
    '30 doors at £40',
    '30 oak doors at £40',
    'thirty doors at £40',
    '30 doors @ £40',
    '30 x £40',
    '30x £40',
    'per door £40',
    'day rate £40',
    'hourly rate of £40',
  ].map(words => [`Ann Lee rang, ${words}`, english] as const),
  ...['pro Tür', 'pro Fenster', 'je Tür', 'das Stück', 'die Stunde', 'der Meter', '/m2'].map(
    words => [`Ann Lee hat angerufen, 40 € ${words}`, german] as const,
  ),
  ['Ann Lee hat angerufen, 30 Türen zu 40 €', german],
  ['Ann Lee hat angerufen, 30 Türen zu je 40 €', german],
  ['Ann Lee hat angerufen, Stundensatz 40 €', german],
  ...['le m2', 'pièce', 'la pièce', 'par porte', "l'heure", 'chacune'].map(
    words => [`Mme Roux a appelé, 40 € ${words}`, french] as const,
  ),
  ['Mme Roux a appelé, 30 portes à 40 €', french],
  ...['por puerta', 'cada uno', 'la hora', 'el metro'].map(words => [`Ann Lee llamó, 40 € ${words}`, spanish] as const),
  ['Marta Rossi ha chiamato, 40 € al metro', italian],
  ['Marta Rossi ha chiamato, 40 € per porta', italian],
  ['Mevrouw Bakker heeft gebeld, 40 € per deur', dutch],
  ['Mevrouw Bakker heeft gebeld, 40 € per stuk', dutch],
];

describe('a price of one', () => {
  it.each(ofOne)('is asked: %s', (line, home) => {
    expect(amountOf(line, home)?.doubt).toMatch(/the whole amount, or the price of one/);
    expect(amountOf(line, home)?.options[0]?.amount).toBe(4000);
  });
});

describe('what a deal is worth', () => {
  it.each([
    ['Ann Lee rang about a £4,000 kitchen', english],
    ['2 people rang about a £4,000 kitchen', english],
    ['Quoted Ann Lee £4,000 for 2 doors', english],
    ['Quoted Ann Lee £4,000, 30 doors', english],
    ['Ann Lee rang, £4,000 a bit high', english],
    ['Ann Lee rang, £4,000 as per the quote', english],
    ['Ann Lee rang, £4,000 per our quote', english],
    ['Ann Lee rang, £4,000 per email', english],
    ['Angebot an Ann Lee über 4000 € per Mail', german],
    ['Devis 4000 € à Mme Roux', french],
    ['Devis 4000 € par mail à Mme Roux', french],
    ['Mme Roux a appelé, 4000 € la cuisine', french],
    ['Presupuesto 4000 € a Ann Lee', spanish],
    ['Ann Lee llamó, 4000 € por la cocina', spanish],
    ['Preventivo 4000 € a Marta Rossi', italian],
    ['Marta Rossi ha chiamato, 4000 € per la cucina', italian],
    ['Marta Rossi ha chiamato, 4000 € per rifare il bagno', italian],
  ])('is not: %s', (line, home) => {
    expect(amountOf(line, home)).toMatchObject({ doubt: null, options: [{ amount: 400_000 }] });
  });
});
