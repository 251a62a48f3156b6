// Times in words: "half two", "quarter past three", "um halb drei", "à deux heures et demie", "a las cinco y media".
import { clock } from './found-date.ts';
import { foldedPattern } from './pattern.ts';
import type { LineSpan } from './said.ts';

export type FoundTime = LineSpan & {
  readonly time: string;
  /** Said in twelve hours: it may be either. */
  readonly half: boolean;
  /** "4.15" is a time beside a day, and a number elsewhere. */
  readonly beside: boolean;
  /** It says by when, so that it is still to come. */
  readonly isLimit: boolean;
};

/** One to twelve. */
const hours: Readonly<Record<string, string>> = {
  en: 'one two three four five six seven eight nine ten eleven twelve',
  de: 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  fr: 'une deux trois quatre cinq six sept huit neuf dix onze douze',
  es: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  it: 'una due tre quattro cinque sei sette otto nove dieci undici dodici',
  nl: 'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
  pt: 'uma duas tres quatro cinco seis sete oito nove dez onze doze',
};
const listOf = (language: string): readonly string[] => (hours[language] ?? '').split(' ');

/** How many minutes a word adds to the hour. */
const minutes: Readonly<Record<string, number>> = {
  half: 30,
  quarter: 15,
  five: 5,
  ten: 10,
  twenty: 20,
  viertel: 15,
  funf: 5,
  zehn: 10,
  zwanzig: 20,
  kwart: 15,
  vijf: 5,
  tien: 10,
  demie: 30,
  demi: 30,
  quart: 15,
  media: 30,
  meia: 30,
  cuarto: 15,
  mezza: 30,
  mezzo: 30,
  'un quarto': 15,
};

/** WORD: an hour in words; HOUR: in words or figures; PART: what is added, or taken away before "to". */
const patterns: readonly (readonly [language: string, pattern: string])[] = [
  ['en', '(?:at |around |about )?(?<part>half) (?:past )?HOUR(?! (?:of|day|price|term))'],
  [
    'en',
    '(?:at |around |about )?(?:a )?(?<part>PART)(?: minutes| mins)? (?<way>past|to) HOUR(?! ?(?:[ap]m|:|\\d|years?|months?|weeks?|days?|people|k(?!\\p{L})))',
  ],
  [
    'en',
    "(?:at|around|by|before|after) (?:about )?WORD(?: o'?clock)?(?=$|[,;.!?)]| (?:on|today|tomorrow|yesterday|this|and|to|for|re|about|with)(?!\\p{L})| ?\\ue003)",
  ],
  ['de', '(?:um |gegen |ab |vor |nach |bis )?(?<back>halb) HOUR'],
  ['de', '(?:um |gegen |ab |vor |nach |bis )?(?<part>PART) (?<way>nach|vor) HOUR'],
  ['de', '(?:um|gegen|ab|vor|nach|bis) WORD(?: uhr)?'],
  ['de', 'WORD uhr'],
  ['nl', '(?:om |rond )?(?<back>half) HOUR'],
  ['nl', '(?:om |rond )?(?<part>PART) (?<way>over|voor) HOUR'],
  ['nl', '(?:om|rond) WORD(?: uur)?'],
  ['fr', '(?:(?:a|vers|avant|apres|des) )?HOUR ?h(?:eures?)? (?:et )(?<part>demie?|quart)'],
  ['fr', '(?:a|vers|avant|apres|des) WORD heures?'],
  ['es', '(?:a|sobre|hacia|antes de|despues de) las? HOUR y (?<part>media|cuarto)'],
  ['es', '(?:a|sobre|hacia|antes de|despues de) las? WORD'],
  ['it', '(?:alle|verso le|dopo le|prima delle) HOUR e (?<part>mezz[ao]|un quarto)'],
  ['it', '(?:alle|verso le|dopo le|prima delle) WORD'],
  ['pt', 'as HOUR e (?<part>meia)'],
];
const partWords = 'quarter|five|ten|twenty|viertel|funf|zehn|zwanzig|kwart|vijf|tien|5|10|20|25';
const rules = patterns.map(([language, pattern]) => {
  const word = listOf(language).join('|');
  const source = pattern
    .replace('HOUR', `(?<hour>${word}|1[0-2]|[1-9])`)
    .replace('WORD', `(?<hour>${word})`)
    .replace('PART', partWords);
  return { language, rule: foldedPattern(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'g') };
});

const toCome = foldedPattern(/^(?:by|before|after|vor|nach|bis|ab|avant|apres|antes|despues|dopo|prima)(?!\p{L})/u);

/** Times said in words; each hour may be of either half of the day. */
export function timesInWords(folded: string): FoundTime[] {
  const found: FoundTime[] = [];
  for (const { language, rule } of rules) {
    for (const match of folded.matchAll(rule)) {
      const span = { from: match.index, to: match.index + match[0].length };
      if (found.some(one => span.from < one.to && one.from < span.to)) continue;
      const { hour = '', part, way, back } = match.groups ?? {};
      const named = listOf(language).indexOf(hour) + 1 || Number(hour);
      const more = part === undefined ? 0 : (minutes[part] ?? Number(part));
      const isBefore = back !== undefined || /^(?:to|vor|voor)$/.test(way ?? '');
      const at = named * 60 + (back !== undefined ? -30 : isBefore ? -more : more);
      found.push({ ...span, time: clock(at), half: at < 720, beside: false, isLimit: toCome.test(match[0]) });
    }
  }
  return found;
}
