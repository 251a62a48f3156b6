// Lead fields of one row: text, addresses, numbers, yes and no, each with its limit.

import type { ImportTarget } from '../../../shared/import-targets.ts';
import type { LeadFacts } from '../../../shared/lead.ts';
import { fieldsOfKind, leadFactsSchema, textLimits } from '../../../shared/lead.ts';
import { countryCode, countryName } from '../countries.ts';
import { furtherLine } from '../further-contacts.ts';
import type { Use } from './cells.ts';
import { headerOf, textOf, warning } from './cells.ts';
import { yesNo } from './content.ts';
import { dateEvidence } from './dates.ts';
import { parseEmails } from './emails.ts';
import { splitName } from './names.ts';
import { lostDigits, lowerEnd, parseNumber, parseSize } from './numbers.ts';
import { isPhone, parsePhone, splitPhones, tidyPhone } from './phones.ts';
import type { Plan } from './plan.ts';
import { readName } from './row-names.ts';
import { fold, headerKey, headerWords, spoken } from './text.ts';

export type Writable<T> = { -readonly [K in keyof T]?: T[K] };
export type RowFacts = {
  readonly facts: Writable<LeadFacts>;
  readonly emails: string[];
  readonly phones: string[];
  /** ISO code of the row's country, else the workspace's. */
  readonly country: string | null;
  readonly warnings: string[];
  /** Lines for the notes. */
  readonly notes: string[];
};

type TextField = keyof typeof textLimits;
/** Addresses, numbers and notes are read in their own ways. */
const readApart: ReadonlySet<string> = new Set(['email', 'phone', 'notes']);
const textFields = (Object.keys(textLimits) as TextField[]).filter(field => !readApart.has(field));
const numberFields = fieldsOfKind('number');
const moneyFields = fieldsOfKind('money');
const knownFields = fieldsOfKind('known');
/** Headers that say no more than that these are notes. */
const bareNotes = new Set(
  'note notes comment comments description remark remarks message yourmessage memo notiz notizen bemerkung bemerkungen kommentar kommentare anmerkung anmerkungen nachricht ihrenachricht beschreibung commentaire commentaires remarque remarques notas observacion observaciones comentarios mensaje commenti annotazioni opmerking opmerkingen notities observacoes uwagi notatki anteckningar notater 備考 メモ 备注 비고'.split(
    ' ',
  ),
);

/** Reads all facts of a row. Cells that are not what their column should hold are kept in the notes and warned about. */
export function readFacts(plan: Plan, row: readonly string[]): RowFacts {
  const facts: Writable<LeadFacts> = {};
  const out: RowFacts & { country: string | null } = {
    facts,
    emails: [],
    phones: [],
    country: plan.context.country,
    warnings: [],
    notes: [],
  };
  const { notes } = out;
  for (const field of textFields) readText(plan, row, field, out);
  readName(plan, row, out);
  // In a list of customers, a person is the customer as well.
  const { firstName, lastName, company } = facts;
  if (!plan.mapping.literal && company && firstName && lastName && fold(company) === fold(`${firstName} ${lastName}`))
    facts.company = null;
  if (facts.country) {
    out.country = countryCode(facts.country) ?? out.country;
    if (!plan.mapping.literal) facts.country = countryName(facts.country);
  }
  if (!plan.mapping.literal) splitPlace(facts);
  each(plan, row, ['email', 'otherEmail'], (use, text) => readEmail(use, text, out, notes));
  each(plan, row, ['phone', 'otherPhone'], (use, text) => readPhone(use, text, codeOf(use, row), out));
  for (const field of knownFields) readKnown(plan, row, field, out);
  each(plan, row, ['optOut'], (_use, text) => {
    // The day of opting out says the same as a yes.
    if (yesNo(text) === true || consentWord(text) === false || dateEvidence(text) !== null) facts.consent = 'no';
  });
  for (const field of numberFields) {
    each(plan, row, [field], (use, text) => {
      const number = parseSize(text, use.decimal ?? '.');
      if (number !== null && leadFactsSchema.shape[field].safeParse(number).success) facts[field] = number;
      else out.warnings.push(warning(use, text, `is not a number${field === 'companySize' ? ' of people' : ''}.`));
    });
  }
  for (const field of moneyFields) {
    each(plan, row, [field], (use, text) => {
      const amount = moneyOf(plan, use, text);
      if (amount !== null) facts[field] = amount;
      if (amount !== null) tellRange(use, text, out.warnings);
      else out.warnings.push(warning(use, text, 'is not an amount.'));
    });
  }
  each(plan, row, ['notes'], (use, text) =>
    notes.push(bareNotes.has(headerKey(use.header)) ? text : `${headerOf(use)}: ${text}`),
  );
  // Beyond the widest row that was seen when the file was looked at.
  for (let column = plan.width; column < row.length && !plan.mapping.literal; column++) {
    const text = row[column]?.trim() ?? '';
    if (text !== '') notes.push(`${headerOf({ header: '', column })}: ${text}`);
  }
  const fixedNote = plan.fixed.get('notes');
  if (fixedNote) notes.push(fixedNote);
  const all = notes.join('\n');
  if (all !== '') facts.notes = limited('notes', all, out.warnings);
  return out;
}

