// Cells as text: cleaned for storage, folded for comparing, and words that mean "nothing is known".

const plainAscii = /^[!-&(-~](?:[ -~]*[!-~])?$/;
const invisible = /[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const joiners = /^[\u200c\u200d]+|[\u200c\u200d]+$/g;
const guarded = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Takes away the one apostrophe that an export puts before a text a spreadsheet would take for a formula. */
export const withoutGuard = (text: string): string => (guarded.test(text) ? text.slice(1) : text);

/**
 * A cell as it is stored: NFC, no invisible or control characters, no space of any kind at its ends, CR LF as LF.
 * Joiners inside stay, because emoji and Persian need them.
 */
export function cleanCell(raw: string): string {
  if (raw === '' || plainAscii.test(raw)) return raw;
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(invisible, '')
    .normalize('NFC')
    .trim()
    .replace(joiners, '');
  return withoutGuard(text).trim();
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const ascii = /^[ -~]*$/;

/** Longer texts are compared by their beginnings: some letters unfold to 18. */
const longestNormalized = 2000;

/** For comparing only: no case, no accents, compatibility forms as one, single spaces. */
export function normalize(whole: string): string {
  const text = whole.length > longestNormalized ? whole.slice(0, longestNormalized) : whole;
  // Most cells are plain ASCII, and what follows costs twenty times as much.
  if (ascii.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[ßæœøłđðþı]/g, letter => letters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of a header, folded: "FirstName", "first_name" and "First name*" are all ["first", "name"]. */
export const headerTerms = (header: string): string[] =>
  normalize(header.slice(0, 300).replace(/([\p{Ll}\d])(\p{Lu})|(\p{L}{3})(\d{1,2}$)/gu, '$1$3 $2$4'))
    .replace(/[^\p{L}\p{N}\p{M}#]+/gu, ' ')
    .split(' ')
    .filter(word => word !== '');

/** One word to compare headers by: "E-Mail Address", "emailaddress" and "EMail_Address" are the same. */
export const headerKey = (header: string): string => headerTerms(header).join('');

const nothing = new Set(
  (
    '\\n|[]|{}|[""]|select|please select|not closed|no tasks|-- select --|--none--|-none-|- none -|none|null|nan|n/a|#n/a|n.a.|n.v.t.|nicht bekannt|unbekannt|unknown|' +
    'not specified|not set|not available|not provided|undefined|(blank)|(empty)|(none)|k.a.|k. a.|keine angabe|keine|inconnu|' +
    'desconocido|sconosciuto|onbekend|brak|nil|tbd|tbc|tba|t.b.c.|t.b.d.|t.b.a.|n/k|?|??|???|-|--|---|–|—|.|..|_|#ref!|#value!|#name?|#div/0!|#null!|#num!|[object object]|0000-00-00|00/00/0000|00.00.0000|0000-00-00 00:00:00'
  ).split('|'),
);
const nothingStarts = new Set([...nothing].flatMap(word => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));
const alsoNames = new Set(['null', 'none', 'nan', 'nil', 'select', 'keine', 'brak']);

/** True for what forms and programs write where they know nothing ("Select", "n/a", "-", "#N/A"). */
export const saysNothing = (clean: string): boolean =>
  clean === '' || (clean.length < 20 && nothingStarts.has(clean.charCodeAt(0)) && nothing.has(normalize(clean)));

const open = new Set('tbd|tbc|tba|t.b.c.|t.b.d.|t.b.a.|?|??|???'.split('|'));

/** True for what people write where something is still to be agreed or asked; programs do not write it. */
export const isStillOpen = (clean: string): boolean =>
  clean.length < 7 && nothingStarts.has(clean.charCodeAt(0)) && open.has(normalize(clean));

/** The same for a person's name: Mr "Null" and Ms "None" exist; all in capitals or all small it is a program's word. */
export function saysNothingAsName(clean: string): boolean {
  if (!saysNothing(clean)) return false;
  if (!alsoNames.has(normalize(clean))) return true;
  return clean === clean.toLowerCase() || clean === clean.toUpperCase();
}

/** Column as a spreadsheet names it: 0 is "A", 25 "Z", 26 "AA". */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** A copy that does not keep alive the big text it was cut from. */
export const detach = (text: string): string => (text.length < 13 ? text : text.split('').join(''));

export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** "PAID_SEARCH" and "COMPUTER_SOFTWARE" are how a program writes it; `single`: a word alone, such as "OFFLINE", as well. */
export const spoken = (text: string, single = false): string =>
  text.length > 5 && text.length < 60 && (single || text.includes('_')) && /^[A-Z]{2,}(?:_[A-Z]+)*$/.test(text)
    ? `${text.charAt(0)}${text.slice(1).toLowerCase().replaceAll('_', ' ')}`
    : text;

const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
  0xff10,
];

/** Digits of every script as 0 to 9; full-width signs beside them as plain ones. */
export const plainDigits = (text: string): string =>
  ascii.test(text)
    ? text
    : text
        .replace(/\p{Nd}/gu, digit => {
          const code = digit.codePointAt(0) ?? 0;
          const zero = zeros.find(first => code >= first && code < first + 10);
          return zero === undefined ? digit : String(code - zero);
        })
        .replace(/[\uff08-\uff0f]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
        .replace(/[\u2010-\u2013\u2212\u30fc]/g, '-');
