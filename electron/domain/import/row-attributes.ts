// Lead fields of one row: text, addresses, numbers, yes and no, each with its limit.

import type { LeadAttributes } from '../../../shared/lead.ts';
import { fieldsOfKind, leadAttributesSchema, textLimits } from '../../../shared/lead.ts';
import { largestAmount } from '../../../shared/money.ts';
import { countryCode, countryName } from '../countries.ts';
import { furtherLine } from '../further-contacts.ts';
import type { Use } from './cells.ts';
import { headerOf, textOf, warning } from './cells.ts';
import { consentOf, mentionsOptOut, optsOut, saysNoAddress, saysOptOut } from './consent-terms.ts';
import { yesNo } from './content.ts';
import { dateEvidence } from './dates.ts';
import { parseEmails } from './emails.ts';
import { isParticle, withParticle } from './name-particles.ts';
import { splitName } from './names.ts';
import { lostDigits, lowerEnd, parseNumber, parseSize } from './numbers.ts';
import { isPhone, parsePhone, splitPhones, tidyPhone } from './phones.ts';
import type { ImportPlan } from './plan.ts';
import { readName } from './row-names.ts';
import { splitCityAndCountry } from './row-place.ts';
import { each, inOneLine, limited, type RowAttributes, type TextField, type Writable } from './row-text.ts';
import { asksNotTo, keepCell, refuseCell } from './row-unread.ts';
import { readWishInEmail, withoutWish } from './row-wishes.ts';
import { headerKey, headerTerms, normalize, spoken } from './text.ts';

/** Addresses, numbers and notes are read in their own ways. */
const readApart: ReadonlySet<string> = new Set(['email', 'phone', 'notes']);
const textFields = (Object.keys(textLimits) as TextField[]).filter(field => !readApart.has(field));
/** Beside which people write that somebody is not to be contacted. */
const named: ReadonlySet<TextField> = new Set(['firstName', 'lastName', 'company']);
const numberFields = fieldsOfKind('number');
const moneyFields = fieldsOfKind('money');
const knownFields = fieldsOfKind('known');
/** Headers that say no more than that these are notes. */
const bareNotes = new Set(
  'note notes comment comments description remark remarks message yourmessage memo notiz notizen bemerkung bemerkungen kommentar kommentare anmerkung anmerkungen nachricht ihrenachricht beschreibung commentaire commentaires remarque remarques notas observacion observaciones comentarios mensaje commenti annotazioni opmerking opmerkingen notities observacoes uwagi notatki anteckningar notater 備考 メモ 备注 비고'.split(
    ' ',
  ),
);

/** Of an address: the owner's own, and nobody's in this file. */
export const isOwnAddress = 'is your own address; it is nobody’s e-mail here.';

