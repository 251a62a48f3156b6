// Full names in one cell: split, told apart from companies, taken from addresses.
import { parseEmails } from './emails.ts';
import { isFirmName } from './firms.ts';
import { companyKey, nameKey } from './keys.ts';
import { householdOf, splitName } from './names.ts';
import type { Plan } from './plan.ts';
import type { RowFacts } from './row-facts.ts';
import { each, inOneLine, limited } from './row-facts.ts';

/** "Hotel Post, Mr Auer": somebody at a company, not a last name before a first. */
const atFirm = /^([^,]{2,200}),\s*((?:hr|fr|herr|frau|mr|mrs|ms|mme|sig|sra?|dhr|mevr)\.?\s[^,]{2,100})$/i;

/** Reads the cells that hold a whole name. In a list of customers some names are those of companies. */
export function readName(plan: Plan, row: readonly string[], out: RowFacts): void {
  each(plan, row, ['fullName'], (use, text) => {
    if (out.facts.firstName && out.facts.lastName) return;
    // Beside "Given name: Anna Maria", a "Name: Anna Maria" says nothing new.
    if (saidAlready(text, out)) return;
    if (text.includes('@')) return readNameFromEmail(text, out);
    const [, firm, person] = out.facts.company ? [] : (atFirm.exec(text) ?? []);
    if (!person && !plan.mapping.literal && !out.facts.firstName && !out.facts.lastName) {
      if (out.facts.company && companyKey(text) === companyKey(out.facts.company)) return;
      if (isFirmName(text)) {
        out.facts.company ??= limited('company', text, out.warnings);
        return;
      }
    }
    if (firm) out.facts.company = limited('company', firm.trim(), out.warnings);
    const whole = inOneLine(person ?? text, ' ');
    // How two people are addressed together is kept: the name itself holds only what they share.
    if (!plan.mapping.literal && householdOf(whole) !== null) out.notes.push(`${use.header || 'Name'}: ${whole}`);
    const name = splitName(whole);
    if (!out.facts.firstName && name.firstName)
      out.facts.firstName = limited('firstName', name.firstName, out.warnings);
    if (!out.facts.lastName && name.lastName) out.facts.lastName = limited('lastName', name.lastName, out.warnings);
  });
}

function saidAlready(text: string, { facts }: RowFacts): boolean {
  const known = nameKey(facts.firstName ?? null, facts.lastName ?? null);
  if (known === null) return false;
  const words = known.split(' ');
  return (
    nameKey(text, null)
      ?.split(' ')
      .every(one => words.includes(one)) === true
  );
}

/** "Ann Lee (ann@acme.example)" is how CRMs name a contact beside a deal. */
function readNameFromEmail(text: string, out: RowFacts): void {
  const { addresses } = parseEmails(text);
  const name = splitName(text.slice(0, 400).replace(/[(<]?[^\s()<>]*@[^\s()<>]*[)>]?/g, ' '));
  if (!out.facts.firstName && name.firstName) out.facts.firstName = limited('firstName', name.firstName, out.warnings);
  if (!out.facts.lastName && name.lastName) out.facts.lastName = limited('lastName', name.lastName, out.warnings);
  for (const address of addresses) {
    if (!out.facts.email) out.facts.email = address;
    else if (address !== out.facts.email && !out.emails.includes(address)) out.emails.push(address);
  }
}
