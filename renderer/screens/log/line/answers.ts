// What was changed by hand of a line that was read: each answer holds as long as the words it was given for stand in the line.
import type { LinePerson } from '../../../../shared/log-line.ts';

export type Moment = { readonly date: string; readonly time: string | null };

export type WhoAnswer =
  | { readonly is: 'lead'; readonly id: string; readonly name: string; readonly company: string | null }
  /** Found by searching, so that the words of the line name something else. */
  | { readonly is: 'other'; readonly id: string; readonly name: string; readonly company: string | null }
  | { readonly is: 'new' }
  /** Typed as a name of their own, instead of the words of the line. */
  | { readonly is: 'typed'; readonly name: string; readonly attributes: LinePerson }
  | { readonly is: 'left-out' };
export type TypeAnswer =
  | { readonly typeId: string }
  | { readonly newType: { readonly label: string; readonly ourSide: boolean } };
export type DealAnswer = { readonly amount: number; readonly id: string | null } | 'none';
export type StepAnswer =
  | { readonly what: string | null; readonly on: string | null; readonly time: string | null }
  | 'none';

/** `of`: what the line said there when it was answered. */
export type Answer<T> = { readonly of: string; readonly value: T };

export type Answers = {
  /** By the words that name somebody; '' where nobody is named. */
  readonly who: Readonly<Record<string, WhoAnswer>>;
  /** Company of each new lead, by the same words. */
  readonly company: Readonly<Record<string, string | null>>;
  readonly type: Answer<TypeAnswer> | null;
  readonly when: Answer<Moment | null> | null;
  readonly note: Answer<string> | null;
  readonly deal: Answer<DealAnswer> | null;
  readonly step: Answer<StepAnswer> | null;
};

export const noAnswers: Answers = { who: {}, company: {}, type: null, when: null, note: null, deal: null, step: null };

export const nobody: LinePerson = { firstName: null, lastName: null, email: null, phone: null, company: null };

/** The answer, where the line still says what it was given for. */
export const answerTo = <T>(answer: Answer<T> | null, of: string): Answer<T> | null =>
  answer !== null && answer.of === of ? answer : null;

/** A note changed by hand, with what was typed in the line since. */
export function noteOf(answer: Answer<string> | null, said: string | null): string | null {
  if (answer === null) return said;
  const now = said ?? '';
  const more = now.startsWith(answer.of) ? now.slice(answer.of.length).replace(/^[\s,]+/, '') : now;
  return [answer.value.trim(), more].filter(Boolean).join(', ') || null;
}
