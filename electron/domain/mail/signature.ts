// Where a message ends and its signature begins, and what can be guessed from the signature.
import { isCompanyName } from '../import/companies.ts';
import { isPhone, tidyPhone } from '../import/phones.ts';
import { domainOf, type MailAddress } from './mail.ts';
import { isSignatureMark } from './quoted.ts';

export type Guesses = {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly website: string;
};
export const noGuesses: Guesses = { name: '', company: '', phone: '', jobTitle: '', website: '' };

const closing =
  /^(?:(?:kind|best|warm|many|with (?:kind|best|warm))? ?(?:regards|wishes|thanks)|best|cheers|sincerely|yours(?: (?:sincerely|faithfully|truly))?|thank you|thanks(?: (?:again|a lot|in advance|and (?:kind |best )?regards))?|(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|vielen?|schönen?|sonnigen?|kollegialen?) grüß(?:en|e)(?: aus .{2,40})?|(?:viele|liebe|beste|schöne|herzliche|freundliche) grüße(?: aus .{2,40})?|(?:gruß|grüße|lg|vg|mfg|hochachtungsvoll|danke)|(?:bien )?cordialement|bien à vous|(?:meilleures|sincères) salutations|salutations distinguées|un (?:cordial )?saludo|(?:cordiales |atentos )?saludos(?: cordiales)?|atentamente|(?:cordiali|distinti|migliori) saluti|un saluto|saluti|met (?:vriendelijke|hartelijke) groet(?:en)?|(?:vriendelijke )?groet(?:en|jes)?|mvg|(?:atenciosamente|cumprimentos|abraços?|com os melhores cumprimentos|melhores cumprimentos)|med vänlig(?:a)? häls(?:ning|ningar)|(?:vänliga )?hälsningar|mvh|z poważaniem|pozdrawiam)[\s,.!]*$/iu;

/** Lines a signature has at most; below it may stand a notice of law. */
const longest = 14;
/** Lines from the end in which the closing words are looked for. */
const within = 30;

/** Below a signature: notices of law, which may be whole sentences. */
const notice =
  /\bregistered (?:in|office|no\b|number)|\b(?:confidential|privileged|disclaimer|intended (?:only|solely|recipients?|for)|amtsgericht|handelsregister|geschäftsführer|vertraulich|confidentiel|destinataire|confidencial|destinatario|riservat\p{L}*|vertrouwelijk|geadresseerde|konfidentiell)\b|before printing|print this e-?mail/iu;
const legalEnd = /\b(?:Ltd|Inc|Co|Corp|B\.V|N\.V|S\.A|S\.L|S\.r\.l|S\.p\.A|e\.K|o\.o|s\.r\.o|GmbH|Lda|Ltda)\.$/i;
/** Lines right below the closing words in which a short sentence counts, too; further down it is a slogan. */
const firstLines = 2;

/** Whether words of a message, not of a signature, stand in these lines. */
function hasSentence(lines: readonly string[]): boolean {
  const pieces: string[] = [];
  let before = '';
  for (const line of lines.map(one => one.trim())) {
    // A line that goes on in a small letter belongs to the one above.
    if (before !== '' && /^\p{Ll}+[ ,.?!]/u.test(line) && !/@|www\./.test(line)) pieces.push(`${pieces.pop()} ${line}`);
    else if (line !== '') pieces.push(line);
    before = line;
  }
  for (const [at, piece] of pieces.entries()) {
    if (at > 0 && notice.test(piece)) return false;
    for (const part of piece.split(/\s*[|•·]\s*|\s{3,}|\t/)) {
      if (part.length > 80) return true;
      if (!/[.?!]$/.test(part) || legalEnd.test(part)) continue;
      const words = part.split(/\s+/);
      if (words.length > 5 || (at < firstLines && words.slice(1).some(word => /^\p{Ll}/u.test(word)))) return true;
    }
  }
  return false;
}

