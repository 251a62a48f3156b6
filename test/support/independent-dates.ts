// Dates for the independent computation of the figures: Intl and UTC arithmetic only, none of the product's code.

const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, { date: string; weekday: string }>();
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function local(at: number, zone: string): { date: string; weekday: string } {
  const key = `${zone} ${at}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
    });
    formats.set(zone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = value;
  const made = {
    date: `${part.year}-${part.month}-${part.day}`,
    weekday: part.weekday ?? '',
  };
  known.set(key, made);
  return made;
}

/** 'YYYY-MM-DD' on a wall calendar in a zone. */
export const dateIn = (at: number, zone: string): string => local(at, zone).date;

export const plus = (date: string, days: number): string => {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
};

export const daysApart = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Dates [from, to) of the week, month, quarter or year that holds a date. */
export function spanOf(kind: 'week' | 'month' | 'quarter' | 'year', date: string, firstDay: number): [string, string] {
  if (kind === 'week') {
    let from = date;
    while (new Date(`${from}T00:00:00Z`).getUTCDay() !== firstDay % 7) from = plus(from, -1);
    return [from, plus(from, 7)];
  }
  const instant = new Date(`${date}T00:00:00Z`);
  const months = kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12;
  const first = Math.floor(instant.getUTCMonth() / months) * months;
  const text = (month: number) => new Date(Date.UTC(instant.getUTCFullYear(), month, 1)).toISOString().slice(0, 10);
  return [text(first), text(first + months)];
}

/** Hours between two instants; without those of free weekdays and holidays, counted quarter of an hour by quarter. */
export function hoursBetween(
  from: number,
  to: number,
  zone: string,
  { freeWeekdays, holidays }: { freeWeekdays: readonly number[]; holidays: readonly string[] },
): number {
  if (to <= from) return 0;
  if (freeWeekdays.length + holidays.length === 0) return (to - from) / 3_600_000;
  const quarter = 900_000;
  let hours = 0;
  for (let at = from; at < to; at += quarter) {
    const { date, weekday } = local(at, zone);
    if (freeWeekdays.includes(weekdays.indexOf(weekday) + 1) || holidays.includes(date)) continue;
    hours += Math.min(quarter, to - at) / 3_600_000;
  }
  return hours;
}
