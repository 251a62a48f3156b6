// Ready sets, ideal-customer questions, comparison in words, criteria as a file, and whether scoring is needed at all.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviorRule, defaultCriteria } from '../../../../electron/domain/scoring/defaults.ts';
import { fitPoints } from '../../../../electron/domain/scoring/fit.ts';
import { firstPromotion } from '../../../../electron/domain/scoring/promotion.ts';
import { explainScore } from '../../../../electron/domain/scoring/score.ts';
import { compareCriteria } from '../../../../electron/domain/scoring/sets/compare.ts';
import { fromCriteriaFile, toCriteriaFile, without } from '../../../../electron/domain/scoring/sets/criteria-file.ts';
import { withIdealCustomer } from '../../../../electron/domain/scoring/sets/ideal-customer.ts';
import { needScoring } from '../../../../electron/domain/scoring/sets/need.ts';
import { readySets } from '../../../../electron/domain/scoring/sets/ready-sets.ts';
import { builtInActivityTypes } from '../../../../shared/activity.ts';
import { type Criteria, criteriaSchema } from '../../../../shared/criteria.ts';
import { readCriteriaFile } from '../../../../shared/criteria-file.ts';
import { dayMs } from '../../../../shared/dates.ts';
import type { IdealCustomer } from '../../../../shared/ideal-customer.ts';
import { emptyAttributes } from '../../../../shared/lead.ts';
import { criteria } from '../arbitraries.ts';

const happened = (...types: readonly string[]) => types.map((typeId, i) => ({ id: String(i), typeId, at: i * dayMs }));
const setOf = (id: string) => readySets.find(set => set.id === id)?.criteria ?? defaultCriteria;

describe('ready sets', () => {
  it('are valid, each with rule ids of its own and only types the workspace has or gets', () => {
    for (const set of readySets) {
      expect(criteriaSchema.parse(set.criteria)).toEqual(set.criteria);
      const ids = [...set.criteria.behavior, ...set.criteria.fit, ...set.criteria.shortcuts].map(rule => rule.id);
      expect(new Set(ids).size).toBe(ids.length);
      const types = new Set([...builtInActivityTypes, ...set.customTypes].map(type => type.id));
      for (const rule of set.criteria.behavior) expect(types.has(rule.typeId)).toBe(true);
    }
  });

  it('do what they say: a consultancy waits for three downloads and two visits to the services page', () => {
    const reader = happened('content-downloaded', 'content-downloaded', 'services-page-visit', 'services-page-visit');
    expect(firstPromotion(setOf('consultancy'), { attributes: emptyAttributes, activities: reader })).toBeNull();
    const more = [...reader, { id: 'x', typeId: 'content-downloaded', at: 9e8 }];
    expect(firstPromotion(setOf('consultancy'), { attributes: emptyAttributes, activities: more })?.because).toMatch(
      /3 downloads/,
    );
  });

  it('and a software firm takes whoever asks for a demo', () => {
    expect(
      firstPromotion(setOf('software'), { attributes: emptyAttributes, activities: happened('demo-requested') })
        ?.because,
    ).toBe('Requested a demo');
  });
});

