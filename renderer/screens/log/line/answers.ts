// What was changed by hand of a line that was read: each answer holds as long as the words it was given for stand in the line.
import type { LineMoment, LinePerson } from '../../../../shared/log-line.ts';

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
export type GivenAnswer<T> = { readonly of: string; readonly value: T };

export type Answers = {
  /** By the words that name somebody; '' where nobody is named. */
  readonly who: Readonly<Record<string, WhoAnswer>>;
  /** Company of each new lead, by the same words. */
  readonly company: Readonly<Record<string, string | null>>;
  readonly type: GivenAnswer<TypeAnswer> | null;
  readonly when: GivenAnswer<LineMoment | null> | null;
  readonly note: GivenAnswer<string> | null;
  readonly deal: GivenAnswer<DealAnswer> | null;
  readonly step: GivenAnswer<StepAnswer> | null;
  /** The id of a campaign; null: none. */
  readonly campaign: GivenAnswer<string | null> | null;
  readonly content: GivenAnswer<string | null> | null;
  /** The id of a channel; null: none. */
  readonly channel: GivenAnswer<string | null> | null;
};

export const noAnswers: Answers = {
  who: {},
  company: {},
  type: null,
  when: null,
  note: null,
  deal: null,
  step: null,
  campaign: null,
  content: null,
  channel: null,
};

export const nobody: LinePerson = { firstName: null, lastName: null, email: null, phone: null, company: null };

/** The answer, where the line still says what it was given for. */
export const answerTo = <T>(answer: GivenAnswer<T> | null, of: string): GivenAnswer<T> | null =>
  answer !== null && answer.of === of ? answer : null;

/** A note changed by hand, with what was typed in the line since. */
export function noteOf(answer: GivenAnswer<string> | null, said: string | null): string | null {
  if (answer === null) return said;
  const now = said ?? '';
  const more = now.startsWith(answer.of) ? now.slice(answer.of.length).replace(/^[\s,]+/, '') : now;
  return [answer.value.trim(), more].filter(Boolean).join(', ') || null;
}
