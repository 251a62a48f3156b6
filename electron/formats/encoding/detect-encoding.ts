// Finds the encoding of a text file: byte order mark, then NULs, then valid UTF-8, then the code page that reads best.
import { decoderOf, encodings } from './encodings.ts';

/** What the reader saw of the bytes. */
export type ByteSample = {
  /** The first bytes and pieces from further on that hold bytes above 127; at most some 128 KB. */
  readonly bytes: Uint8Array;
  /** True when the whole file is valid UTF-8. */
  readonly validUtf8: boolean;
};

/** Ids of all encodings, the likeliest first. `locale`: the owner's, such as "de-AT"; it decides what the file leaves open. */
export function detectEncoding(sample: ByteSample, locale: string): readonly string[] {
  const sure =
    byMark(sample.bytes) ?? byNuls(sample.bytes) ?? (sample.validUtf8 || mostlyUtf8(sample.bytes) ? 'utf-8' : null);
  const legacy = byScore(sample.bytes, locale);
  const order = [...(sure ? [sure] : []), ...legacy, 'utf-8', ...encodings.map(({ id }) => id)];
  return [...new Set(order)];
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** A card or calendar that begins in single bytes: zeros further on make no UTF-16 of it. */
const beginsSingly = (bytes: Uint8Array): boolean =>
  /^BEGIN:V/i.test(Buffer.from(bytes.subarray(0, 7)).toString('latin1'));

/** Separators and line ends of UTF-16 have a NUL as their other byte, whatever the script. */
export function byNuls(bytes: Uint8Array): string | null {
  if (beginsSingly(bytes)) return null;
  const most = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < most; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd * 50 > most && odd > even * 3) return 'utf-16le';
  return even * 50 > most && even > odd * 3 ? 'utf-16be' : null;
}

/**
 * True for UTF-8 with a few bytes that are none: characters cut by another program, or a row from another encoding.
 * Text of a code page has hardly ever a lead byte with the right number of continuation bytes behind it.
 */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let stray = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < more && ((bytes[i + found + 1] ?? 0) & 0xc0) === 0x80) found++;
    if (more > 0 && found === more) valid++;
    else stray++;
    i += found;
  }
  return valid > 0 && stray * 4 <= valid;
}

