// Country names in many languages, mapped to ISO codes.
import { fold } from './text.ts';

const codes =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );
const languages = 'en de fr es it pt nl pl sv da nb fi cs hu ro tr ru ja zh ko'.split(' ');
const aliases =
  'usa:US|u.s.:US|u.s.a.:US|united states of america:US|america:US|uk:GB|u.k.:GB|great britain:GB|england:GB|scotland:GB|wales:GB|northern ireland:GB|uae:AE|holland:NL|the netherlands:NL|czech republic:CZ|russia:RU|south korea:KR|korea:KR|viet nam:VN|brasil:BR|brd:DE|ger:DE|deu:DE|aut:AT|che:CH|fra:FR|esp:ES|ita:IT|nld:NL|gbr:GB|ind:IN|can:CA|aus:AU|macedonia:MK|turkey:TR|hong kong:HK|ksa:SA';

function build(): ReadonlyMap<string, string> {
  const found = new Map<string, string>(
    aliases.split('|').map(alias => [alias.split(':')[0] ?? '', alias.split(':')[1] ?? '']),
  );
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of codes) {
      const name = fold(names.of(code) ?? code);
      if (!found.has(name)) found.set(name, code);
    }
  }
  for (const code of codes) found.set(code.toLowerCase(), code);
  return found;
}

let countries: ReadonlyMap<string, string> | null = null;
let english: Intl.DisplayNames | null = null;

/** ISO 3166 code of a country written in any usual way; null when it is none we know. */
export function countryCode(text: string): string | null {
  countries ??= build();
  return text.length > 60 ? null : (countries.get(fold(text)) ?? null);
}

/** A code in capitals ("DE", "USA") as the country's English name; names stay as they were written. */
export function countryName(text: string): string {
  if (!/^[A-Z]{2,3}$/.test(text)) return text;
  const code = countryCode(text);
  if (code === null) return text;
  english ??= new Intl.DisplayNames('en', { type: 'region' });
  return english.of(code) ?? text;
}
