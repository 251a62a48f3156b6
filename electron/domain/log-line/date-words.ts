// Words for days and times in the languages the log line reads best, as patterns on the folded line.

/** Number words up to twelve. */
const numbers: Record<string, number> = {};
const listed: readonly (readonly [number, string])[] = [
  [0.5, 'half an|half a|halben?|media|une demi|demi'],
  [1, 'a|an|one|ein|eine|einem|einer|einen|un|une|una|uno'],
  [2, 'two|a couple of|couple of|couple|zwei|deux|dos|un par de'],
  [3, 'three|a few|few|drei|ein paar|einigen|trois|quelques|tres|unos|unas|algunos'],
  [4, 'four|vier|quatre|cuatro'],
  [5, 'five|funf|cinq|cinco'],
  [6, 'six|sechs|seis'],
  [7, 'seven|sieben|sept|siete'],
  [8, 'eight|acht|huit|ocho'],
  [9, 'nine|neun|neuf|nueve'],
  [10, 'ten|zehn|dix|diez'],
  [12, 'twelve|zwolf|douze|doce'],
  [14, 'fourteen|vierzehn|quatorze|catorce'],
  [15, 'fifteen|funfzehn|quinze|quince'],
];
for (const [value, words] of listed) for (const word of words.split('|')) numbers[word] = value;

const byLength = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
export const amountWords = `\\d{1,3}|${byLength(Object.keys(numbers))}`;
export const countOf = (word: string): number => numbers[word] ?? Number(word);

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year';
const unitList: readonly (readonly [TimeUnit, string])[] = [
  ['minute', 'minutes?|mins?|minuten?|minutos?|minut'],
  ['hour', 'hours?|hrs?|stunden?|heures?|horas?'],
  ['day', 'days?|tag(?:en?)?|jours?|dias?'],
  ['week', 'weeks?|wks?|wochen?|semaines?|semanas?'],
  ['fortnight', 'fortnights?|quinzaine|quincena'],
  ['month', 'months?|mths?|monat(?:en?|s)?|mois|mes(?:es)?'],
  ['year', 'years?|yrs?|jahr(?:en?)?|ans?|annees?|anos?'],
];
export const unitWords = unitList.map(([, words]) => words).join('|');
export const unitOf = (word: string): TimeUnit =>
  unitList.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0] ?? 'day';

const weekdayList: readonly (readonly [number, string])[] = [
  [1, 'monday|montag|lundi|lunes'],
  [2, 'tuesday|dienstag|mardi|martes'],
  [3, 'wednesday|mittwoch|mercredi|miercoles'],
  [4, 'thursday|donnerstag|jeudi|jueves'],
  [5, 'friday|freitag|vendredi|viernes'],
  [6, 'saturday|samstag|sonnabend|samedi|sabado'],
  [7, 'sunday|sonntag|dimanche|domingo'],
];
/** Short English and German ones are words of their own as well ("sat", "sun", "wed", "do"): they need company, see date-rules.ts. */
const shortList: readonly (readonly [number, string])[] = [
  [1, 'mon'],
  [2, 'tues|tue'],
  [3, 'weds|wed'],
  [4, 'thurs|thur|thu'],
  [5, 'fri'],
  [6, 'sat'],
  [7, 'sun'],
];
export const longWeekdays = weekdayList.map(([, words]) => words).join('|');
export const shortWeekdays = shortList.map(([, words]) => words).join('|');
export function weekdayOf(word: string): number {
  const bare = word.replace(/s$/, '');
  const of = (list: typeof weekdayList) =>
    list.find(([, words]) => words.split('|').some(one => one === word || one === bare))?.[0];
  return of(weekdayList) ?? of(shortList) ?? 1;
}

/** Parts of a day: no time by themselves, but later than now they cannot have happened. The hour at which each begins. */
export const dayParts: Record<string, number> = {};
const partList: readonly (readonly [number, string])[] = [
  [0, 'early|first thing|fruh|morgen|vormittag|morning|am|matin|manana|por la manana|earlier'],
  [12, 'lunchtime|lunch|midday|mittag|midi|mediodia'],
  [12, 'afternoon|arvo|pm|nachmittag|apres-midi|aprem|tarde|por la tarde'],
  [17, 'evening|abend|soir|tonight'],
  [19, 'night|nacht|nuit|noche'],
];
for (const [hour, words] of partList) for (const word of words.split('|')) dayParts[word] = hour;
export const partWords = byLength(Object.keys(dayParts));

const monthList: readonly (readonly [number, string])[] = [
  [1, 'january|jan|januar|janner|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|stycznia'],
  [2, 'february|feb|februar|fevrier|fevr|febrero|febbraio|fevereiro|fev|februari|lutego'],
  [3, 'march|mar|marz|mrz|mars|marzo|marco|maart|mrt|marca'],
  [4, 'april|apr|avril|avr|abril|abr|aprile|kwietnia'],
  [5, 'may|mai|mayo|maggio|mag|maio|mei|maj|maja'],
  [6, 'june|jun|juni|juin|junio|giugno|giu|junho|czerwca'],
  [7, 'july|jul|juli|juillet|juil|julio|luglio|lug|julho|lipca'],
  [8, 'august|aug|aout|agosto|ago|augustus|augusti|sierpnia'],
  [9, 'september|sept|sep|septembre|septiembre|settembre|set|setembro|wrzesnia'],
  [10, 'october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|pazdziernika'],
  [11, 'november|nov|novembre|noviembre|novembro|listopada'],
  [12, 'december|dec|dezember|dez|decembre|diciembre|dic|dicembre|dezembro|grudnia'],
];
const months = new Map(monthList.flatMap(([month, words]) => words.split('|').map(word => [word, month] as const)));
/** 1 to 12; null when the word is no month. */
export const monthOf = (word: string): number | null => months.get(word) ?? null;
