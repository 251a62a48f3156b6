// Days and times that date-rules.ts does not know, read by chrono-node.
import { type Chrono, de, en, es, fr, it, nl, type ParsedComponents, pt } from 'chrono-node';
import type { LineHome, LineSpan, Moment } from './said.ts';

export type OtherDate = LineSpan & { readonly moment: Moment; readonly ahead: Moment };

const readers: Readonly<Record<string, { readonly casual: Chrono }>> = { de, es, fr, it, nl, pt };
const readerOf = (language: string, dayFirst: boolean): Chrono =>
  readers[language]?.casual ?? (dayFirst ? en.GB : en.casual);

const two = (value: number): string => String(value).padStart(2, '0');
const momentOf = (one: ParsedComponents): Moment => ({
  date: `${String(one.get('year') ?? 0).padStart(4, '0')}-${two(one.get('month') ?? 1)}-${two(one.get('day') ?? 1)}`,
  time: one.isCertain('hour') ? `${two(one.get('hour') ?? 0)}:${two(one.get('minute') ?? 0)}` : null,
});

/** A whole word of at least four letters, or a number, that names a day or an hour and not a month alone. */
const isSure = (text: string, one: ParsedComponents): boolean =>
  (one.isCertain('day') || one.isCertain('weekday') || one.isCertain('hour')) && (/\d/.test(text) || text.length > 4);

/** `folded`: see fold.ts. */
export function findOtherDates(
  folded: string,
  { today, time, dayFirst }: Pick<LineHome, 'today' | 'time' | 'dayFirst'>,
  language: string,
): readonly OtherDate[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const now = new Date(year, month - 1, day, hours, minutes);
  const reader = readerOf(language, dayFirst);
  const ahead = reader.parse(folded, now, { forwardDate: true });
  return reader.parse(folded, now).flatMap((found, index): OtherDate[] => {
    const span = { from: found.index, to: found.index + found.text.length };
    const cut = /\p{L}$/u.test(folded.slice(0, span.from)) || /^\p{L}/u.test(folded.slice(span.to));
    if (cut || !isSure(found.text, found.start)) return [];
    const moment = momentOf(found.start);
    const other = ahead[index];
    return [{ ...span, moment, ahead: other?.index === found.index ? momentOf(other.start) : moment }];
  });
}