describe('the ideal-customer questions', () => {
  const answers: IdealCustomer = {
    titles: ['owner', 'CEO'],
    industries: ['Retail'],
    sizeFrom: 10,
    sizeTo: 200,
    countries: ['Germany', 'Austria'],
    budget: 500_000,
    excludedCountries: ['Atlantis'],
    competitors: ['rival.example'],
  };
  const written = withIdealCustomer(defaultCriteria, answers);
  const ideal = {
    ...emptyAttributes,
    jobTitle: 'CEO',
    industry: 'retail',
    companySize: 50,
    country: 'Germany',
    budget: 900_000,
  };

  it('write fit rules that tell the ideal customer from the rest', () => {
    expect(criteriaSchema.parse(written)).toEqual(written);
    expect(explainScore(written, { attributes: ideal, activities: [] }, 0).grade).not.toBe('D');
    expect(fitPoints(written, ideal)).toBeGreaterThan(fitPoints(written, { ...ideal, companySize: 3 }) + 30);
    expect(explainScore(written, { attributes: { ...ideal, country: 'atlantis' }, activities: [] }, 0).blockedBy).toBe(
      'Outside our market',
    );
    expect(
      explainScore(written, { attributes: { ...ideal, email: 'a@rival.example' }, activities: [] }, 0).blockedBy,
    ).toBe('Competitor');
  });

  it.each(['www.rival.example', 'https://www.rival.example/shop', '@rival.example', 'sales@Rival.example'])(
    'hold back everyone at a competitor typed as %s, and no other domain',
    competitor => {
      const rules = withIdealCustomer(defaultCriteria, { ...answers, competitors: [competitor] });
      const blocked = (email: string) =>
        explainScore(rules, { attributes: { ...ideal, email }, activities: [] }, 0).blockedBy;
      expect([blocked('anyone@rival.example'), blocked('a@mail.rival.example')]).toEqual(['Competitor', 'Competitor']);
      expect(blocked('a@notrival.example')).toBeNull();
    },
  );

  it('raise the minimum fit so that activity alone makes no MQL, and never lower it', () => {
    const nobody = { ...emptyAttributes, jobTitle: 'Student' };
    expect(fitPoints(written, nobody)).toBeLessThan(written.minimumFit);
    expect(fitPoints(written, { ...emptyAttributes, country: 'AT' })).toBeGreaterThanOrEqual(written.minimumFit);
    expect(withIdealCustomer({ ...defaultCriteria, minimumFit: 40 }, answers).minimumFit).toBe(40);
  });

  it('replace what earlier answers wrote, and write nothing for what is not answered', () => {
    const nothing = {
      titles: [],
      industries: [],
      sizeFrom: null,
      sizeTo: null,
      countries: [],
      budget: null,
      excludedCountries: [],
      competitors: [],
    };
    expect(withIdealCustomer(written, answers)).toEqual(written);
    expect(withIdealCustomer(written, nothing).fit.some(rule => rule.id.startsWith('fit-ideal'))).toBe(false);
    expect(withIdealCustomer(defaultCriteria, nothing)).toEqual(defaultCriteria);
  });

  it('no longer reward a title or a size for being known, once it is said which are right', () => {
    expect(fitPoints(written, { ...emptyAttributes, companySize: 100_000, jobTitle: 'Student' })).toBe(0);
  });
});

describe('two versions in words', () => {
  it('say what changed, one sentence each', () => {
    const [opened, clicked, ...rest] = defaultCriteria.behavior;
    if (!opened || !clicked) throw new Error('No rules.');
    const after = {
      ...defaultCriteria,
      threshold: 120,
      behavior: [{ ...opened, points: 3 }, { ...clicked, halfLifeDays: 30 }, ...rest.slice(1), behaviorRule('own', 7)],
      fit: defaultCriteria.fit.slice(1),
    };
    expect(compareCriteria(defaultCriteria, after)).toEqual([
      'Threshold 120 instead of 100.',
      'E-mail opened gives 3 points instead of 5.',
      'A click in an e-mail gives 10 points, every time, with a half-life of 30 days. Before: A click in an e-mail gives 10 points, every time.',
      'New: “own” gives 7 points, every time.',
      'Removed: A website visit gives 10 points, every time.',
      'Removed: Authority is yes: gives 15 points.',
    ]);
  });

  it('say nothing when only the order or the ids are different', () => {
    fc.assert(
      fc.property(criteria, rules => {
        expect(
          compareCriteria(rules, {
            ...rules,
            fit: [...rules.fit].reverse(),
            behavior: [...rules.behavior].reverse(),
          }),
        ).toEqual([]);
      }),
    );
    const renamed = { ...defaultCriteria, fit: defaultCriteria.fit.map(rule => ({ ...rule, id: `x-${rule.id}` })) };
    expect(compareCriteria(defaultCriteria, renamed)).toEqual([]);
  });
});

