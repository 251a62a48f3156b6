// E-mail addresses and phone numbers in a line.
import { parseEmail } from '../import/emails.ts';
import { parsePhone } from '../import/phones.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';

export type FoundEmail = LineSpan & { readonly email: string };
export type FoundPhone = LineSpan & { readonly phone: string };

/** Addresses, with the angle brackets around them. */
export function findEmails(text: string): readonly FoundEmail[] {
  return [...text.matchAll(/<\s*[^<>\s]+@[^<>\s]+\s*>|(?:mailto:)?[^\s<>,;()]+@[^\s<>,;()]+/gi)].flatMap(match => {
    const typed = match[0].replace(/[.:!?]+$/, '');
    const email = parseEmail(typed);
    return email === null ? [] : [{ from: match.index, to: match.index + typed.length, email }];
  });
}

const numberLike = foldedPattern(/(?<![\p{L}\d.,/£€$])(?:\+|\(\+?\d|0)[\d\s().\-/]{5,24}\d(?![\d\p{L}/]|[.,]\d)/gu);

const grouped = foldedPattern(
  /(?<![\p{L}\d.,/£€$+])[1-9]\d{2} \d{2,3} \d{2,3}(?: \d{2,3})?(?![\d\p{L}/]|[.,]\d|\s?[€£$])/gu,
);

/** Numbers that begin with 0 or a country code; "0171 / 1 234 567" is one. */
export function findPhones(text: string, country: string | null): readonly FoundPhone[] {
  // Where numbers begin with no 0 they are told by their groups: "600 987 654".
  const matches = [
    ...text.matchAll(numberLike),
    ...(country === 'ES' || country === 'PL' || country === 'CZ' ? text.matchAll(grouped) : []),
  ];
  return matches.flatMap(match => {
    // "(07700 900555)": the bracket stands around the number.
    const open = /^\([^)]*$/.test(match[0]) ? 1 : 0;
    const phone = match[0].slice(open).trim();
    const digits = phone.replace(/\D/g, '').length;
    if (digits < 7 || digits > 15 || /^0\d?[./-]\d{1,2}[./-]\d{2,4}$/.test(phone)) return [];
    return parsePhone(phone, country) === null
      ? []
      : [{ from: match.index + open, to: match.index + match[0].length, phone }];
  });
}
