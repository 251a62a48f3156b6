// Phone numbers: kept as they were written, compared as E.164 where that is sure.
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { lostDigits } from './numbers.ts';
import { plainDigits } from './text.ts';

/** A number as stored, its key for comparing, and whether the key is a guess. */
export type Phone = { readonly text: string; readonly key: string; readonly sure: boolean };

/** "030 123456 / 0171 1234567" is two numbers, "089 / 98 76 54" is one. */
const several =
  /[;|]|:::|(?<=\d(?:[\s()./-]?\d){5}) \((?:home|work|office|mobile|mob|cell|privat|geschaftlich|dienstlich|domicile|bureau|casa|trabajo|thuis|werk)\)|(?<=\d(?:[\s()./-]?\d){5}) (?=(?:[ptmhw]|tel|mob|mobil|mobile|handy|home|work|office|privat)[.:] ?[+(\d])|(?<=\d(?:[\s()./-]?\d){5}) \/ (?=[+(\d](?:[\s()./-]*\d){5})|,(?= ?[+(0])|(?<=\d) (?:or|oder|ou|of|lub|eller|und|and|et|en|og|och|y|e|i) (?=(?:tel|mob|handy)?[.:]? ?[+(\d])/i;
const looksLikePhone = /^[+(]?[\d\s().\-/–·]{5,30}(?:\s*(?:x|ext\.?|extension|durchwahl|dw|poste|#)\s*\.?\d{1,6})?$/i;

/** Digits of other scripts, and full-width ones, as the usual ones. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const usualDigits = (text: string): string =>
  text.replace(otherDigits, digit => String((digit.codePointAt(0) ?? 0) & 0xf)).replaceAll('\uff0b', '+');

const plain = /^\+[1-9][\d\s./-]{6,20}$/;
const trunkZero = /^\+\d{1,3}[\s./-]+0/;

/** "2020/08-2020/10", "08/2020 - 10/2020", "01.08.2020-31.10.2020", "2019-2021": from one day, month or year to another. */
const point = String.raw`(?:(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}|(?:\d{1,2}[./-]){1,2}(?:19|20)?\d\d)`;
const span = new RegExp(String.raw`^${point}\s?[-–·/]\s?${point}$`);

export const isPhone = (written: string): boolean => {
  const text = usualDigits(written);
  if (span.test(text.trim())) return false;
  if (text.length > 40 || !looksLikePhone.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 6 && digits <= 17;
};

/** Takes off what programs put around a number: "p:", "tel:", "'", and ".0" from a number that was a float. */
export const tidyPhone = (text: string): string =>
  plainDigits(text)
    .replace(
      /^(?:[ptmhw]:|callto:|(?:tel|telefon|telephone|téléphone|teléfono|telefono|telefoon|phone|ph|mob|mobil|mobile|handy|cell|fon|home|work|office|privat)\b[.:]*)\s*(?=[+(\d])/i,
      '',
    )
    .replace(/^'+/, '')
    .replace(/^(\+?\d{6,15})\.0$/, '$1')
    .trim();

/**
 * One number. `country` is the ISO code that numbers without a country code belong to; null when not known.
 * "491701234567" in Germany is +49 170 1234567 without its plus, not +49 491701234567: tried in that order.
 */
export function parsePhone(raw: string, country: string | null): Phone | null {
  const stored = tidyPhone(raw);
  const phone = keyOf(usualDigits(stored), country);
  return phone && { ...phone, text: stored };
}

function keyOf(text: string, country: string | null): Omit<Phone, 'text'> | null {
  if (text === '' || text.length > 100 || lostDigits(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5) return null;
  const home = country !== null && isSupportedCountry(country) ? country : null;
  const international = /^\s*(?:\+|\(\+|00(?=[1-9]))/.test(text);
  if (international) {
    // The library takes 12 µs a number; a number in plain international form is its own key.
    if (plain.test(text) && !trunkZero.test(text)) return { key: `+${digits}`, sure: true };
    const bare = `+${text.replace(/^\D*(?:00)?/, '').replace(/\(0\)/, '')}`;
    const key = e164(bare, null) ?? `+${digits.replace(/^00/, '')}`;
    return { key: key.slice(0, 18), sure: true };
  }
  if (home) {
    const code = getCountryCallingCode(home);
    if (digits.startsWith(code) && digits.length >= code.length + 9 && !text.startsWith('0')) {
      const key = e164(`+${digits}`, null);
      if (key) return { key, sure: code === '1' };
    }
    const key = e164(text, home);
    if (key) return { key, sure: true };
  }
  return { key: digits.replace(/^0+(?=\d{4})/, ''), sure: false };
}

function e164(text: string, country: CountryCode | null): string | null {
  const found = country === null ? parsePhoneNumberFromString(text) : parsePhoneNumberFromString(text, country);
  return found?.isPossible() ? found.number : null;
}

/** Whether two texts are one number, whatever way each is written. */
export function samePhone(one: string, other: string, country: string | null): boolean {
  const key = parsePhone(one, country)?.key;
  return one === other || (key != null && key === parsePhone(other, country)?.key);
}

/** All numbers of a cell: "a / b", "a; b" and lines are several. */
export const splitPhones = (text: string): readonly string[] =>
  text
    .slice(0, 2000)
    .replace(/[\n\r]+/g, ';')
    .replace(/\s+/g, ' ')
    .split(several)
    .map(part => part.trim())
    .filter(part => part !== '');
