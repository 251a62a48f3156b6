// What happened against what was expected: called more or less only where chance would hardly do it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heldAgainst } from '../../../electron/domain/meeting/effect.ts';
import type { DecisionEffect } from '../../../shared/meeting.ts';

const since = (mqls: number, accepted: number, answered: number): DecisionEffect => ({
  weeks: 4,
  from: '2026-01-05',
  to: '2026-02-02',
  mqlsAWeek: mqls / 4,
  mqls,
  accepted,
  answered,
});

it('says nothing where nothing was expected or nobody was answered', () => {
  expect(heldAgainst(null, since(9, 3, 4))).toEqual({ mqlsAWeek: null, acceptance: null });
  expect(heldAgainst({ mqlsAWeek: null, acceptance: 0.5 }, since(9, 0, 0))).toEqual({
    mqlsAWeek: null,
    acceptance: null,
  });
});

it('leaves to chance what chance can do', () => {
  expect(heldAgainst({ mqlsAWeek: 4, acceptance: 0.6 }, since(17, 8, 11))).toEqual({
    mqlsAWeek: 'as-expected',
    acceptance: 'as-expected',
  });
});

it('calls what is far off by its name', () => {
  expect(heldAgainst({ mqlsAWeek: 4, acceptance: 0.9 }, since(40, 5, 40))).toEqual({
    mqlsAWeek: 'more',
    acceptance: 'less',
  });
  expect(heldAgainst({ mqlsAWeek: 10, acceptance: 0.1 }, since(12, 30, 40))).toEqual({
    mqlsAWeek: 'less',
    acceptance: 'more',
  });
});

it('never calls exactly what was expected more or less', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(500), fc.nat(500), (mqls, accepted, rejected) => {
      const happened = since(mqls, accepted, accepted + rejected);
      const share = accepted + rejected === 0 ? null : accepted / (accepted + rejected);
      const held = heldAgainst({ mqlsAWeek: mqls / 4, acceptance: share }, happened);
      expect(held.mqlsAWeek).toBe('as-expected');
      expect(held.acceptance).toBe(share === null ? null : 'as-expected');
    }),
  );
});
