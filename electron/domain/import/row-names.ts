// Full names in one cell: split, told apart from companies, taken from addresses.

import { textLimits } from '../../../shared/lead.ts';
import { isCompanyName } from './companies.ts';
import { parseEmails } from './emails.ts';
import { companyKey, nameKey } from './keys.ts';
import { saysBeside, splitLastFirst, splitName } from './names.ts';
import { tidyPhone } from './phones.ts';
import type { ImportPlan } from './plan.ts';
import type { RowAttributes } from './row-text.ts';
import { each, inOneLine, limited } from './row-text.ts';
import { withoutWish } from './row-wishes.ts';
import { headerTerms } from './text.ts';

/** "Hotel Post, Mr Auer": somebody at a company; "Braund, Mr Owen" is a last name before a first. */
const atCompany = /^([^,]{2,200}),\s*((?:hr|fr|herr|frau|mr|mrs|ms|mme|sig|sra?|dhr|mevr)\.?\s[^,]{2,100})$/i;

/** Headers that say in which order the names stand. */
const lastFirst =
  /^(?:cognome (?:e )?nome|(?:nach)?name (?:und )?vorname|noms? (?:et )?prenoms?|apellidos? (?:y )?nombres?|(?:last name|surname|last) (?:and )?(?:first name|forename|first)|achternaam (?:en )?voornaam|nazwisko (?:i )?imie|apelido (?:e )?nome|efternamn (?:och )?fornamn)$/;

const isOnlyNumber = (text: string): boolean =>
  text.length < 40 && !/\p{L}/u.test(text) && /^[~+(\d]/.test(text) && text.replace(/\D/g, '').length >= 7;

/** Reads the cells that hold a whole name. In a list of customers some names are those of companies. */
export function readName(plan: ImportPlan, row: readonly string[], out: RowAttributes): void {
  let address = '';
  each(plan, row, ['email'], (_use, text) => {
    address ||= text;
  });
  each(plan, row, ['fullName'], (use, written) => {
    const text = withoutWish(use, written, plan, row, out);
    if (text === '') return;
    // Beside "Given name: Anna Maria", a "Name: Anna Maria" says nothing new.
    if (saidAlready(text, out)) return;
    if (out.attributes.firstName && out.attributes.lastName) return readBeside(use.header || 'Name', text, out);
    if (text.includes('@')) return readNameFromEmail(text, out);
    // Messengers call somebody who is not in the address book by the number.
    if (isOnlyNumber(text) && !plan.mapping.literal) {
      const phone = tidyPhone(text.replace(/[^\d+()\s./-]/g, '').trim()).slice(0, textLimits.phone);
      if (!out.attributes.phone) out.attributes.phone = phone;
      else if (phone.replace(/\D/g, '') !== out.attributes.phone.replace(/\D/g, ''))
        out.notes.push(`${use.header || 'Name'}: ${text}`);
      return;
    }
    const [, company, person] = out.attributes.company ? [] : companyAndPerson(text);
    if (!person && !plan.mapping.literal && !out.attributes.firstName && !out.attributes.lastName) {
      if (out.attributes.company && companyKey(text) === companyKey(out.attributes.company)) return;
      if (isCompanyName(text)) {
        if (out.attributes.company) out.notes.push(`${use.header || 'Name'}: ${text}`);
        else out.attributes.company = limited('company', text, out.warnings);
        return;
      }
    }
    if (company) out.attributes.company = limited('company', company.trim(), out.warnings);
    const whole = inOneLine(person ?? text, ' ');
    const name = lastFirst.test(headerTerms(use.header).join(' ')) ? splitLastFirst(whole) : splitName(whole, address);
    if (!out.attributes.firstName && name.firstName)
      out.attributes.firstName = limited('firstName', name.firstName, out.warnings);
    if (!out.attributes.lastName && name.lastName)
      out.attributes.lastName = limited('lastName', name.lastName, out.warnings);
    const { firstName = null, lastName = null } = out.attributes;
    const inFields = { firstName, lastName };
    // Titles, nicknames in brackets and how two people are addressed together are kept as they were written.
    const beside = plan.mapping.literal ? null : saysBeside(whole, inFields, out.attributes.company ?? '');
    if (beside === 'more' && text === written) out.notes.push(`${use.header || 'Name'}: ${whole}`);
    if (beside === 'salutation') out.saluted = whole.slice(0, 200);
  });
}

/** One word that is no firm's name is a last name, and so are words that hold a particle. */
function companyAndPerson(text: string): readonly (string | undefined)[] {
  const found = atCompany.exec(text) ?? [];
  const before = found[1]?.trim() ?? '';
  const isName = !isCompanyName(before) && (!before.includes(' ') || splitName(`X ${before}`).lastName === before);
  return isName ? [] : found;
}

/** Another name beside a whole one: a company's, or kept as it is. */
function readBeside(header: string, text: string, out: RowAttributes): void {
  const { firstName, lastName } = splitName(inOneLine(text, ' '));
  if (saidAlready(`${firstName ?? ''} ${lastName ?? ''}`, out) || text.includes('@')) return;
  if (!out.attributes.company && isCompanyName(text)) out.attributes.company = limited('company', text, out.warnings);
  else if (companyKey(text) !== companyKey(out.attributes.company ?? '')) out.notes.push(`${header}: ${text}`);
}

function saidAlready(text: string, { attributes }: RowAttributes): boolean {
  const known = nameKey(attributes.firstName ?? null, attributes.lastName ?? null);
  if (known === null) return false;
  const words = known.split(' ');
  return (
    nameKey(text, null)
      ?.split(' ')
      .every(one => words.includes(one)) === true
  );
}

/** "Ann Lee (ann@acme.example)" is how CRMs name a contact beside a deal. */
function readNameFromEmail(text: string, out: RowAttributes): void {
  const { addresses } = parseEmails(text);
  const name = splitName(text.slice(0, 400).replace(/[(<]?[^\s()<>]*@[^\s()<>]*[)>]?/g, ' '));
  if (!out.attributes.firstName && name.firstName)
    out.attributes.firstName = limited('firstName', name.firstName, out.warnings);
  if (!out.attributes.lastName && name.lastName)
    out.attributes.lastName = limited('lastName', name.lastName, out.warnings);
  for (const address of addresses) {
    if (!out.attributes.email) out.attributes.email = address;
    else if (address !== out.attributes.email && !out.emails.includes(address)) out.emails.push(address);
  }
}
