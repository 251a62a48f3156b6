// Countries however they are written: ISO codes, names in many languages and everyday names, compared by their code.
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import ar from 'i18n-iso-countries/langs/ar.json' with { type: 'json' };
import cs from 'i18n-iso-countries/langs/cs.json' with { type: 'json' };
import da from 'i18n-iso-countries/langs/da.json' with { type: 'json' };
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import el from 'i18n-iso-countries/langs/el.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fi from 'i18n-iso-countries/langs/fi.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import hr from 'i18n-iso-countries/langs/hr.json' with { type: 'json' };
import hu from 'i18n-iso-countries/langs/hu.json' with { type: 'json' };
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import ja from 'i18n-iso-countries/langs/ja.json' with { type: 'json' };
import ko from 'i18n-iso-countries/langs/ko.json' with { type: 'json' };
import nb from 'i18n-iso-countries/langs/nb.json' with { type: 'json' };
import nl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import pl from 'i18n-iso-countries/langs/pl.json' with { type: 'json' };
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import ro from 'i18n-iso-countries/langs/ro.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import sk from 'i18n-iso-countries/langs/sk.json' with { type: 'json' };
import sv from 'i18n-iso-countries/langs/sv.json' with { type: 'json' };
import tr from 'i18n-iso-countries/langs/tr.json' with { type: 'json' };
import uk from 'i18n-iso-countries/langs/uk.json' with { type: 'json' };
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { normalize } from './scoring/normalize.ts';

/**
 * Names as registers and people write them, the languages Ripen reads files in first. Not from Intl: its names are those of
 * the machine, and the same data must give the same score on each.
 */
const registers = [en, de, fr, es, it, nl, pl, pt, sv, da, nb, fi, cs, sk, hu, ro, hr, el, tr, ru, uk, ja, zh, ko, ar];

/** What no register holds: parts of a country that people take for it, old and short names, codes of sports and vehicles. */
const everyday: Readonly<Record<string, string>> = {
  GB: 'uk|great britain|britain|england|scotland|wales|northern ireland|united kingdom of great britain and northern ireland|vereinigtes konigreich|grossbritannien|england und wales|schottland|nordirland|angleterre|ecosse|pays de galles|irlande du nord|grande bretagne|inglaterra|escocia|gales|irlanda del norte|gran bretana|inghilterra|scozia|galles|irlanda del nord|gran bretagna|engeland|schotland|noord ierland|groot brittannie|anglia|szkocja|walia|irlandia polnocna|escocia|pais de gales|irlanda do norte|gra bretanha|skottland|nordirland|storbritannien|storbritannia|gbr',
  US: 'usa|us|u s|u s a|united states|united states of america|america|the states|vereinigte staaten|amerika|etats unis|etats unis d amerique|estados unidos|ee uu|eeuu|eua|stati uniti|stati uniti d america|verenigde staten|vs|stany zjednoczone|forenta staterna',
  DE: 'germany|brd|federal republic of germany|bundesrepublik deutschland|bundesrepublik|deu|ger',
  NL: 'holland|the netherlands|netherlands|hollande|holanda|olanda|holandia|nederlands',
  CZ: 'czechia|czech republic|tschechien|tschechei|tschechische republik|republique tcheque|republica checa|repubblica ceca|tsjechische republiek',
  AE: 'uae|vae|emirates|dubai|abu dhabi',
  KR: 'korea|south korea|republic of korea|korea south|rok',
  KP: 'north korea|korea north|dprk',
  RU: 'russia|russian federation|russische foderation',
  CN: 'china|pr china|prc|people s republic of china|mainland china',
  TW: 'taiwan|taiwan roc|republic of china',
  HK: 'hong kong|hong kong sar|hongkong',
  MK: 'macedonia|mazedonien|fyrom',
  VN: 'vietnam|viet nam',
  IE: 'republic of ireland|eire|irland|southern ireland',
  CI: 'ivory coast|elfenbeinkuste',
  MM: 'burma|birma',
  SZ: 'swaziland',
  CV: 'cape verde|kapverden',
  TL: 'east timor',
  CD: 'dr congo|drc|democratic republic of the congo|zaire',
  CG: 'congo|republic of the congo',
  CH: 'schweiz|suisse|svizzera|svizra|confoederatio helvetica|sui',
  AT: 'oesterreich|osterreich|autriche',
  SA: 'ksa|saudi|saudi arabia',
  TR: 'turkey|turkiye|tuerkei',
  BR: 'brasil',
  ES: 'espana|esp',
  DK: 'daenemark',
  ZA: 'rsa|suedafrika',
  BY: 'weissrussland',
  VA: 'vatican|vatikan|holy see',
  PS: 'palestine|palastina',
  MD: 'moldova|moldavia|moldawien',
  SY: 'syria',
  IR: 'iran|persia',
  LA: 'laos',
  TZ: 'tanzania',
  BO: 'bolivia',
  VE: 'venezuela',
  BN: 'brunei',
};

