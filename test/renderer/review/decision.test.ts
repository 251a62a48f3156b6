// A decision in its form: what is read from what was typed, what a replay lets one expect, and how it is told when it comes back.
import { describe, expect, it } from 'vitest';
import {
  type DecisionDraft,
  draftOf,
  emptyDecision,
  readDecision,
} from '../../../renderer/screens/review/meeting/decision-draft.ts';
import { effectRows, expectedText, outcomeLabels } from '../../../renderer/screens/review/meeting/effect-text.ts';
import { expectationOf } from '../../../renderer/screens/review/meeting/expectation.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import type { ComingBack } from '../../../shared/meeting.ts';

const format = makeFormat({ locale: 'en-GB', timeZone: 'UTC', currency: 'EUR', today: '2026-03-02' });
const typed = (change: Partial<DecisionDraft>) => readDecision({ ...emptyDecision, text: 'Call at once', ...change });

describe('what is typed', () => {
  it('becomes numbers a week and a share, or nothing where nothing is guessed', () => {
    expect(typed({ mqls: '4.5', accepted: '60 %' })).toMatchObject({ expected: { mqlsAWeek: 4.5, acceptance: 0.6 } });
    expect(typed({ accepted: '60' })).toMatchObject({ expected: { mqlsAWeek: null, acceptance: 0.6 } });
    expect(typed({})).toMatchObject({ text: 'Call at once', expected: null, comesBack: true });
  });

  it('is refused in its own field', () => {
    expect(typed({ text: '  ' })).toMatchObject({ field: 'text' });
    expect(typed({ mqls: 'some' })).toMatchObject({ field: 'mqls' });
    expect(typed({ mqls: '-1' })).toMatchObject({ field: 'mqls' });
    expect(typed({ accepted: '101' })).toMatchObject({ field: 'accepted' });
  });

  it('comes back into the form as it was', () => {
    const decision = { ...comingBack, text: 'Call at once', expected: { mqlsAWeek: 4.5, acceptance: 0.6 } };
    expect(readDecision(draftOf(format, decision))).toMatchObject({
      text: 'Call at once',
      expected: decision.expected,
      comesBack: true,
    });
  });
});

const effect = { weeks: 4, from: '2026-01-01', to: '2026-01-29', mqlsAWeek: 3.5, mqls: 14, accepted: 3, answered: 6 };
const comingBack: ComingBack = {
  id: 'd',
  weekStart: '2026-01-26',
  text: 'Call at once',
  criteria: null,
  expected: { mqlsAWeek: null, acceptance: 0.6 },
  comesBack: '2026-02-23',
  verdict: null,
  outcome: null,
  answeredIn: null,
  before: effect,
  since: { ...effect, mqlsAWeek: 5.5, mqls: 22, accepted: 0, answered: 0 },
  held: { mqlsAWeek: null, acceptance: null },
};

it('a plan says its MQLs a week once', () => {
  const goal = { what: 'customers', amount: 8, by: '2026-08-31' } as const;
  const plan = { goal, from: '2026-06-01', low: 4, high: 11, chance: 0.38, leads: 5, mqls: 2.7, sqls: 2.2 };
  const text = expectedText(format, { mqlsAWeek: 2.7, acceptance: 0.6, plan }) ?? '';
  expect(text.match(/MQLs/g)).toHaveLength(1);
  expect(text).toMatch(
    /^60\s% accepted, 8 new customers by 31 Aug, chance 38\s%, needs 2\.7 MQLs and 2\.2 SQLs a week$/,
  );
  // Another number than the plan's is said beside it, and one where the plan has none.
  for (const mqls of [2.4, null])
    expect(expectedText(format, { mqlsAWeek: 2.7, acceptance: null, plan: { ...plan, mqls } })).toMatch(
      /^2\.7 MQLs a week, 8 new customers/,
    );
});

describe('a decision that comes back', () => {
  it('is told by both numbers, each with what it stands on; no answers give no share', () => {
    expect(effectRows(format, comingBack)).toMatchObject([
      { label: 'MQLs a week', before: '3.5', expected: null, since: '5.5', stands: '14 in 4 weeks, 22 in 4' },
      {
        label: 'Accepted by sales',
        before: '50\u00a0%',
        expected: '60\u00a0%',
        since: 'no MQLs answered',
        stands: '3 of 6, then 0 of 0',
      },
    ]);
  });

  it('is summed up in one line for the minutes', () => {
    expect(outcomeLabels(format, comingBack)).toBe(
      'MQLs a week 3.5, then 5.5. Accepted by sales 50\u00a0%, then no MQLs answered.',
    );
    expect(expectedText(format, comingBack.expected)).toBe('60\u00a0% accepted');
    expect(expectedText(format, null)).toBeNull();
  });
});

describe('what a replay lets one expect', () => {
  const side = {
    mqls: 20,
    toCustomer: { numerator: 0, n: 0, interval: null },
    customersCaught: { numerator: 0, n: 0, interval: null },
  };
  const rejected = (numerator: number, n: number) => ({ ...side, rejected: { numerator, n, interval: null } });
  const week = (draft: number, actual: number) => ({ start: '2026-01-05', draft, actual });

  it('is the mean of the last twelve whole weeks and the share that was not rejected', () => {
    const weeks = [week(90, 90), ...Array.from({ length: 12 }, () => week(4, 6)), week(99, 99)];
    expect(expectationOf({ weeks, draft: rejected(3, 12) })).toEqual({
      weeks: 12,
      mqlsAWeek: 4,
      actualAWeek: 6,
      acceptance: 0.75,
      answered: 12,
    });
  });

  it('is nothing while not one week is over, and no share where nobody was answered', () => {
    expect(expectationOf({ weeks: [week(3, 3)], draft: rejected(0, 0) })).toBeNull();
    expect(expectationOf({ weeks: [week(3, 3), week(0, 0)], draft: rejected(0, 0) })).toMatchObject({
      weeks: 1,
      acceptance: null,
    });
  });
});
