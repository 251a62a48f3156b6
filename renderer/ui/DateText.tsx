// A date or an instant in words, with the full date one hover away.
import type { PlainDate } from '../../shared/dates.ts';
import { useFormat } from './format.tsx';
import { Unknown } from './Money.tsx';
import styles from './text.module.css';

type Props = {
  /** Local date. */
  readonly date?: PlainDate | null;
  /** Instant, UTC ms; used when there is no `date`. */
  readonly at?: number | null;
  /**
   * date: "12 Nov"; away: "in 3 days"; time: "14:30"; both: "12 Nov, 14:30"; logged: the same, without the time where only the
   * day was said; long: "Wednesday, 12 November 2025".
   */
  readonly as?: 'date' | 'away' | 'time' | 'both' | 'logged' | 'long';
};

export function DateText({ date = null, at = null, as = 'date' }: Props) {
  const format = useFormat();
  const day = date ?? (at === null ? null : format.plainDate(at));
  if (day === null) return <Unknown />;
  const isDay = at === null || (as === 'logged' && format.isDayAlone(at));
  const full = isDay ? format.longDate(day) : `${format.longDate(day)}, ${format.time(at)}`;
  const machine = at === null ? day : new Date(at).toISOString();
  return (
    <time className={styles.figures} dateTime={machine} title={full}>
      {shown()}
    </time>
  );

  function shown(): string {
    if (day === null) return '';
    switch (as) {
      case 'date':
        return format.date(day);
      case 'away':
        return format.away(day);
      case 'long':
        return format.longDate(day);
      case 'time':
        return at === null ? '' : format.time(at);
      case 'both':
        return at === null ? format.date(day) : format.dateTime(at);
      case 'logged':
        return isDay || at === null ? format.date(day) : format.dateTime(at);
      default:
        return as satisfies never;
    }
  }
}