const plain = /^[a-z]+$/;

/** A name without dots, brackets, articles and what else is written now one way, now another. */
function tidy(name: string): string {
  const normalized = normalize(name);
  if (plain.test(normalized)) return normalized;
  return normalized
    .replace(/\./g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|la|le|les|el|los|las|il|die|der) (?=\p{L}{4})/u, '')
    .replace(/\bst(?= )/g, 'saint');
}

/** ISO 3166 codes of two and three letters; the last is none of ISO's and is written all the same. */
const pairs: readonly (readonly [two: string, three: string])[] = [
  ...codes.map(([two = '', three = '']) => [two, three] as const),
  ['XK', 'XKX'],
];

const names = new Map<string, string>();
const seen = new Set<string>();

function add(name: string, code: string): void {
  // Languages share most of their names.
  if (seen.has(name)) return;
  seen.add(name);
  const key = tidy(name);
  if (key !== '' && !names.has(key)) names.set(key, code);
}

/** Fills `names`, what is written outright first: a code, everyday names, then language by language. */
function* fill(): Generator<void, void> {
  for (const [two, three] of pairs) {
    add(two, two);
    add(three, two);
  }
  for (const [code, list] of Object.entries(everyday)) for (const name of list.split('|')) add(name, code);
  for (const { countries } of registers) {
    for (const [code, list] of Object.entries(countries) as [string, string | readonly string[]][])
      for (const name of typeof list === 'string' ? [list] : list) add(name, code);
    yield;
  }
}

const filling = fill();

/** Languages are read only as far as it takes to find a name. */
function codeOf(name: string): string | undefined {
  for (;;) {
    const found = names.get(name);
    if (found !== undefined || filling.next().done) return found;
  }
}

let english: Intl.DisplayNames | null = null;
/** Of each way of writing it is asked once: a file has some hundred of them, and a hundred thousand people. */
const request = new Map<string, string>();
const mostAsked = 10_000;

/** ISO 3166 code of a country written in any usual way; null when it is none we know. */
export function countryCode(text: string): string | null {
  const key = countryKey(text);
  return /^[A-Z]{2}$/.test(key) ? key : null;
}

/**
 * What a country is compared by: its code ("GB"), or the text folded where it is no country we know. Codes are in capitals
 * and folded texts are not, so the two never meet.
 */
export function countryKey(text: string): string {
  const known = request.get(text);
  if (known !== undefined) return known;
  const key = (text.length > 100 ? undefined : codeOf(tidy(text))) ?? normalize(text);
  if (request.size >= mostAsked) request.clear();
  request.set(text, key);
  return key;
}

/** A code ("DE", "USA") or what people write as one ("UK") as the country's English name; names stay as they were written. */
export function countryName(text: string): string {
  if (!/^(?:[A-Z]{2,3}|(?:[A-Z]\. ?){2,3})$/.test(text)) return text;
  const code = countryCode(text);
  if (code === null) return text;
  english ??= new Intl.DisplayNames('en', { type: 'region' });
  return english.of(code) ?? text;
}
