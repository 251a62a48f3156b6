// Phones in the search: a number is found by any part of it, written with or without its country code.
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';
import { countryCode } from './countries.ts';
import { furtherKinds } from './further-contacts.ts';
import { splitPhones } from './import/phones.ts';

/** Digits without what is dialled before them: "+44 (0)7700 900555" is 447700900555, "07700 900555" is 7700900555. */
const bare = (text: string): string =>
  text
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^0{1,2}/, '');

const international = /^\s*(?:\+|\(\+|00(?=[1-9]))/;

/** "44" of "GB"; '' where there is none. */
const codeOf = (country: string | null): string =>
  country !== null && isSupportedCountry(country) ? getCountryCallingCode(country) : '';

/** One number with its country code, as most are written: there is nothing to take apart. */
const plainInternational = /^\+[\d ]{5,25}$/;

/** What stands before a further number in the notes. */
const mark = `${furtherKinds.phone}: `;

type Reached = { readonly phone: string | null; readonly country: string | null };

/**
 * What is searched of a lead's phones, those in its notes as well; '' when there is none. A number without a country code
 * gets that of the lead's country.
 */
export function phoneDigits({ phone, country }: Reached, notes = ''): string {
  const further = notes.includes(mark) ? notes.split(mark).slice(1) : [];
  if (further.length === 0) {
    if (phone === null) return '';
    if (plainInternational.test(phone)) return bare(phone);
  }
  const code = country === null ? '' : codeOf(countryCode(country));
  return [phone ?? '', ...further.map(text => text.split('\n')[0] ?? '')]
    .flatMap(splitPhones)
    .map(number => (international.test(number) ? bare(number) : code + bare(number)))
    .join(' ');
}

const looksLikePhone = /^\s*[+(]?[\d\s()./–-]{4,40}$/;
/** Fewer digits are in everybody's number. */
const fewest = 4;

/**
 * Digits to look for when somebody types a number or a part of one, of which any will do; none when it is no number.
 * `country`: of numbers without a country code.
 */
export function phoneNeedles(typed: string, country: string | null): readonly string[] {
  const text = typed.trim();
  if (!looksLikePhone.test(text)) return [];
  const whole = bare(text);
  const code = codeOf(country);
  // Typed with the code of one's own country it also finds the number that was written without.
  const national = code !== '' && international.test(text) && whole.startsWith(code) ? whole.slice(code.length) : '';
  // A 0 at the beginning may also stand in the middle of the number.
  return [...new Set([text.replace(/\D/g, ''), whole, national])].filter(digits => digits.length >= fewest);
}
