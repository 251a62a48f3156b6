// Formats figures: number and unit, n, change, average.
import type { DataGaps, FigureValue, Measure, PeriodKind, Unit } from '../../../shared/figures.ts';
import type { Format } from '../../ui/format.tsx';

export type NumberText = { readonly value: string; readonly unit: string };

const units: Readonly<Record<Unit, string>> = {
  leads: '',
  share: '%',
  times: '%',
  days: 'days',
  hours: 'hours',
  money: '',
  return: '%',
  touches: 'touches',
  deals: 'deals',
};

const inPercent = (share: number, format: Format) => format.whole(share * 100).replace('-', '−');

/** A number in its unit: 0.314 as "31" and "%", minor units as an amount. */
export function numberText(format: Format, unit: Unit, value: number): NumberText {
  const text = (): string => {
    switch (unit) {
      case 'share':
      case 'times':
      case 'return':
        return inPercent(value, format);
      case 'money':
        return format.money(Math.abs(value) >= 100 * format.unit ? roundTo(value, format.unit) : Math.round(value));
      case 'leads':
      case 'days':
      case 'hours':
      case 'touches':
      case 'deals':
        return Math.abs(value) >= 100 ? format.whole(value) : format.decimal(value);
      default:
        return unit satisfies never;
    }
  };
  return { value: text(), unit: value === 1 && units[unit].endsWith('s') ? units[unit].slice(0, -1) : units[unit] };
}

const roundTo = (value: number, unit: number) => Math.round(value / unit) * unit;

/** The same in one string: "31 %", "23 days". */
export function wholeWords(format: Format, unit: Unit, value: number): string {
  const text = numberText(format, unit, value);
  return text.unit === '' ? text.value : `${text.value}\u00a0${text.unit}`;
}

/** Change against the period before, with a sign; percent change in points. Null where there is nothing to compare. */
export function changeText(format: Format, figure: FigureValue, kind: PeriodKind): string | null {
  const { change, unit } = figure;
  if (change === null) return null;
  const isShare = unit === 'share' || unit === 'times' || unit === 'return';
  const { value, unit: text } = numberText(format, unit, Math.abs(change));
  if (!/[1-9]/.test(value)) return 'unchanged';
  const size = isShare
    ? `${value}\u00a0${value === '1' ? 'point' : 'points'}`
    : text === ''
      ? value
      : `${value}\u00a0${text}`;
  return `${change > 0 ? '+' : '−'}${size} vs. previous ${kind}`;
}

/** The mean of the previous four periods, or their combined value: "average 9.3". */
export function averageText(format: Format, { usual, unit }: FigureValue): string | null {
  if (usual === null || usual.value === null) return null;
  return `average ${wholeWords(format, unit, usual.value)}`;
}

/** What "average" covers, for the tooltip. */
export const usualMeaning = ({ usual }: FigureValue, kind: PeriodKind): string | null =>
  usual === null ? null : `Average of the previous ${usual.periods === 1 ? kind : `${usual.periods} ${kind}s`}.`;

/** "6 to 79 %": where the share lies with 95 % certainty. Null where there is no interval. */
export const intervalText = (format: Format, { interval }: Measure): string | null =>
  interval === null ? null : `${inPercent(interval.low, format)} to ${inPercent(interval.high, format)}\u00a0%`;

/** Whether a closed review's figure would be another now: in its value or in what that stands on. */
export const differs = (kept: Measure, now: Measure | undefined): boolean =>
  now !== undefined && (kept.value !== now.value || kept.n !== now.n || kept.numerator !== now.numerator);

/** "31 customers of before, €223,003 in all: ..."; null where every day is known. */
export function undatedText(
  format: Format,
  { undatedCustomers: undated }: Pick<DataGaps, 'undatedCustomers'>,
): string | null {
  if (undated === undefined || undated.count === 0) return null;
  const people = undated.count === 1 ? '1 customer' : `${format.whole(undated.count)} customers`;
  const money = undated.amount === null ? '' : `, ${format.money(undated.amount)} in all`;
  return `${people} without a day of purchase${money}: they belong to no period and are not in these figures.`;
}

/** "No number yet: Cost per MQL (no spend recorded)."; null where every column has one. */
export const withoutText = (without: readonly { readonly label: string; readonly why: string }[]): string | null =>
  without.length === 0
    ? null
    : `No number yet: ${without.map(({ label, why }) => `${label} (${lowerFirst(why)})`).join('; ')}.`;

/** "No new MQLs" inside a sentence: "no new MQLs". */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** "12" or "31 % (4 of 13)": a number with what it stands on, in a sentence. */
export function currentText(format: Format, unit: Unit, { value, numerator, n, why }: Measure): string {
  if (value === null) return why === null ? 'no value' : `no value: ${lowerFirst(why)}`;
  const text = wholeWords(format, unit, value);
  if (unit === 'leads' || (numerator === null && n === 0)) return text;
  return `${text} (${numerator === null ? `n ${n}` : `${numerator} of ${n}`})`;
}

/** "12 at closing, would be 13 today"; null where nothing has changed. */
export function sinceClosing(format: Format, kept: FigureValue, now: FigureValue | undefined): string | null {
  if (now === undefined || !differs(kept, now)) return null;
  const [then, present] = [currentText(format, kept.unit, kept), currentText(format, now.unit, now)];
  if (now.value === null) return `${then} at closing, now ${present}`;
  // Two numbers that only differ beyond what is shown would read as a mistake.
  return then === present ? null : `${then} at closing, would be ${present} today`;
}

/** "now 13", in the table of a closed review; null where nothing that is shown has changed. */
export function nowText(format: Format, unit: Unit, kept: Measure, now: Measure | undefined): string | null {
  if (now === undefined || !differs(kept, now)) return null;
  const present = currentText(format, unit, now);
  return present === currentText(format, unit, kept) ? null : `now ${present}`;
}

/** "+4" or "−6 points": from one closed review to another. Null where one of them has no number. */
export function differenceText(format: Format, one: FigureValue, two: FigureValue): string | null {
  if (one.value === null || two.value === null) return null;
  const change = two.value - one.value;
  const { value, unit } = numberText(format, one.unit, Math.abs(change));
  if (!/[1-9]/.test(value)) return 'the same';
  const isShare = one.unit === 'share' || one.unit === 'times' || one.unit === 'return';
  const size = isShare
    ? `${value}\u00a0${value === '1' ? 'point' : 'points'}`
    : unit === ''
      ? value
      : `${value}\u00a0${unit}`;
  return `${change > 0 ? '+' : '−'}${size}`;
}
