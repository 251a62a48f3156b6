// Form state of a decision, and its stored value.

import type { Decision, Expected } from '../../../../shared/meeting.ts';
import type { CarriedPlan } from '../../../../shared/plan.ts';
import type { Format } from '../../../ui/format.tsx';
import { parseNumber } from '../../../ui/parse.ts';

export type DecisionDraft = {
  readonly text: string;
  readonly criteriaId: string | null;
  /** As typed; the share in percent. */
  readonly mqls: string;
  readonly accepted: string;
  readonly comesBack: boolean;
  /** The plan it carries; it is made in Plan, and stays with the decision. */
  readonly plan?: CarriedPlan | undefined;
};

export const emptyDecision: DecisionDraft = { text: '', criteriaId: null, mqls: '', accepted: '', comesBack: true };

export const draftOf = (format: Format, { text, criteria, expected, comesBack }: Decision): DecisionDraft => ({
  text,
  criteriaId: criteria?.id ?? null,
  ...expectedDraft(format, expected),
  comesBack: comesBack !== null,
  plan: expected?.plan,
});

/** The two numbers as one would type them. */
export const expectedDraft = (format: Format, expected: Expected | null): Pick<DecisionDraft, 'mqls' | 'accepted'> => ({
  mqls: expected?.mqlsAWeek == null ? '' : format.decimal(expected.mqlsAWeek),
  accepted: expected?.acceptance == null ? '' : format.whole(expected.acceptance * 100),
});

type Read = Pick<DecisionDraft, 'text' | 'criteriaId' | 'comesBack'> & { readonly expected: Expected | null };
export type FieldError = { readonly field: 'text' | 'mqls' | 'accepted'; readonly text: string };

/** What to save, or which field does not fit and why. */
export function readDecision({ text, criteriaId, mqls, accepted, comesBack, plan }: DecisionDraft): Read | FieldError {
  if (text.trim() === '') return { field: 'text', text: 'Enter one sentence.' };
  const mqlsAWeek = mqls.trim() === '' ? null : parseNumber(mqls);
  if (mqls.trim() !== '' && (mqlsAWeek === null || mqlsAWeek < 0)) {
    return { field: 'mqls', text: 'Enter a number such as 4.5.' };
  }
  const percent = accepted.trim() === '' ? null : parseNumber(accepted.replace('%', ''));
  if (accepted.trim() !== '' && (percent === null || percent < 0 || percent > 100)) {
    return { field: 'accepted', text: 'Enter a percentage from 0 to 100.' };
  }
  const acceptance = percent === null ? null : percent / 100;
  const expected =
    mqlsAWeek === null && acceptance === null && !plan ? null : { mqlsAWeek, acceptance, ...(plan ? { plan } : {}) };
  return { text: text.trim(), criteriaId, comesBack, expected };
}
