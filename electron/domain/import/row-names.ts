// Full names in one cell: split, told apart from companies, taken from addresses.

import { isCompanyName } from './companies.ts';
import { parseEmails } from './emails.ts';
import { companyKey, nameKey } from './keys.ts';
import { householdOf, splitName } from './names.ts';
import type { ImportPlan } from './plan.ts';
import type { RowAttributes } from './row-text.ts';
import { each, inOneLine, limited } from './row-text.ts';

/** "Hotel Post, Mr Auer": somebody at a company; "Braund, Mr Owen" is a last name before a first. */
const atCompany = /^([^,]{2,200}),\s*((?:hr|fr|herr|frau|mr|mrs|ms|mme|sig|sra?|dhr|mevr)\.?\s[^,]{2,100})$/i;

/** Reads the cells that hold a whole name. In a list of customers some names are those of companies. */
export function readName(plan: ImportPlan, row: readonly string[], out: RowAttributes): void {
  let address = '';
  each(plan, row, ['email'], (_use, text) => {
    address ||= text;
  });
  each(plan, row, ['fullName'], (use, text) => {
    // Beside "Given name: Anna Maria", a "Name: Anna Maria" says nothing new.
    if (saidAlready(text, out)) return;
    if (out.attributes.firstName && out.attributes.lastName) return readBeside(use.header || 'Name', text, out);
    if (text.includes('@')) return readNameFromEmail(text, out);
    const [, company, person] = out.attributes.company ? [] : companyAndPerson(text);
    if (!person && !plan.mapping.literal && !out.attributes.firstName && !out.attributes.lastName) {
      if (out.attributes.company && companyKey(text) === companyKey(out.attributes.company)) return;
      if (isCompanyName(text)) {
        out.attributes.company ??= limited('company', text, out.warnings);
        return;
      }
    }
    if (company) out.attributes.company = limited('company', company.trim(), out.warnings);
    const whole = inOneLine(person ?? text, ' ');
    // How two people are addressed together is kept: the name itself holds only what they share.
    if (!plan.mapping.literal && householdOf(whole) !== null) out.notes.push(`${use.header || 'Name'}: ${whole}`);
    const name = splitName(whole, address);
    if (!out.attributes.firstName && name.firstName)
      out.attributes.firstName = limited('firstName', name.firstName, out.warnings);
    if (!out.attributes.lastName && name.lastName)
      out.attributes.lastName = limited('lastName', name.lastName, out.warnings);
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
