// What changes in the rules: the difference of two sets of rules makes the one of the other, and changes in two places both count.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criteria } from '../../shared/criteria.ts';
import { criteriaSchema } from '../../shared/criteria.ts';
import { changedCriteria, criteriaChanges } from '../../shared/criteria-change.ts';

const points = fc.integer({ min: -20, max: 20 });
const type = fc.constantFrom('replied', 'call-made', 'demo-requested', 'live-chat');
const ids = (letter: string) => fc.constantFrom(...[1, 2, 3, 4].map(number => `${letter}${number}`));
const uniqueById = <T extends { readonly id: string }>(rule: fc.Arbitrary<T>) =>
  fc.uniqueArray(rule, { maxLength: 4, selector: ({ id }) => id });
const test = fc.constantFrom<Criteria['fit'][number]['test']>(
  { test: 'is-known' },
  { test: 'is', value: 'Austria' },
  { test: 'contains', values: ['owner', 'head'] },
);
const counts = fc.uniqueArray(fc.record({ typeId: type, times: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ typeId }) => typeId,
});
const rules: fc.Arbitrary<Criteria> = fc.record({
  behavior: uniqueById(
    fc.record({
      id: ids('b'),
      typeId: type,
      points,
      count: fc.constantFrom({ how: 'every' } as const, { how: 'at-most', times: 3 } as const),
      halfLifeDays: fc.constantFrom(null, 30),
    }),
  ),
  fit: uniqueById(fc.record({ id: ids('f'), field: fc.constant('country' as const), test, points })),
  disqualifiers: uniqueById(
    fc.record({ id: ids('d'), field: fc.constant('email' as const), test, why: fc.constantFrom('Supplier', 'Rival') }),
  ),
  shortcuts: uniqueById(fc.record({ id: ids('s'), label: fc.constantFrom('Demo', 'Two talks'), counts })),
  threshold: fc.integer({ min: 1, max: 200 }),
  minimumFit: points,
});

/** Without the order of rules and of the activities of a shortcut, which says nothing. */
function unordered(criteria: Criteria): unknown {
  const sorted = <T>(rows: readonly T[]) => rows.map(row => JSON.stringify(row)).toSorted();
  return {
    ...criteria,
    behavior: sorted(criteria.behavior),
    fit: sorted(criteria.fit),
    disqualifiers: sorted(criteria.disqualifiers),
    shortcuts: sorted(criteria.shortcuts.map(one => ({ ...one, counts: sorted(one.counts) }))),
  };
}

describe('changes of the criteria', () => {
  it('make the one of the other, also when they are made twice, and are what the contract takes', () => {
    fc.assert(
      fc.property(rules, rules, (from, to) => {
        const changes = criteriaChanges(from, to);
        const once = changedCriteria(from, changes, () => expect.unreachable('a rule is missing'));
        expect(unordered(once)).toEqual(unordered(to));
        expect(unordered(changedCriteria(once, changes))).toEqual(unordered(to));
        expect(criteriaSchema.parse(once)).toEqual(once);
        expect(criteriaChanges(to, to)).toEqual([]);
      }),
    );
  });

  it('say nothing about what they leave as it was: two from one sight of the rules both hold', () => {
    const to = (criteria: Criteria): Criteria => ({ ...criteria, threshold: criteria.threshold + 1 });
    fc.assert(
      fc.property(rules, rules, (from, other) => {
        const mine = { ...other, threshold: from.threshold };
        const both = changedCriteria(
          changedCriteria(from, criteriaChanges(from, mine)),
          criteriaChanges(from, to(from)),
        );
        expect(unordered(both)).toEqual(unordered({ ...mine, threshold: from.threshold + 1 }));
      }),
    );
  });

  it('count two numbers of one shortcut as two', () => {
    const shortcut = (a: number, b: number, second = 'replied') => ({
      id: 's1',
      label: 'Two talks',
      counts: [
        { typeId: 'call-made', times: a },
        { typeId: second, times: b },
      ],
    });
    const having = (one: ReturnType<typeof shortcut>): Criteria => ({
      behavior: [],
      fit: [],
      disqualifiers: [],
      shortcuts: [one],
      threshold: 100,
      minimumFit: 0,
    });
    const from = having(shortcut(1, 1));
    const first = criteriaChanges(from, having(shortcut(5, 1)));
    const second = criteriaChanges(from, having(shortcut(1, 7, 'live-chat')));
    expect(changedCriteria(changedCriteria(from, first), second)).toEqual(having(shortcut(5, 7, 'live-chat')));
  });
});
