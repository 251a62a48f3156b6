// What programs and spreadsheets wrap around a text: HTML entities, ="00123".

/** Names of U+00A0 to U+00FF, in their order. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const others: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  hellip: '…',
  bull: '•',
  trade: '™',
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
};
const named = new Map([
  ...latin.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...Object.entries(others),
]);
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;

const ofCode = (code: number, whole: string): string =>
  code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;

const decoded = (text: string): string =>
  text.replace(entity, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (decimal !== undefined) return ofCode(Number(decimal), whole);
    if (hex !== undefined) return ofCode(Number.parseInt(hex, 16), whole);
    return named.get(name ?? '') ?? whole;
  });

const formulaText = /^="((?:[^"]|"")*)"$/;

/** The text itself. "&amp;amp;" has been through two programs; "AT&T" is no entity. */
export function unwrapped(text: string): string {
  let bare = text;
  if (text.startsWith('="')) bare = formulaText.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
  if (!bare.includes('&') || !bare.includes(';')) return bare;
  const once = decoded(bare);
  return (once === bare ? bare : decoded(once)).replace(/\u00a0/g, ' ').trim();
}