/** The message and its signature apart; the closing words belong to neither. */
export function withoutSignature(lines: readonly string[]): {
  readonly text: readonly string[];
  readonly signature: readonly string[];
} {
  const first = lines.findIndex(line => line.trim() !== '');
  const mark = lines.findIndex(
    (line, at) =>
      at > first &&
      isSignatureMark(line) &&
      (line.trim() === '--' || !hasSentence(lines.slice(at + 1, at + 1 + within))),
  );
  const body = mark < 0 ? lines : lines.slice(0, mark);
  let last = body.length;
  while (last > 0 && body[last - 1]?.trim() === '') last--;
  for (let at = last - 1; at > first && at >= last - within; at--) {
    if (!closing.test(body[at]?.trim() ?? '') || hasSentence(body.slice(at + 1, last))) continue;
    return {
      text: body.slice(0, at),
      signature: [
        ...body.slice(at + 1, at + 1 + longest),
        ...(mark < 0 ? [] : lines.slice(mark + 1, mark + 1 + longest)),
      ],
    };
  }
  return { text: body, signature: mark < 0 ? [] : lines.slice(mark + 1, mark + 1 + longest) };
}

const titles =
  /\b(?:ceo|cto|cfo|coo|managing director|director|manager|head of|owner|founder|co-founder|president|partner|assistant|engineer|architect|consultant|buyer|purchas(?:er|ing)|sales|marketing|geschäftsführer(?:in)?|inhaber(?:in)?|leiter(?:in)?|leitung|vertrieb|einkauf|prokurist(?:in)?|meister(?:in)?|assistenz|sachbearbeiter(?:in)?|gérante?|directeur|directrice|responsable|titolare|direttore|direttrice|amministratore|gerente|director(?:a)?|propietari[oa]|eigenaar|directeur|inkoper|zaakvoerder|sócio|diretor(?:a)?|ägare|właściciel)\b/iu;
const legal =
  /\b(?:GmbH(?: & Co\. ?KG)?|AG|KG|OHG|GbR|UG|e\.\s?K\.|Ltd\.?|Limited|LLC|LLP|Inc\.?|Corp\.?|PLC|plc|S\.?A\.?R\.?L\.?|SAS|S\.A\.S?\.?|S\.L\.?|S\.r\.l\.?|S\.p\.A\.?|B\.?V\.?|N\.?V\.?|Lda\.?|Ltda\.?|AB|Oy|ApS|A\/S|sp\. z o\.o\.|s\.r\.o\.|Kft\.?|Pty)(?=$|[\s,|•·])/;
