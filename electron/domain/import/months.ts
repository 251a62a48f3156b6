// Month and weekday names in the languages spreadsheets come in, taken from Intl.
import { normalize } from './text.ts';

const languages = 'en de fr es it pt nl pl sv da nb fi cs sk hu ro tr ru uk el hr sl lt lv et bg id vi'.split(' ');
const tidy = (word: string): string => normalize(word).replace(/[^\p{L}]/gu, '');

function build(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      const inDate = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const day = new Date(Date.UTC(2024, month, 15));
        const within = inDate.formatToParts(day).find(part => part.type === 'month')?.value ?? '';
        for (const name of [alone.format(day), within]) {
          const key = tidy(name);
          // The first language to name a month wins, so that English stays what it is.
          if (key.length > 1 && !found.has(key)) found.set(key, month + 1);
        }
      }
    }
  }
  for (const [name, month] of [
    ['sept', 9],
    ['mrz', 3],
    ['mar', 3],
    ['may', 5],
    ['maj', 5],
  ] as const)
    found.set(name, month);
  return found;
}

let names: ReadonlyMap<string, number> | null = null;

/** 1 to 12, or null when the word is not a month in any of the languages. */
export function monthOf(word: string): number | null {
  names ??= build();
  return names.get(tidy(word)) ?? null;
}
