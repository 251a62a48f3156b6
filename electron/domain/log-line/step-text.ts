// The words of a next step typed by themselves: "send quote thu" is what, and on which day.
import { readLine } from './parts.ts';
import type { LineHome, SaidStep } from './said.ts';
import { isAfter, tidyStep } from './steps.ts';

/** What is to be done, and the days that may be meant; no day where none is named. `why`: what is asked before it is used. */
export function parseStep(text: string, home: LineHome): Omit<SaidStep, 'words'> {
  const { line, folded, parts } = readLine(text, home);
  const dates = parts.flatMap(part => part.dates);
  const [date, other] = dates;
  if (!date) return { text: text.trim(), days: [], why: null };
  const open = { text: text.trim(), days: dates.flatMap(one => one.future) };
  if (other || isAfter(folded.slice(0, date.from))) return { ...open, why: 'Which day is meant?' };
  if (date.future.length === 0) return { ...open, why: date.why ?? 'This day is past.' };
  const words = tidyStep(`${line.slice(0, date.from)} ${line.slice(date.to)}`);
  return { text: words, days: date.future, why: date.future.length > 1 ? 'Which day is meant?' : null };
}
