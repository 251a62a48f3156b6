// Evidence for learning, from the engine's columns, against counting person by person.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passes } from '../../electron/domain/scoring/fit.ts';
import { endingsOf } from '../../electron/domain/scoring/learn/endings.ts';
import type { TraitStats } from '../../electron/domain/scoring/learn/insights.ts';
import { emptyOutcomes, setOutcome } from '../../electron/domain/scoring/what-if/outcomes.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import type { LeadField } from '../../shared/lead.ts';
import { anyLead, criteria, day, today } from '../domain/scoring/arbitraries.ts';

const fields: readonly LeadField[] = ['country', 'jobTitle', 'companySize', 'budget', 'authority'];
const ending = fc.record({
  customerAt: fc.option(fc.integer({ min: today - 200 * day, max: today })),
  lostAt: fc.option(fc.integer({ min: today - 200 * day, max: today })),
});

function drained(work: Generator<void, TraitStats>): TraitStats {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

it('counts, for each thing done before the end and each fact, who ended with and without it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyLead, ending), { minLength: 1, maxLength: 15 }), criteria, (leads, rules) => {
      const engine = createEngine();
      engine.beginLoad(fields);
      engine.finishLoad();
      const outcomes = emptyOutcomes(leads.length);
      leads.forEach(([someone, what], i) => {
        engine.replaceLead(`lead-${i}`, someone.attributes, someone.activities);
        setOutcome(outcomes, engine.positionOf(`lead-${i}`) ?? 0, what);
      });
      const lastAt = new Float64Array(leads.length).fill(today);
      engine.lastActivityAt(lastAt, today);
      const endings = endingsOf(outcomes, lastAt, engine.size, today);
      const traitStats = drained(engine.traitStats(rules, endings, fields));

      const ended = leads.flatMap(([someone, { customerAt, lostAt }]) => {
        const past = someone.activities.map(({ at }) => at).filter(at => at <= today);
        const quietAt = Math.max(...(past.length > 0 ? past : [today])) + 180 * day;
        const at = customerAt ?? Math.min(lostAt ?? Infinity, quietAt);
        return at <= today ? [{ someone, at, won: customerAt !== null }] : [];
      });
      const count = (some: typeof ended) => ({ n: some.length, customers: some.filter(({ won }) => won).length });
      expect(traitStats.ended).toEqual(count(ended));
      for (const { trait, ...seen } of traitStats.seen) {
        if (trait.kind === 'activity') {
          const did = ({ someone, at }: (typeof ended)[number]) =>
            someone.activities.some(a => a.typeId === trait.typeId && a.at < at);
          expect(seen.with).toEqual(count(ended.filter(did)));
          expect(seen.without).toEqual(count(ended.filter(one => !did(one))));
        } else {
          const known = ended.filter(
            ({ someone }) =>
              trait.test.test === 'is-known' ||
              passes({ test: 'is-known' }, someone.attributes[trait.field] ?? null, trait.field),
          );
          const is = ({ someone }: (typeof ended)[number]) =>
            passes(trait.test, someone.attributes[trait.field] ?? null, trait.field);
          expect(seen.with).toEqual(count(known.filter(is)));
          expect(seen.without).toEqual(count(known.filter(one => !is(one))));
        }
      }
      const ofPersonas = (rules.personas ?? []).flatMap(persona => persona.fit.map(rule => rule.field));
      for (const { trait } of traitStats.seen)
        expect(ofPersonas).not.toContain(trait.kind === 'attribute' ? trait.field : null);
      for (const rule of rules.fit.filter(({ field }) => !ofPersonas.includes(field))) {
        expect(
          traitStats.seen.some(
            ({ trait, present }) => trait.kind === 'attribute' && trait.ruleId === rule.id && present === rule.points,
          ),
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('of a value no rule asks for, knows the points the present rules give it', () => {
  const engine = createEngine();
  engine.beginLoad(['industry']);
  engine.finishLoad();
  const outcomes = emptyOutcomes(60);
  for (let i = 0; i < 60; i++) {
    engine.replaceLead(`lead-${i}`, { industry: i < 30 ? 'Software' : 'Retail' }, []);
    setOutcome(outcomes, i, i % 3 === 0 ? { customerAt: today } : { lostAt: today });
  }
  const rules = {
    behavior: [],
    fit: [
      {
        id: 'r',
        field: 'industry' as const,
        test: { test: 'is-one-of' as const, values: ['software', 'food'] },
        points: 12,
      },
    ],
    disqualifiers: [],
    shortcuts: [],
    threshold: 100,
    minimumFit: 0,
  };
  const endings = endingsOf(outcomes, new Float64Array(60), 60, today);
  const { seen } = drained(engine.traitStats(rules, endings, ['industry']));
  const points = seen.map(({ trait, present }) => [
    trait.kind === 'attribute' && trait.test.test === 'is' ? trait.test.value : 'rule',
    present,
  ]);
  expect(points).toEqual([
    ['rule', 12],
    ['Retail', 0],
    ['Software', 12],
  ]);
});
