// What reads each kind of text.
import { parseDate } from '../../domain/log-line/dates.ts';
import { parseLine } from '../../domain/log-line/parse-line.ts';
import type { LineHome } from '../../domain/log-line/said.ts';
import { parseStep } from '../../domain/log-line/step-text.ts';

const all = { line: parseLine, step: parseStep, date: parseDate };

export type LineKind = keyof typeof all;
type Answers = { readonly [K in LineKind]: ReturnType<(typeof all)[K]> };
/** Reads `text` of that kind. */
export type LineParser = <K extends LineKind>(kind: K, text: string, home: LineHome) => Promise<Answers[K]>;

export const parsers: { readonly [K in LineKind]: (text: string, home: LineHome) => Answers[K] } = all;
