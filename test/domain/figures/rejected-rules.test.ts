// Rejections traced to rules, by example.
import { expect, test } from 'vitest';
import { rulesBehindRejections } from '../../../electron/domain/figures/rejected-rules.ts';

const line = (ruleId: string | null, what: string, points: number) => ({
  part: ruleId === null ? ('hand' as const) : ('engagement' as const),
  ruleId,
  at: ruleId === null ? null : 1,
  what,
  points,
});
const cut = (points: number, capped?: string[]) => ({
  ...line('cap', 'Cap', points),
  at: null,
  ...(capped && { capped }),
});

test('each reason names the rules that gave its people their points, the one that gave most first', () => {
  const behind = rulesBehindRejections([
    { leadId: 'a', reason: 'price', lines: [line('visit', 'Website visit', 10), line('demo', 'Demo requested', 50)] },
    {
      leadId: 'b',
      reason: 'no-need',
      lines: [
        line('visit', 'Website visit', 30),
        line('visit', 'Website visit', 30),
        line('size', 'Company size below 5', -20),
        line(null, 'By hand', 5),
      ],
    },
    { leadId: 'c', reason: 'no-need', lines: [line('demo', 'Demo requested', 50), line('visit', 'Website visit', 10)] },
  ]);
  expect(behind.map(({ reason, leadIds }) => [reason, ...leadIds])).toEqual([
    ['no-need', 'b', 'c'],
    ['price', 'a'],
  ]);
  expect(behind[0]?.rules).toEqual([
    { ruleId: 'visit', what: 'Website visit', leadIds: ['b', 'c'], points: 70 },
    { ruleId: 'demo', what: 'Demo requested', leadIds: ['c'], points: 50 },
    { ruleId: null, what: 'By hand', leadIds: ['b'], points: 5 },
  ]);
});

test('opens of which a cap left 30 points are not blamed for 100; the cap on all is nobody\u2019s adjustment', () => {
  const opens = Array.from({ length: 20 }, () => line('open', 'E-mail opened', 5));
  const [behind] = rulesBehindRejections([
    {
      leadId: 'a',
      reason: 'price',
      lines: [...opens, line('demo', 'Demo requested', 50), cut(-70, ['open']), cut(-16), line(null, 'By hand', 25)],
    },
  ]);
  expect(behind?.rules.map(({ ruleId, points }) => [ruleId, points])).toEqual(
    [
      ['demo', 40],
      ['by hand', 25],
      ['open', 24],
    ].map(([ruleId, points]) => [ruleId === 'by hand' ? null : ruleId, points]),
  );
});
