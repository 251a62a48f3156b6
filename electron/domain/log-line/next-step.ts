// The next step of a line: its words, its day, and who is named in it.
import { monthOf } from './date-words.ts';
import { isTheirsToo } from './doubts.ts';
import type { DividedLine, Part } from './parts.ts';
import { takePeople } from './people.ts';
import type { LineSpan, SaidPerson, SaidStep } from './said.ts';
import { isAfter, leadInOf, stepWordEnd, tidyStep } from './steps.ts';

const words = (text: string): string[] => text.split(/[^\p{L}]+/u);
const namesMonth = (word: string): boolean => word.length > 3 && monthOf(word) !== null;

/** What of a part that is to be done says no more: its days, and the words that say it is to be done. */
export function readOfStep(folded: string, part: Part): readonly LineSpan[] {
  const text = folded.slice(part.from, part.to);
  const lead = part.duty ?? { from: 0, to: isTheirsToo(folded, part) ? 0 : leadInOf(text) };
  return [...part.dates, { from: part.from + lead.from, to: part.from + lead.to }];
}

/** All parts that say what is to be done, as one step. */
export function stepOf({ line, folded }: DividedLine, parts: readonly Part[]): SaidStep | null {
  const steps = parts.filter(part => part.isStep);
  const [first] = steps;
  if (!first) return null;
  const texts = steps.map(part => {
    // The words that say it is to be done say nothing more once it stands among the next steps.
    let text = line;
    for (const { from, to } of readOfStep(folded, part))
      text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
    return tidyStep(text.slice(part.from, part.to));
  });
  const dates = steps.flatMap(part => part.dates);
  // "Moved from 27/11 to 1/12": the last is the one that holds.
  const date = dates.length > 1 ? dates.findLast(one => one.future.length > 0) : dates[0];
  const isLate = date !== undefined && isAfter(folded.slice(Math.max(first.from, date.from - 20), date.from));
  // "Im Februar nachfassen": a month that nothing has read.
  const isMonth = dates.length === 0 && steps.some(part => words(folded.slice(part.from, part.to)).some(namesMonth));
  const open = isMonth || isLate || dates.length > 1 ? 'Which day is meant?' : null;
  const isDoubtful = first.duty ? !first.duty.sure : isTheirsToo(folded, first);
  const doubtful = isDoubtful ? 'Is that for you to do?' : null;
  // "Signature chez Alain Guy le 2 décembre": what is to be done went with the name.
  const isEmpty = date !== undefined && texts.every(text => text === '') ? 'Is that to be done next?' : null;
  const why =
    date?.why ?? doubtful ?? open ?? isEmpty ?? (date && date.future.length === 0 ? 'This day is past.' : null);
  const typed = steps.map(({ from, to }) => line.slice(from, to).replace(/\s+/g, ' ').trim()).join(', ');
  return { text: texts.filter(Boolean).join(', '), days: date?.future ?? [], why, words: typed };
}

/** "Should | ring Gail": behind the verb, unless a name follows at once. */
function behindVerb(text: string, from: number): number {
  const [verb = '', word = ''] = /^\s*(\p{L}+)\s*/u.exec(text.slice(from)) ?? [];
  return /^\p{Lu}/u.test(word) ? from : from + verb.length;
}

/** Who is named where something is to be done: "call dave tomorrow". */
export function peopleOfStep(
  { masked, folded }: DividedLine,
  part: Part,
): { people: readonly SaidPerson[]; span: LineSpan | null } {
  const from =
    part.from +
    (part.duty
      ? behindVerb(masked.slice(part.from, part.to), part.duty.to)
      : stepWordEnd(folded.slice(part.from, part.to)));
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
  // "Teun moet ik nog terugbellen": beside a name in capitals a small word is none.
  const isSmall =
    part.duty !== null && people.some(one => one.text === one.text.toLowerCase()) && /\p{Lu}\p{Ll}/u.test(masked);
  return people.length === 0 || isSmall
    ? { people: [], span: null }
    : { people, span: { from, to: from + behind + used } };
}