const phoneLine =
  /(?:^|[\s|•·,;(])(?:(tel(?:efon|ephone|éfono|efono|efoon)?|phone|ph|mob(?:il|ile|iel)?|handy|cell(?:ulare)?|cel|celular|fon|direct|office|durchwahl|zentrale|tél|móvil|telemóvel|gsm|whatsapp|t|m|p|d|c)\s?[.:)]{0,2}\s?)?(\+?\(?\d[\d\s()./-]{6,22}\d)/iu;
/** Lines whose numbers are those of a firm, a tax office or a bank. */
const otherNumbers =
  /(?<![\p{L}\p{N}])(?:reg|registered|registration|registro|registre|registrazione|registr(?:e|y|ering)?snummer|register(?:nummer|nr)|handelsregister|compan(?:y|ies) (?:no|number|reg)|charity|hrb|hra|fn|ust|ust[ -]?id[ -]?n[ro]|umsatzsteuer\p{L}*|mwst|uid|steuer\p{L}*|st\.?-?nr|vat|tva|iva|btw|moms|tax|tin|ein|abn|acn|eori|gst|d-?u-?n-?s|siret|siren|rcs|ape|naf|iban|bic|swift|sort[ -]?code|routing|account(?! (?:manager|executive|director))|acct|konto\p{L}*|kto|blz|bankleitzahl|kvk|p\.? ?iva|partita iva|c\.? ?f|codice fiscale|rea|nif|nipc|cif|nie|cnpj|nip|regon|krs|ičo?|dič|cvr|org\.?(?:anisations)?[ -]?n(?:umme)?r|kunden(?:nummer|nr|-nr)|customer (?:no|number)|invoice|rechnung\p{L}*|facture|factura|fattura|factuur)(?![\p{L}\p{N}])/iu;
/** Without a word before it: with a country code, in groups behind a 0, or as North America writes it. */
const phoneAlone = /^\(?\+|^\(?0\d*\)?[\s()./-]+\d|^\(?[2-9]\d\d\)?[\s.-]{1,2}[2-9]\d\d[\s.-]\d{4}$/;
const fax = /\b(?:fax|telefax|faks|f)\b\s?[.:]/i;
const site = /(?:https?:\/\/)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?:\/[^\s|•·]*)?/iu;
const notTheirs =
  /facebook|instagram|linkedin|twitter|youtube|tiktok|xing|maps\.|goo\.gl|aka\.ms|bit\.ly|outlook|apple\.com/i;
const webLine = /(?:https?:\/\/|www\.)\S+/i;

const parts = (line: string): string[] =>
  line
    .slice(0, 200)
    .split(/\s*[|•·]\s*|\s{3,}|\t/)
    .map(part => part.replace(/^[*_\s]+|[*_\s]+$/g, ''))
    .filter(part => part !== '');

const simple = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What a signature says of its writer. Nothing of it is sure. */
export function guessesOf(signature: readonly string[], from: MailAddress): Guesses {
  const lines = signature.flatMap(parts);
  const label = simple(domainOf(from.address).split('.')[0] ?? '');
  let { name, company, phone, jobTitle, website } = noGuesses;
  const person = simple(from.name);
  for (const [at, line] of lines.entries()) {
    if (phone === '' && !fax.test(line) && !otherNumbers.test(line)) {
      const [, labeled, number = ''] = phoneLine.exec(line) ?? [];
      if (isPhone(number) && (labeled !== undefined || phoneAlone.test(number))) phone = tidyPhone(number).trim();
    }
    if (website === '' && webLine.test(line) && !notTheirs.test(line)) website = siteOf(webLine.exec(line)?.[0] ?? '');
    if (line.includes('@') || /\d{4}/.test(line) || webLine.test(line)) continue;
    const isPerson = person !== '' && simple(line) === person;
    if (company === '' && !isPerson && line.length <= 80) company = companyIn(line, label);
    const before = company !== '' && line.endsWith(company) ? line.slice(0, -company.length) : line;
    if (jobTitle === '' && !isPerson && before.length <= 70 && titles.test(before) && before !== company)
      jobTitle = before.replace(/[\s,;–-]+$/, '');
    if (at === 0 && from.name === '' && /^\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){1,3}$/u.test(line)) name = line;
  }
  if (company === jobTitle) jobTitle = '';
  return { name: company === name ? '' : name, company, phone, jobTitle, website };
}

/** "Bär Treppen GmbH"; "Owner, Lantern Café Ltd" without the owner; "Kingsley Stairs" of somebody at kingsley-stairs.example. */
function companyIn(line: string, label: string): string {
  for (const piece of [line, ...line.split(/,\s+|\s+[-–@]\s+|\s+(?:at|bei|chez|presso)\s+/)].toReversed()) {
    const text = piece.trim();
    if (text.length < 3 || text.length > 80) continue;
    if (legal.test(text) && (text === line || !titles.test(text))) {
      if (text === line && /,\s/.test(line) && titles.test(line)) continue;
      return text;
    }
    if (text !== line && titles.test(text)) continue;
    if (isCompanyName(text) && !titles.test(text)) return text;
    if (label.length > 3 && simple(text) === label) return text;
  }
  return '';
}

function siteOf(text: string): string {
  const host = site.exec(text)?.[1] ?? '';
  return host.includes('.') ? text.replace(/[)>\],.;]+$/, '').slice(0, 200) : '';
}