describe('criteria as a file', () => {
  const types = [...builtInActivityTypes, { id: 'own-7', label: 'Fair visit' }];
  const customValues = { types, fields: [] };

  it('come back as they went, through text', () => {
    fc.assert(
      fc.property(criteria, rules => {
        const read = readCriteriaFile(JSON.stringify(toCriteriaFile('Ours', rules, customValues)));
        if (!read.ok) throw new Error(read.error.message);
        expect(
          fromCriteriaFile(read.value, { ...customValues, types: [...types, { id: 'own-fair', label: 'x' }] }).criteria,
        ).toEqual(rules);
      }),
    );
  });

  it('find own types of another workspace by their label, and name those that are not there', () => {
    const rules = { ...defaultCriteria, caps: [], behavior: [behaviorRule('own-7', 5), behaviorRule('own-8', 9)] };
    const file = toCriteriaFile('Theirs', rules, { types: [...types, { id: 'own-8', label: 'Sauna' }], fields: [] });
    const read = fromCriteriaFile(file, { types: [{ id: 'mine', label: 'FAIR  visit' }], fields: [] });
    expect(read.criteria.behavior.map(rule => rule.typeId)).toEqual(['mine', 'own-8']);
    expect(read.unknownTypes).toEqual([{ id: 'own-8', label: 'Sauna' }]);
    expect(without(read.criteria, new Set(['own-8'])).behavior).toHaveLength(1);
  });

  it('find own fields of another workspace by their label, too, and leave out rules on those nobody has', () => {
    const size = { id: 'f1', label: 'Fleet', kind: 'choice' as const, choices: ['1 van', '2 vans'] };
    const color = { id: 'f2', label: 'Colour', kind: 'text' as const, choices: [] };
    const test = { test: 'is' as const, value: '2 vans' };
    const rules: Criteria = {
      ...defaultCriteria,
      fit: [{ id: 'a', field: 'custom:f1', test, points: 20 }],
      disqualifiers: [{ id: 'b', field: 'custom:f2', test: { test: 'is', value: 'pink' }, why: 'No pink' }],
    };
    const file = toCriteriaFile('Theirs', rules, { types, fields: [size, color] });
    const read = fromCriteriaFile(file, { types, fields: [{ ...size, id: 'mine', label: 'fleet' }] });
    expect(read.criteria.fit[0]?.field).toBe('custom:mine');
    expect(read.unknownFields).toEqual([color]);
    expect(without(read.criteria, new Set(['f2']))).toMatchObject({ disqualifiers: [], fit: [{ id: 'a' }] });
  });

  it('are refused with a sentence when the file is something else, newer or damaged', () => {
    const message = (text: string) => {
      const read = readCriteriaFile(text);
      return read.ok ? 'fine' : read.error.message;
    };
    expect(message('PK\u0003\u0004')).toMatch(/not JSON/);
    expect(message('[]')).toMatch(/not a Ripen criteria file/);
    expect(message('{"format":"ripen-criteria","version":2}')).toMatch(/newer version/);
    expect(
      message(
        JSON.stringify({
          ...toCriteriaFile('x', defaultCriteria, customValues),
          criteria: { ...defaultCriteria, threshold: -1 },
        }),
      ),
    ).toMatch(/damaged at "criteria\.threshold"/);
    expect(message(`${' '.repeat(2_000_001)}{}`)).toMatch(/too large/);
  });
});

describe('do you need scoring yet', () => {
  const plenty = { leads: 400, newIn90Days: 80, withActivity: 350, activities: 2500, answered: 60, accepted: 25 };

  it('yes, with enough leads, enough recorded and good enough quality', () => {
    expect(needScoring(plenty).needed).toBe(true);
    expect(needScoring({ ...plenty, leads: 100_000 }).checks[0]?.found).toMatch(/^100,000 leads/);
    expect(needScoring(plenty).checks.every(check => check.todo === null)).toBe(true);
  });

  it('else it says what to do first', () => {
    const failing = (attributes: Partial<typeof plenty>) =>
      needScoring({ ...plenty, ...attributes }).checks.filter(check => check.state === 'not');
    expect(failing({ leads: 12, newIn90Days: 3 }).map(check => check.id)).toEqual(['leads']);
    expect(failing({ activities: 400 })[0]?.todo).toMatch(/Record more/);
    expect(failing({ accepted: 2 })[0]?.todo).toMatch(/better leads/);
    expect(
      needScoring({ leads: 0, newIn90Days: 0, withActivity: 0, activities: 0, answered: 0, accepted: 0 }).needed,
    ).toBe(false);
  });

  it('does not judge quality by a handful of answers', () => {
    const { needed, checks } = needScoring({ ...plenty, answered: 4, accepted: 0 });
    expect(needed).toBe(true);
    expect(checks.find(({ id }) => id === 'quality')).toMatchObject({ state: 'unsure', todo: null });
  });
});