/** Minor units; null when it is not an amount or below zero. */
export function moneyOf(plan: Plan, use: Use, text: string): number | null {
  const decimal = use.decimal ?? '.';
  const value = parseNumber(text, decimal) ?? parseNumber(lowerEnd(text) ?? '', decimal);
  const amount = value === null ? -1 : Math.round(value * plan.context.minorUnits);
  return amount >= 0 && Number.isSafeInteger(amount) ? amount : null;
}

/** Of a range the lower end is taken, and it is told. */
export function tellRange(use: Use, text: string, warnings: string[]): void {
  if (parseNumber(text, use.decimal ?? '.') === null && lowerEnd(text) !== null)
    warnings.push(warning(use, text, 'is a range; the lower end is taken.'));
}

/** Calls `read` for every cell that says something, in the order of targets and columns. */
export function each(
  plan: Plan,
  row: readonly string[],
  targets: readonly ImportTarget[],
  read: (use: Use, text: string) => void,
): void {
  for (const target of targets) {
    for (const use of plan.uses.get(target) ?? []) {
      const text = textOf(use, row);
      if (text !== '') read(use, text);
    }
  }
}

export function limited(field: TextField, text: string, warnings: string[]): string {
  const most = textLimits[field];
  if (text.length <= most) return text;
  warnings.push(`The text for ${field} was cut at ${most} characters.`);
  return text.slice(0, most).trim();
}

