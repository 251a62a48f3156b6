// Days in short: "mo.", "bis mi", "lun.", "4ª", "le 20". A few letters are a day only beside something that says so.
import { onDayOfMonth, onWeekday } from './days.ts';
import type { DateRule } from './more-date-rules.ts';
import { foldedPattern } from './pattern.ts';

type Short = {
  /** From Monday on. */
  readonly days: readonly string[];
  /** Before a day that is still to come. */
  readonly by: string;
  readonly on: string;
};
const short: Readonly<Record<string, Short>> = {
  de: { days: ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'], by: 'bis|vor|spatestens', on: 'am|diesen|kommenden' },
  fr: { days: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'], by: "avant|d'ici|pour", on: 'le|ce' },
  es: { days: ['lun', 'mar', 'mie', 'jue', 'vie', 'sab', 'dom'], by: 'antes del?|para el|hasta el', on: 'el|este' },
  it: { days: ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'], by: 'entro|prima di', on: 'il|questo' },
  nl: { days: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'], by: 'voor|uiterlijk|tot', on: 'op|deze|komende' },
  pt: {
    days: ['seg|2[aª]', 'ter|3[aª]', 'qua|4[aª]', 'qui|5[aª]', 'sex|6[aª]', 'sab', 'dom'],
    by: 'ate|antes d[ae]',
    on: 'na|no|esta',
  },
};

const b = String.raw`(?<![\p{L}\p{N}])`;
const e = String.raw`(?![\p{L}\p{N}])`;

function rulesOf({ days, by, on }: Short): readonly DateRule[] {
  const names = days.join('|');
  return [
    [
      // Behind a word, before a full stop, or alone between two marks.
      new RegExp(
        `${b}(?:(?:(${by})|${on}) (${names})${e}\\.?|(?<=^|[,;] ?|\\ue003 ?)(${names})(?=$|[,;]|\\.| [^,;.]*\\p{Ll}(?:en|er|ir|ar|re)\\s*(?:$|[,;.]))\\.?|(${names})\\.(?=\\s*(?:$|[,;]))|(${names})\\.?(?= (?:um |a |at |a las |alle |om |as )?\\d{1,2}(?: ?(?:uhr|uur|h(?!\\p{L}))|[:.h]\\d{2})))`,
        'gu',
      ),
      (match, home) => {
        const named = match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
        const at = days.findIndex(one => foldedPattern(`^(?:${one})$`).test(named));
        // "Fr. Engel" is no Friday.
        return at < 0 || (named === 'fr' && match[2] === undefined && match[5] === undefined)
          ? null
          : onWeekday(home, at + 1, match[1] ? 'by' : '');
      },
    ],
  ];
}

/** "Le 20", "am 20.", "dia 20": a day of a month that is not named, where nothing follows. */
const dayOfMonth: DateRule = [
  /(?<![\p{L}\p{N}])(?:le|el|el dia|dia|no dia|il|den|am|op de|on) (\d{1,2})(?:\.|e|º|er)?(?=\s*(?:$|[,;!?)]|\.(?:\s|$)))/gu,
  (match, home) => (Number(match[1]) > 31 || Number(match[1]) < 1 ? null : onDayOfMonth(home, Number(match[1]))),
];

const rules = new Map(Object.entries(short).map(([language, one]) => [language, [...rulesOf(one), dayOfMonth]]));

/** Rules that are tried when all others have been. */
export const shortDateRules = (language: string): readonly DateRule[] => rules.get(language) ?? [dayOfMonth];
