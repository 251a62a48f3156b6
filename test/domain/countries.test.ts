// A country is the country, however it is written: by code, by name in any language, by everyday name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCode, countryKey, countryName } from '../../electron/domain/countries.ts';

const written: Readonly<Record<string, readonly string[]>> = {
  GB: [
    ...['UK', 'GB', 'U.K.', 'GBR', 'United Kingdom', 'the United Kingdom', 'Great Britain', 'England', 'Scotland'],
    ...['Wales', 'Northern Ireland', 'Vereinigtes Königreich', 'Großbritannien', 'GROSSBRITANNIEN', 'Royaume-Uni'],
    ...['Angleterre', 'Reino Unido', 'Regno Unito', 'Inghilterra', 'Verenigd Koninkrijk', 'Wielka Brytania'],
    ...['Storbritannien', 'Spojené království', 'Великобритания', 'イギリス'],
  ],
  US: ['USA', 'U.S.', 'us', 'United States', 'Vereinigte Staaten', 'États-Unis', 'EE. UU.', 'Stati Uniti', 'America'],
  DE: [
    'Germany',
    'DE',
    'Deutschland',
    'Allemagne',
    'Alemania',
    'Germania',
    'Duitsland',
    'Niemcy',
    'Tyskland',
    'ドイツ',
  ],
  NL: ['Netherlands', 'The Netherlands', 'Holland', 'Niederlande', 'Pays-Bas', 'Países Bajos', 'Nederland', 'Holandia'],
  AT: ['Österreich', 'OESTERREICH', 'osterreich', 'Austria', 'Autriche', 'Oostenrijk', 'AUT'],
  CZ: ['Czechia', 'Czech Republic', 'Tschechien', 'République tchèque', 'Česko'],
  BA: ['Bosnia & Herzegovina', 'Bosnia and Herzegovina'],
  LC: ['St. Lucia', 'Saint Lucia', 'st lucia'],
};

/** The same text as people type it. */
const anyCase = (text: string) =>
  fc.constantFrom(text, text.toUpperCase(), text.toLowerCase(), ` ${text} `, text.normalize('NFD'), `${text}.`);

describe('one country', () => {
  it.each(Object.entries(written))('%s', (code, names) => {
    for (const name of names) expect([name, countryCode(name)]).toEqual([name, code]);
  });

  it('in any case, composed or not, with spaces around', () => {
    const some = fc.constantFrom(
      ...Object.entries(written).flatMap(([code, names]) => names.map(name => [code, name])),
    );
    fc.assert(
      fc.property(
        some.chain(([code = '', name = '']) => anyCase(name).map(text => [code, text])),
        ([code, text]) => countryKey(text ?? '') === code,
      ),
    );
  });

  it('countries that sound alike stay apart', () => {
    const keys = [
      ...['Ireland', 'Northern Ireland', 'Niger', 'Nigeria', 'Guinea', 'Guinea-Bissau', 'Austria', 'Australia'],
      ...['Slovakia', 'Slovenia', 'Iran', 'Iraq', 'Dominica', 'Dominican Republic', 'North Korea', 'South Korea'],
      ...['Switzerland', 'Swaziland', 'Congo', 'DR Congo'],
    ].map(countryKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every(key => /^[A-Z]{2}$/.test(key))).toBe(true);
  });

  it('what is no country is compared as a text and never equals one', () => {
    expect([countryCode('Atlantis'), countryKey(' ATLANTIS ')]).toEqual([null, 'atlantis']);
    expect([countryKey(''), countryKey('x'.repeat(500)).length]).toEqual(['', 500]);
    fc.assert(fc.property(fc.string(), text => countryCode(text) === null || /^[A-Z]{2}$/.test(countryKey(text))));
  });
});

it('a code is shown as a name; a name stays as it was typed', () => {
  const typed = ['UK', 'U.K.', 'GB', 'DE', 'USA', 'England', 'uk', 'Deutschland', 'XYZ'];
  const shown = ['United Kingdom', 'United Kingdom', 'United Kingdom', 'Germany', 'United States'];
  expect(typed.map(countryName)).toEqual([...shown, 'England', 'uk', 'Deutschland', 'XYZ']);
});

it('all that a file of 100,000 people asks costs little: each writing is looked up once', () => {
  const names = Object.values(written).flat();
  const keys = new Map(names.map(name => [name, name]));
  /** The quickest of five, in ms: how much there is to do, not how busy the computer is. */
  const quickest = (ask: (name: string) => unknown): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const began = performance.now();
        for (let i = 0; i < 100_000; i++) ask(names[i % names.length] ?? '');
        return performance.now() - began;
      }),
    );
  // To look a writing up anew costs hundreds of times as much as a map that holds it.
  expect(quickest(countryKey) / quickest(name => keys.get(name))).toBeLessThan(30);
});
