// The next step of a line: its words, its day, and who is named in it.
import { monthOf } from './date-words.ts';
import { isTheirsToo } from './doubts.ts';
import type { DividedLine, Part } from './parts.ts';
import { takePeople } from './people.ts';
import type { LineSpan, SaidPerson, SaidStep } from './said.ts';
import { isAfter, leadInOf, stepWordEnd } from './steps.ts';

const words = (text: string): string[] => text.split(/[^\p{L}]+/u);
const namesMonth = (word: string): boolean => word.length > 3 && monthOf(word) !== null;

/** All parts that say what is to be done, as one step. */
export function stepOf({ line, folded }: DividedLine, parts: readonly Part[]): SaidStep | null {
  const steps = parts.filter(part => part.isStep);
  const [first] = steps;
  if (!first) return null;
  const texts = steps.map(part => {
    const start =
      part.from +
      (/^\s*will (?!das|den|die|ein)/.test(folded.slice(part.from, part.to))
        ? 0
        : leadInOf(folded.slice(part.from, part.to)));
    const [date] = part.dates;
    const text = date
      ? `${line.slice(start, Math.max(start, date.from))} ${line.slice(Math.max(start, date.to), part.to)}`
      : line.slice(start, part.to);
    return text
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;:-]+|[\s,;:.-]+$/g, '')
      .replace(/\s(?:on|by|at|am|bis|le|el|the)$/i, '');
  });
  const dates = steps.flatMap(part => part.dates);
  // "Moved from 27/11 to 1/12": the last is the one that holds.
  const date = dates.length > 1 ? dates.findLast(one => one.future.length > 0) : dates[0];
  const isLate = date !== undefined && isAfter(folded.slice(Math.max(first.from, date.from - 20), date.from));
  // "Im Februar nachfassen": a month that nothing has read.
  const isMonth = dates.length === 0 && steps.some(part => words(folded.slice(part.from, part.to)).some(namesMonth));
  const open = isMonth || isLate || dates.length > 1 ? 'Which day is meant?' : null;
  const doubtful = isTheirsToo(folded, first) ? 'Is that for you to do?' : null;
  const why = date?.why ?? doubtful ?? open ?? (date && date.future.length === 0 ? 'This day is past.' : null);
  return { text: texts.filter(Boolean).join(', '), days: date?.future ?? [], why };
}

/** Who is named where something is to be done: "call dave tomorrow". */
export function peopleOfStep(
  { masked, folded }: DividedLine,
  part: Part,
): { people: readonly SaidPerson[]; span: LineSpan | null } {
  const from = part.from + stepWordEnd(folded.slice(part.from, part.to));
  const text = masked.slice(from, part.to);
  const start = text.length - text.trimStart().length;
  const to = /\s(?:a|an|to|for|à|aan|naar|ao|al|alla|für|pour|para|con|con il|mit)\s+(?=\p{Lu})/u.exec(text);
  if (to) {
    const taken = takePeople(text.slice(to.index + to[0].length));
    if (taken.people.length > 0)
      return { people: taken.people, span: { from: from + to.index, to: from + to.index + to[0].length + taken.used } };
  }
  const behind = /^\s*(?:to|with|for|mit|an|avec|a|con)\s+/.exec(folded.slice(from, part.to))?.[0].length ?? start;
  const { people, used } = takePeople(text.slice(behind));
  return people.length === 0 ? { people, span: null } : { people, span: { from, to: from + behind + used } };
}
