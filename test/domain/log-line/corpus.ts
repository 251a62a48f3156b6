// Sentences as owners type them, with what each says, read from test/fixtures/log-lines, and how well the parser reads them.
import { readFileSync } from 'node:fs';
import { fold } from '../../../electron/domain/log-line/fold.ts';
import { parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import type { LineHome, SaidLine } from '../../../electron/domain/log-line/said.ts';
import { type Expected, english, french, german, spanish, textOf } from './said.ts';

const euro = { currency: 'EUR' } as const;
const homes: Readonly<Record<string, LineHome>> = {
  en: english,
  us: { ...english, dayFirst: false, currency: 'USD', country: 'US' },
  de: german,
  fr: french,
  es: spanish,
  it: { ...english, ...euro, language: 'it', country: 'IT' },
  nl: { ...english, ...euro, language: 'nl', country: 'NL' },
  pt: { ...english, ...euro, language: 'pt', country: 'PT' },
};

export type Sentence = { readonly home: LineHome; readonly line: string; readonly expected: Expected };

/** The sentences of one file: language, line, who, what, when, note, amount and next step, divided by "|". */
export function sentencesOf(batch: string): readonly Sentence[] {
  const file = new URL(`../../fixtures/log-lines/${batch}.txt`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(row => {
      const [language = '', line = '', who, what, when, note, amount, next, campaign, content, channel] =
        row.split('|');
      const home = homes[language];
      if (!home) throw new Error(`No such language: ${row}`);
      const expected = { who, what, when, note, amount, next: next?.replace(' / ', ' | '), campaign, content, channel };
      return { home, line, expected: Object.fromEntries(Object.entries(expected).filter(([, text]) => text)) };
    });
}

type PartName = keyof Expected;
const parts: readonly PartName[] = ['who', 'what', 'when', 'note', 'amount', 'next', 'campaign', 'content', 'channel'];

/** Words that may stand in a note or not. */
const small = new Set(
  'a an the to of for at in on by with from and or is was has have his her their he she il la le les un une de du des au aux der die das ein eine mit bei am im el los las una con por en al lo gli di da per het een van naar op o os as um uma com do no na que wg hat ha ho he il had we i'.split(
    ' ',
  ),
);
const wordsOf = (text = ''): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}'€£$%]+/u)
    .filter(word => word !== '' && !small.has(word));
const holds = (text: string | undefined, all: string | undefined): boolean => {
  const there = new Set(wordsOf(text));
  return wordsOf(all).every(word => there.has(word));
};

const taken = (touch: string | undefined): string | undefined => (touch?.startsWith('?') ? undefined : touch);

/** Words beyond those expected that a note may keep. */
const mostExtra = 4;

function isRight(part: PartName, got: Expected, expected: Expected): boolean {
  // With a next step alone its text is all there is, and no note.
  const isStepAlone = got.what === undefined && got.next !== undefined;
  const note = isStepAlone && got.note === undefined ? got.next?.split(' | ')[0] : got.note;
  const mayHold = isStepAlone && got.note === undefined ? wordsOf(expected.note).length : 0;
  if (part === 'note') {
    const extra = wordsOf(got.note).length - wordsOf(expected.note).length;
    return holds(note, expected.note) && extra <= mostExtra;
  }
  if (part === 'next' && got.next !== undefined && expected.next !== undefined) {
    const [text, ...days] = got.next.split(' | ');
    const [words, ...right] = expected.next.split(' | ');
    const most = wordsOf(words).length + mostExtra + mayHold;
    return String(days) === String(right) && holds(text, words) && wordsOf(text).length <= most;
  }
  // What is offered and not taken is as good as not said.
  if (part === 'channel' && expected.channel === undefined) return true;
  if (part === 'campaign' || part === 'content' || part === 'channel')
    return taken(got[part]) === taken(expected[part]);
  return got[part] === expected[part];
}

/** "?": it must be asked; "~a": a, or it is asked. */
function isAsExpected(part: PartName, said: SaidLine, got: Expected, expected: Expected): boolean {
  const text = expected[part];
  // A note beside a next step alone makes the window ask what happened, unless it is what is asked about.
  if (
    part === 'what' &&
    got.what === undefined &&
    said.step &&
    said.note !== null &&
    !holds(said.step.words, said.note)
  )
    return text === '?' || text?.startsWith('~') === true;
  if (text === '?') return isAsked(part, said);
  if (!text?.startsWith('~')) return isRight(part, got, expected);
  if (isAsked(part, said)) return true;
  // "~" alone: nothing.
  const plain = { ...expected, [part]: text.slice(1).replace(/^ /, '') || undefined };
  return isRight(part, got, plain);
}

/** Whether Enter asks about this part before anything is logged. */
function isAsked(part: PartName, said: SaidLine): boolean {
  const { people, activity, when, note, amount, step } = said;
  if (part === 'who') return people.length === 0 || people.some(one => one.doubt !== null);
  if (part === 'what')
    return activity
      ? activity.typeIds.length + (activity.newType ? 1 : 0) > 1 || !activity.sure
      : note !== null || (step === null && amount === null);
  if (part === 'when') return when.why !== null;
  if (part === 'amount') return amount !== null && (amount.doubt !== null || amount.options.length > 1);
  if (part === 'next') return step !== null && (step.why !== null || step.days.length > 1);
  return false;
}

export type Verdict = {
  readonly line: string;
  readonly got: Expected;
  /** Parts that are not as a person reads them, and of these the ones that nobody is asked about. */
  readonly wrong: readonly PartName[];
  readonly silent: readonly PartName[];
};

export function verdictOf({ home, line, expected }: Sentence): Verdict {
  const said = parseLine(line, home);
  const got = textOf(said);
  const wrong = parts.filter(part => !isAsExpected(part, said, got, expected));
  // What has moved to another part of the line is shown there: only a note that lost words is wrong by itself.
  const all = [...Object.values(got), said.step?.words].join(' ');
  const isKept = (part: PartName) => part === 'note' && holds(`${all} ${said.activity?.word ?? ''}`, expected.note);
  return { line, got, wrong, silent: wrong.filter(part => !isAsked(part, said) && !isKept(part)) };
}