/** Reads all facts of a row. Cells that are not what their column should hold are kept in the notes and warned about. */
export function readAttributes(plan: ImportPlan, row: readonly string[]): RowAttributes {
  const attributes: Writable<LeadAttributes> = {};
  const out: RowAttributes & { country: string | null } = {
    attributes,
    emails: [],
    phones: [],
    country: plan.context.country,
    warnings: [],
    asked: [],
    notes: [],
  };
  const { notes } = out;
  for (const field of textFields) readText(plan, row, field, out);
  readName(plan, row, out);
  // In a list of customers, a person is the customer as well.
  const { firstName, lastName, company } = attributes;
  if (
    !plan.mapping.literal &&
    company &&
    firstName &&
    lastName &&
    normalize(company) === normalize(`${firstName} ${lastName}`)
  )
    attributes.company = null;
  if (attributes.country) {
    out.country = countryCode(attributes.country) ?? out.country;
    if (!plan.mapping.literal) attributes.country = countryName(attributes.country);
  }
  if (!plan.mapping.literal) splitCityAndCountry(attributes, plan.uses.get('city') ?? []);
  each(plan, row, ['email', 'otherEmail'], (use, text) => readEmail(use, text, out, notes, plan.ownAddresses));
  each(plan, row, ['phone', 'otherPhone'], (use, text) => readPhone(use, text, codeOf(use, row), out));
  for (const field of knownFields) readKnown(plan, row, field, out);
  each(plan, row, ['optOut'], (use, text) => {
    // The day of opting out says the same as a yes.
    if (optsOut(text) || dateEvidence(text) !== null) attributes.consent = 'no';
    const isActivity = plan.uses.get('activity')?.some(({ column }) => column === use.column) === true;
    if (yesNo(text) === null && !isActivity) keepCell(plan, use, text, notes);
  });
  // A number that the field cannot hold, such as one below zero, is told and kept in the notes: no cell is lost.
  const refuse = (use: Use, text: string, why: string): void =>
    refuseCell(plan, use, text, why, { warnings: out.warnings, unread: notes });
  for (const field of numberFields) {
    each(plan, row, [field], (use, text) => {
      const number = parseSize(text, use.decimal ?? '.');
      if (number !== null && leadAttributesSchema.shape[field].safeParse(number).success) attributes[field] = number;
      else refuse(use, text, `is not a number${field === 'companySize' ? ' of people' : ''}.`);
    });
  }
  for (const field of moneyFields) {
    each(plan, row, [field], (use, text) => {
      const amount = moneyOf(plan, use, text);
      if (amount !== null) attributes[field] = amount;
      if (amount !== null) tellRange(use, text, out.warnings);
      else refuse(use, text, 'is not an amount.');
    });
  }
  each(plan, row, ['notes'], (use, text) => {
    notes.push(bareNotes.has(headerKey(use.header)) ? text : `${headerOf(use)}: ${text}`);
    if (!plan.mapping.literal && mentionsOptOut(text)) out.asked.push(warning(use, text, asksNotTo));
  });
  if (!plan.mapping.literal) {
    each(plan, row, ['stage', 'tags'], (use, text) => {
      if (use.flag !== undefined) return;
      const asking = text.split(/[,;|\n]/).filter(saysOptOut);
      // "No email" of somebody without an address may say just that.
      if (asking.length > 0 && !attributes.email && asking.every(saysNoAddress))
        out.asked.push(warning(use, text, asksNotTo));
      else if (asking.length > 0) attributes.consent = 'no';
    });
  }
  if (attributes.consent !== 'no') out.warnings.push(...out.asked);
  // Beyond the widest row that was seen when the file was looked at.
  for (let column = plan.width; column < row.length && !plan.mapping.literal; column++) {
    const text = row[column]?.trim() ?? '';
    if (text !== '') notes.push(`${headerOf({ header: '', column })}: ${text}`);
  }
  const fixedNote = plan.fixed.get('notes');
  if (fixedNote) notes.push(fixedNote);
  const all = notes.join('\n');
  if (all !== '') attributes.notes = limited('notes', all, out.warnings);
  return out;
}

/** Minor units; null when it is not an amount or below zero. */
export function moneyOf(plan: ImportPlan, use: Use, text: string): number | null {
  const decimal = use.decimal ?? '.';
  // "01632 960001" is somebody's number.
  if (/^\+?0\d{2,5}[\s/-]\d{3}|^\+?0[1-9]\d{8,}$/.test(text)) return null;
  const value = parseNumber(text, decimal) ?? parseNumber(lowerEnd(text) ?? '', decimal);
  const factor = use.factor === undefined || /\d\s?(?:k|tsd|m|mio)\b/i.test(text) ? 1 : use.factor;
  const amount = value === null ? -1 : Math.round(value * factor * plan.context.minorUnits);
  return amount >= 0 && Number.isInteger(amount) && amount <= largestAmount ? amount : null;
}