function readText(plan: Plan, row: readonly string[], field: TextField, out: RowFacts): void {
  let text = '';
  const [{ header } = { header: '' }] = plan.uses.get(field) ?? [];
  for (const use of plan.uses.get(field) ?? []) {
    const part = textOf(use, row);
    if (part === '' || part === text) continue;
    if (field === 'externalId' && !use.literal && lostDigits(part)) {
      out.warnings.push(warning(use, part, 'lost its last digits in a spreadsheet and cannot be used as an ID.'));
      continue;
    }
    // An id is one id: the first column that has one, and the first of several joined by ";".
    if (field === 'externalId') {
      text = use.literal ? part : (part.split(';')[0]?.trim() ?? part).replace(/^'(?=\d+$)/, '');
      break;
    }
    text = text === '' ? part : `${text} ${part}`;
  }
  if (text === '') text = plan.fixed.get(field) ?? '';
  if (text !== '')
    out.facts[field] = limited(
      field,
      field.endsWith('Note') || plan.mapping.literal ? text : tidied(header, inOneLine(spoken(text), ', ')),
      out.warnings,
    );
}

/** Lines as one. Split, not matched: a pattern for the spaces around a line's end takes the square of the time. */
export const inOneLine = (text: string, mark: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
        .join(mark)
    : text;

/** Notion puts the address of its page behind a name; in a vCard the departments follow the company. */
function tidied(header: string, text: string): string {
  const bare = /\(https?:/.test(text) ? text.replace(/\s?\(https?:\/\/[^\s()]{1,500}\)(?=,|$)/g, '') : text;
  return /^org\b/i.test(header) ? (bare.split(';').find(part => part.trim() !== '') ?? '').trim() : bare;
}

const both = /^(?:singapore|singapur|luxembo?u?rg|monaco|panama|guatemala|kuwait|djibouti|san marino|mexico)$/i;

/** "Hamburg, Germany" and "Austin, Texas, United States" in one column: only split where the last part is a country. */
function splitPlace(facts: Writable<LeadFacts>): void {
  const parts = facts.city?.split(',').map(part => part.trim()) ?? [];
  const last = parts.at(-1) ?? '';
  // "Location: Germany" names no city; Luxembourg and Singapore are both.
  if (parts.length === 1 && !facts.country && countryCode(last) !== null && last.length > 3 && !both.test(last)) {
    facts.country = countryName(last);
    facts.city = null;
    return;
  }
  if (parts.length < 2 || parts.length > 3 || facts.country || countryCode(last) === null) return;
  facts.city = parts[0] ?? null;
  facts.country = countryName(last);
  if (parts.length === 3 && !facts.region) facts.region = parts[1] ?? null;
}

function readEmail(use: Use, text: string, out: RowFacts, notes: string[]): void {
  if (use.literal) {
    out.facts.email = text.slice(0, textLimits.email);
    return;
  }
  const { addresses, name, rest } = parseEmails(text);
  if (name && !out.facts.firstName && !out.facts.lastName) {
    const { firstName, lastName } = splitName(name);
    if (firstName) out.facts.firstName = firstName;
    if (lastName) out.facts.lastName = lastName;
  }
  for (const address of addresses) {
    if (!out.facts.email) out.facts.email = address;
    else if (address !== out.facts.email && !out.emails.includes(address)) {
      out.emails.push(address);
      notes.push(furtherLine('email', address));
    }
  }
  // A column for either, as in "E-mail / phone".
  const phone = tidyPhone(addresses.length === 0 ? text : rest.join(' '));
  if (isPhone(phone) && !out.facts.phone) out.facts.phone = phone;
  else if (addresses.length === 0) {
    out.warnings.push(warning(use, text, 'is not an e-mail address.'));
    notes.push(`${use.header || 'E-mail'}: ${text}`);
  } else if (rest.length > 0) notes.push(`${use.header || 'E-mail'}: ${rest.join(' ')}`);
}

/** More of them are no numbers of one person. */
const mostPhones = 50;

/** "+33" in a column beside the number. */
const codeOf = ({ prefix }: Use, row: readonly string[]): string => {
  const code = prefix === undefined ? '' : (row[prefix] ?? '').replace(/[^\d+]/g, '').replace(/^00/, '+');
  return code === '' || code.startsWith('+') ? code : `+${code}`;
};

function readPhone(use: Use, text: string, prefix: string, out: RowFacts): void {
  const { notes } = out;
  if (use.literal) {
    out.facts.phone = text.slice(0, textLimits.phone);
    return;
  }
  // Keys take 12 µs a number, and most rows have one number only.
  const keyOf = (phone: string) => parsePhone(phone, out.country)?.key ?? phone;
  const isKnown = (phone: string) => [out.facts.phone, ...out.phones].some(one => one && keyOf(one) === keyOf(phone));
  for (const bare of splitPhones(text)) {
    const part = prefix !== '' && !/^(?:\+|00)/.test(bare) ? `${prefix}${bare.replace(/^0(?=\d)/, '')}` : bare;
    const phone = tidyPhone(part).slice(0, textLimits.phone);
    if (lostDigits(phone)) out.warnings.push(warning(use, part, 'lost its last digits in a spreadsheet.'));
    else if (phone.replace(/\D/g, '').length < 5) {
      out.warnings.push(warning(use, part, 'is not a phone number.'));
      notes.push(`${use.header || 'Phone'}: ${part}`);
    } else if (!out.facts.phone) out.facts.phone = phone;
    else if (out.phones.length < mostPhones && !isKnown(phone)) {
      out.phones.push(phone);
      notes.push(furtherLine('phone', phone));
    }
  }
}

function readKnown(plan: Plan, row: readonly string[], field: (typeof knownFields)[number], out: RowFacts): void {
  each(plan, row, [field], (use, text) => {
    const answer = yesNo(text) ?? consentWord(text);
    if (answer === null) out.warnings.push(warning(use, text, 'is not yes or no.'));
    // No newsletter is no wish not to be contacted.
    else if (!answer && field === 'consent' && isNewsletter(use.header)) out.notes.push(`${headerOf(use)}: ${text}`);
    else out.facts[field] = answer ? 'yes' : 'no';
  });
  const fixed = plan.fixed.get(field);
  if (fixed !== undefined && out.facts[field] === undefined) {
    const answer = yesNo(fixed);
    if (answer !== null) out.facts[field] = answer ? 'yes' : 'no';
  }
}

const isNewsletter = (header: string): boolean =>
  /newsletter|mailing ?list|rundbrief|infolettre|lettre d ?information|boletin|nieuwsbrief|bulletin/.test(
    headerWords(header).join(' '),
  );

/** True when a word says whether somebody may be written to. */
export const saysConsent = (text: string): boolean => yesNo(text) !== null || consentWord(text) !== null;

function consentWord(whole: string): boolean | null {
  const text = whole.slice(0, 200);
  if (/unsub|opt(ed)?[ -]?out|not subscribed|non[- ]marketing|never|cleaned|denied/i.test(text)) return false;
  if (/kein|^(?:inactive|bounced|cancell?ed|complained|blocked)$/i.test(text)) return false;
  return /subscribed|opt(ed)?[ -]?in|marketing ?(?:contact|kontakt)|granted|confirmed|expli|^express|implied|^active$|erteilt|agreed/i.test(
    text,
  )
    ? true
    : null;
}
