// A phone number as people of the country write it, and the link that calls it.
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { countryCode } from './countries.ts';
import { splitPhones } from './import/phones.ts';

export type PhoneLink = { readonly text: string; readonly url: string };

const known = new Map<string, PhoneLink | null>();
const most = 20_000;

function parse(phone: string, country: string | null): PhoneLink | null {
  const written = splitPhones(phone)[0] ?? phone;
  const home = country !== null && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(written, home);
  if (number?.isPossible()) {
    // By the calling code: Guernsey and the United Kingdom share theirs.
    const near = home !== undefined && number.countryCallingCode === getCountryCallingCode(home);
    const text = near ? number.formatNational() : number.formatInternational();
    return { text, url: number.getURI() as string };
  }
  const digits = written.replace(/[^\d+]/g, '');
  return digits.length < 3 ? null : { text: written, url: `tel:${digits}` };
}

/**
 * "07700900555" in the United Kingdom is "07700 900555" and calls +447700900555; a number of another country is written
 * with its code. `leadCountry` as stored; `home`: the ISO code of the workspace. Null: no number to call.
 */
export function phoneLink(phone: string | null, leadCountry: string | null, home: string | null): PhoneLink | null {
  if (phone === null) return null;
  const country = (leadCountry === null ? null : countryCode(leadCountry)) ?? home;
  const key = `${country} ${phone}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  const made = parse(phone, country);
  known.set(key, made);
  return made;
}