/** Of a range the lower end is taken, and it is told. */
export function tellRange(use: Use, text: string, warnings: string[]): void {
  if (parseNumber(text, use.decimal ?? '.') === null && lowerEnd(text) !== null)
    warnings.push(warning(use, text, 'is a range; the lower end is taken.'));
}

function readText(plan: ImportPlan, row: readonly string[], field: TextField, out: RowAttributes): void {
  let text = '';
  let before = '';
  const uses = plan.uses.get(field);
  // Most files hold few of the fields.
  if (uses === undefined && !plan.fixed.has(field)) return;
  const header = uses?.[0]?.header ?? '';
  for (const use of uses ?? []) {
    const written = textOf(use, row);
    const part = named.has(field) ? withoutWish(use, written, plan, row, out) : written;
    if (part === '' || part === text) continue;
    if (field === 'externalId' && !use.literal && lostDigits(part)) {
      out.warnings.push(warning(use, part, 'lost its last digits in a spreadsheet and cannot be used as an ID.'));
      continue;
    }
    if (isDitto(part) && !use.literal) {
      out.warnings.push(warning(use, part, 'stands for the cell above; it was left empty.'));
      continue;
    }
    if (use.particle && uses !== undefined && uses.length > 1) {
      if (isParticle(part)) before = part;
      else out.notes.push(`${headerOf(use)}: ${part}`);
      continue;
    }
    // An id is one id: the first column that has one, and the first of several joined by ";".
    if (field === 'externalId') {
      text = use.literal ? part : (part.split(';')[0]?.trim() ?? part).replace(/^'(?=\d+$)/, '');
      break;
    }
    text = text === '' ? part : `${text} ${part}`;
  }
  if (before !== '') text = withParticle(before, text);
  if (text === '') text = plan.fixed.get(field) ?? '';
  if (text !== '')
    out.attributes[field] = limited(
      field,
      field.endsWith('Note') || plan.mapping.literal ? text : tidied(header, inOneLine(spoken(text), ', ')),
      out.warnings,
    );
}

/** Notion puts the address of its page behind a name; in a vCard the departments follow the company. */
function tidied(header: string, text: string): string {
  const bare = /\(https?:/.test(text) ? text.replace(/\s?\(https?:\/\/[^\s()]{1,500}\)(?=,|$)/g, '') : text;
  return /^org\b/i.test(header) ? (bare.split(';').find(part => part.trim() !== '') ?? '').trim() : bare;
}

/** "dito", or the mark of it. */
const isDitto = (text: string): boolean =>
  text.length < 8 &&
  /^(?:["″”〃']{1,2}|[-–]?\s?["″”]\s?[-–]?|di[t]{1,2}o\.?|do\.|idem|id\.|s\. ?o\.|dto\.?)$/i.test(text);

function readEmail(
  use: Use,
  text: string,
  out: RowAttributes,
  notes: string[],
  ownAddresses: ReadonlySet<string>,
): void {
  if (use.literal) {
    out.attributes.email = text.slice(0, textLimits.email);
    return;
  }
  const { addresses: all, name, rest } = parseEmails(text);
  const own = ownAddresses.size === 0 ? [] : all.filter(address => ownAddresses.has(address.toLowerCase()));
  const addresses = own.length === 0 ? all : all.filter(address => !own.includes(address));
  for (const address of own) out.warnings.push(warning(use, address, isOwnAddress));
  if (own.length > 0) notes.push(`${use.header || 'E-mail'}: ${own.join(', ')}`);
  if (name && !saysOptOut(name) && !out.attributes.firstName && !out.attributes.lastName) {
    const { firstName, lastName } = splitName(name);
    if (firstName) out.attributes.firstName = firstName;
    if (lastName) out.attributes.lastName = lastName;
  }
  if (own.length > 0 && addresses.length === 0) return;
  for (const address of addresses) {
    if (!out.attributes.email) out.attributes.email = address;
    else if (address !== out.attributes.email && !out.emails.includes(address)) {
      out.emails.push(address);
      notes.push(furtherLine('email', address));
    }
  }
  // A column for either, as in "E-mail / phone".
  const phone = tidyPhone(addresses.length === 0 ? text : rest.join(' '));
  if (isPhone(phone) && !out.attributes.phone) out.attributes.phone = phone;
  else if (addresses.length === 0) {
    out.warnings.push(warning(use, text, 'is not an e-mail address.'));
    notes.push(`${use.header || 'E-mail'}: ${text}`);
  } else if (rest.length > 0) notes.push(`${use.header || 'E-mail'}: ${rest.join(' ')}`);
  if (saysOptOut(name ?? '')) out.attributes.consent = 'no';
  else if (rest.length > 0) readWishInEmail(use, rest.join(' '), addresses.length > 0, out);
}

/** More of them are no numbers of one person. */
const mostPhones = 50;

/** "+33" in a column beside the number. */
const codeOf = ({ prefix }: Use, row: readonly string[]): string => {
  const code = prefix === undefined ? '' : (row[prefix] ?? '').replace(/[^\d+]/g, '').replace(/^00/, '+');
  return code === '' || code.startsWith('+') ? code : `+${code}`;
};

function readPhone(use: Use, text: string, prefix: string, out: RowAttributes): void {
  const { notes } = out;
  if (use.literal) {
    out.attributes.phone = text.slice(0, textLimits.phone);
    return;
  }
  if (mentionsOptOut(text)) out.asked.push(warning(use, text, asksNotTo));
  // Keys take 12 µs a number, and most rows have one number only.
  const keyOf = (phone: string) => parsePhone(phone, out.country)?.key ?? phone;
  const isKnown = (phone: string) =>
    [out.attributes.phone, ...out.phones].some(one => one && keyOf(one) === keyOf(phone));
  for (const bare of splitPhones(text)) {
    const part = prefix !== '' && !/^(?:\+|00)/.test(bare) ? `${prefix}${bare.replace(/^0(?=\d)/, '')}` : bare;
    const phone = tidyPhone(part).slice(0, textLimits.phone);
    if (lostDigits(phone)) {
      out.warnings.push(warning(use, part, 'lost its last digits in a spreadsheet.'));
      notes.push(`${use.header || 'Phone'}: ${part}`);
    } else if (phone.replace(/\D/g, '').length < 5) {
      out.warnings.push(warning(use, part, 'is not a phone number.'));
      notes.push(`${use.header || 'Phone'}: ${part}`);
    } else if (!out.attributes.phone) out.attributes.phone = phone;
    else if (out.phones.length < mostPhones && !isKnown(phone)) {
      out.phones.push(phone);
      notes.push(furtherLine('phone', phone));
    }
  }
}

function readKnown(
  plan: ImportPlan,
  row: readonly string[],
  field: (typeof knownFields)[number],
  out: RowAttributes,
): void {
  each(plan, row, [field], (use, text) => {
    const answer = field === 'consent' ? consentOf(text) : yesNo(text);
    if (answer === null)
      refuseCell(plan, use, text, 'is not yes or no.', { warnings: out.warnings, unread: out.notes });
    // No newsletter is no wish not to be contacted.
    else if (!answer && field === 'consent' && isNewsletter(use.header)) out.notes.push(`${headerOf(use)}: ${text}`);
    else if (field !== 'consent' || out.attributes.consent !== 'no') out.attributes[field] = answer ? 'yes' : 'no';
  });
  const fixed = plan.fixed.get(field);
  if (fixed !== undefined && out.attributes[field] === undefined) {
    const answer = yesNo(fixed);
    if (answer !== null) out.attributes[field] = answer ? 'yes' : 'no';
  }
}

const isNewsletter = (header: string): boolean =>
  /newsletter|mailing ?list|rundbrief|infolettre|lettre d ?information|boletin|nieuwsbrief|bulletin/.test(
    headerTerms(header).join(' '),
  );