/** Letters each code page is used for; a page is good when what it gives is mostly these. */
const alphabets: readonly (readonly [string, string, string])[] = [
  ['windows-1252', 'éèêëàâäáãåçñóôöòõøúùûüíîïìßæœ', 'en de fr es it pt nl sv da nb nn no fi is ca eu ga'],
  ['windows-1250', 'ąćęłńóśźżáčďéěíňřšťúůýžľĺŕôäöüőűăâîșțşţđß', 'pl cs sk hu ro hr sl bs sr sq'],
  ['iso-8859-2', 'ąćęłńóśźżáčďéěíňřšťúůýžľĺŕôäöüőűăâîşţđß', 'pl cs sk hu ro hr sl bs'],
  ['windows-1251', 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћџ', 'ru uk bg be sr mk'],
  ['koi8-r', 'абвгдежзийклмнопрстуфхцчшщъыьэюяё', ''],
  ['ibm866', 'абвгдежзийклмнопрстуфхцчшщъыьэюяё', ''],
  ['windows-1253', 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ', 'el'],
  ['windows-1254', 'çğıöşüâîûéñáóíİ', 'tr az'],
  ['windows-1255', 'אבגדהוזחטיךכלםמןנסעףפץצקרשת', 'he'],
  ['windows-1256', 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤپچژگ', 'ar fa ur'],
  ['windows-1257', 'āčēģīķļņšūžąęėįųõäöüóćńśźżå', 'lv lt et'],
  ['windows-874', 'กขคงจฉชซญฎฐณดตถทธนบปผฝพฟภมยรลวศษสหอฮะาิีึืุูเแโใไ่้๊๋์็ํำั', 'th'],
  ['macintosh', 'éèêëàâäáãåçñóôöòõøúùûüíîïìßæœ', ''],
  ['cp850', 'éèêëàâäáãåçñóôöòõøúùûüíîïìßæ', ''],
  ['shift_jis', '', 'ja'],
  ['euc-jp', '', ''],
  ['gb18030', '', 'zh'],
  ['big5', '', 'zh-tw'],
  ['euc-kr', '', 'ko'],
  ['windows-1252', 'áéíóúýþæðöÁÉÍÓÚÝÞÆÐÖ', 'is fo'],
];
const fine = '€£¥¢§°©®™«»‹›“”„‘’‚–—…·•†¼½¾²³¹ªº¡¿´µ×÷±\u00a0№';
/** Signs that belong before a number, and behind one. */
const beforeDigits = '€£¥§–×÷±№\u00a0';
const behindDigits = '€£¥¢°½¼¾²³ªº–×÷\u00a0';
/** The characters most used in business lists: names, places, company forms. */
const commonHan = new Set(
  '的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗司限有技科京海北上深市州广南江限責任業務電話會社東張陳劉楊黃趙國學華際台灣山田中村佐藤鈴木高橋伊株式会社太郎子美名前号県区町',
);

function byScore(bytes: Uint8Array, locale: string): string[] {
  const homes = homesOf(locale);
  return alphabets
    .map(([id, alphabet, languages], index) => {
      const home = Math.max(0, ...languages.split(' ').map(language => homes.get(language) ?? 0));
      return { id, score: scoreOf(decoderOf(id)(bytes, true), new Set(alphabet)) + home - index / 1000 };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

/** Languages of the owner with a bonus: programs write the code page of the country a computer is set up for. */
function homesOf(text: string): ReadonlyMap<string, number> {
  const homes = new Map<string, number>();
  try {
    const locale = new Intl.Locale(text);
    const { language, region } = locale.maximize();
    homes.set(language, locale.region === undefined ? 0.25 : 0.15);
    homes.set(new Intl.Locale(`und-${region ?? ''}`).maximize().language, 0.25);
    if (region === 'TW' || region === 'HK') homes.set('zh-tw', 0.3);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return homes;
}

/** Mean over the characters above 127: how well each fits its alphabet and its neighbours; about -10 to 2. */
function scoreOf(text: string, alphabet: ReadonlySet<string>): number {
  let total = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) continue;
    count++;
    total += pointsOf(text, i, code, alphabet);
  }
  return count === 0 ? 0 : total / count;
}

const isLower = (text: string | undefined): boolean => text !== undefined && /\p{Ll}/u.test(text);
const isUpper = (text: string | undefined): boolean => text !== undefined && /\p{Lu}/u.test(text);
const isDigit = (text: string | undefined): boolean => text !== undefined && /[0-9]/.test(text);
const isLatin = (text: string | undefined): boolean => text !== undefined && /[A-Za-z]/.test(text);

function pointsOf(text: string, i: number, code: number, alphabet: ReadonlySet<string>): number {
  const char = text[i] ?? '';
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) return -10;
  if (code >= 0x3040 && code < 0x3100) return 1.6;
  if (code >= 0xac00 && code < 0xd7a4) return alphabet.size === 0 && !isLatin(text[i - 1]) ? 1.5 : 0;
  if (code >= 0x4e00 && code < 0xa000) return hanPoints(text, i, char);
  if (code >= 0xff61 && code < 0xffa0) return -1;
  const neighbours = [text[i - 1], text[i + 1]];
  // A Cyrillic letter beside a Latin one is a Polish one read wrong.
  if (code >= 0x370 && code < 0x1000 && (isLatin(neighbours[0]) || isLatin(neighbours[1]))) return -3;
  // Two accented letters side by side are rare in Latin script; in Cyrillic read as Latin they are the rule.
  const crowded = code < 0x250 && (text.charCodeAt(i - 1) || 0) >= 0xc0 && (text.charCodeAt(i - 1) || 0) < 0x250;
  const letters = neighbours.some(one => one !== undefined && /\p{L}/u.test(one));
  const digits = neighbours.some(isDigit);
  if (fine.includes(char) && (!alphabet.has(char) || digits)) {
    if (isDigit(neighbours[1]) && beforeDigits.includes(char)) return 1.4;
    if (isDigit(neighbours[0]) && behindDigits.includes(char)) return 1.4;
    return isLatin(neighbours[0]) && isLatin(neighbours[1]) && char !== '’' ? -2 : 0.6;
  }
  // "Ł2,300" is "£2,300" read wrong: a lone letter does not stand before or behind a number.
  if (digits && !letters && code < 0x530) return -2;
  if (alphabet.has(char)) return crowded ? 0.2 : 1.3;
  if (alphabet.has(char.toLowerCase()))
    return isLower(neighbours[0]) ? -2 : isLatin(neighbours[1]) || !isLower(neighbours[1]) ? 1.1 : 0.9;
  if (/\p{L}/u.test(char)) return isUpper(char) && isLower(neighbours[0]) ? -3 : -0.5;
  return isLatin(neighbours[0]) || isLatin(neighbours[1]) ? -3 : -0.5;
}

/** Latin read as Chinese swallows the letter that follows: a lone character between Latin letters is a mistake. */
function hanPoints(text: string, i: number, char: string): number {
  if (isLatin(text[i - 1]) || isLatin(text[i + 1])) return -3;
  return commonHan.has(char) ? 2 : 0.5;
}
