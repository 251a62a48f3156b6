// An address card as a row: the person, how they are reached, and where they work. Pictures and birthdays find no place.
import { cardHeader } from '../import/sources/cards.ts';
import type { Card, CardProperty } from './card.ts';
import { cardLeadId } from './card-lead-id.ts';

type Cells = Partial<Record<(typeof cardHeader)[number], string>>;

/** Numbers that nobody answers. */
const machines = ['fax', 'pager', 'telex', 'modem', 'bbs', 'textphone'];
/** Groups that programs put everybody into. */
const everybody = /^\*? ?(?:my ?contacts|starred|friends|family)$/i;
const mostValues = 20;

/** What a card is of: people become leads, firms leads without a person, lists nothing. */
export function cardKind({ properties }: Card): 'person' | 'company' | 'list' {
  const said = properties.find(({ name }) => name === 'kind' || name === 'x-addressbookserver-kind');
  const kind = text(said).toLowerCase();
  if (kind === 'group') return 'list';
  const isCompany = properties.some(one => one.name === 'x-abshowas' && /^company$/i.test(text(one)));
  return kind === 'org' || isCompany ? 'company' : 'person';
}

/** What a card is called in a sentence. */
export const cardName = ({ properties }: Card): string => text(properties.find(({ name }) => name === 'fn'));

/** The cells of a card in the order of `cardHeader`. */
export function cardRow(card: Card): string[] {
  const all = (name: string): readonly CardProperty[] => card.properties.filter(one => one.name === name);
  const first = (name: string): string => text(all(name).find(one => text(one) !== ''));
  const emails = inOrder(all('email')).map(one => text(one).replace(/^mailto:/i, ''));
  const phones = inOrder(all('tel').filter(({ types }) => !types.some(type => machines.includes(type)))).map(one =>
    text(one)
      .replace(/^tel:/i, '')
      .replace(/;ext=/i, ' ext. ')
      .replace(/;phone-context=.*$/i, ''),
  );
  const [company = '', ...units] = all('org')[0]?.parts.map(part => part.trim()) ?? [];
  const isCompany = cardKind(card) === 'company';
  const names = isCompany ? {} : namesOf(card, company);
  const cells: Cells = {
    ...names,
    'E-mail': emails[0] ?? '',
    'Other e-mails': unique(emails.slice(1)).join('\n'),
    Phone: phones[0] ?? '',
    'Other phones': unique(phones.slice(1)).join('\n'),
    'Job title': first('title') || first('role'),
    Company: company || (isCompany ? first('fn') : ''),
    Department: units.filter(unit => unit !== '').join(', '),
    ...placeOf(card),
    ...sitesOf(card),
    Tags: unique(all('categories').flatMap(({ parts }) => parts.map(part => part.trim())))
      .filter(tag => tag !== '' && !everybody.test(tag))
      .join(', '),
    'Ripen lead': cardLeadId(first('uid')) ?? '',
  };
  const { sites, ...others } = cells as Cells & { sites?: string };
  others.Notes = [...all('note').map(text), sites ?? ''].filter(note => note !== '').join('\n');
  return cardHeader.map(header => others[header] ?? '');
}

const text = (property: CardProperty | undefined): string =>
  property?.parts
    .filter(part => part.trim() !== '')
    .join(', ')
    .trim() ?? '';

const unique = (texts: readonly string[]): string[] =>
  [...new Set(texts.filter(one => one !== ''))].slice(0, mostValues);

/** Preferred ones first, then those at work, then as they stand; empty ones left out. */
function inOrder(properties: readonly CardProperty[]): CardProperty[] {
  const rank = ({ types }: CardProperty): number => (types.includes('pref') ? 0 : types.includes('work') ? 1 : 2);
  return properties
    .filter(one => text(one) !== '')
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostValues);
}

function namesOf({ properties }: Card, company: string): Cells {
  const [last = '', first = '', more = ''] =
    properties.find(({ name, parts }) => name === 'n' && parts.some(part => part.trim() !== ''))?.parts ?? [];
  const firstName = [first, more]
    .map(part => part.trim())
    .filter(Boolean)
    .join(' ');
  if (firstName !== '' || last.trim() !== '') return { 'First name': firstName, 'Last name': last.trim() };
  const full = text(properties.find(({ name }) => name === 'fn'));
  // Programs write a name for cards that have none.
  const isPhone = properties.some(one => one.name === 'tel' && text(one) === full);
  const isNone = full === company || isPhone || full.includes('@') || /^[+\d][\d\s()/.-]{4,}$/.test(full);
  return { 'Full name': isNone ? '' : full };
}

/** Of several addresses that of the work, or the preferred one. */
function placeOf({ properties }: Card): Cells {
  const adr = inOrder(properties.filter(({ name }) => name === 'adr'))[0];
  if (!adr) return {};
  const [, , , city = '', region = '', , country = ''] = adr.parts;
  // Apple notes the country by its code beside an address that names none.
  const code = text(properties.find(one => one.name === 'x-abadr' && one.group === adr.group));
  return { City: city.trim(), Region: region.trim(), Country: country.trim() || code.toUpperCase() };
}

/** The first page, the page on LinkedIn, and further ones as a note. */
function sitesOf({ properties }: Card): Cells & { readonly sites?: string } {
  const pages = unique(
    properties
      .filter(({ name }) => name === 'url' || name === 'x-socialprofile' || name === 'socialprofile')
      .map(one => text(one).replace(/^x-apple:.*$/i, '')),
  );
  const isLinkedIn = (page: string): boolean => /(?:^|[/.])linkedin\.com\//i.test(page);
  const linkedIn = pages.find(isLinkedIn) ?? '';
  const [site = '', ...others] = pages.filter(page => page !== linkedIn);
  return { LinkedIn: linkedIn, Website: site, sites: others.map(page => `Website: ${page}`).join('\n') };
}
