// Criteria with every kind of rule, and the steps of an owner's drag over them.
import { behaviorRule, fitRule } from '../../electron/domain/scoring/defaults.ts';
import type { Criteria } from '../../shared/criteria.ts';

const atMost = (times: number) => ({ how: 'at-most' as const, times });
const first = { how: 'first' as const };
const every = { how: 'every' as const };

/** Caps, first only, half-lives, negative points, shortcuts, disqualifiers and all tests of fit at once. */
export const allKinds: Criteria = {
  behavior: [
    behaviorRule('email-opened', 3, atMost(6), 90),
    behaviorRule('email-clicked', 8, atMost(5), 90),
    behaviorRule('website-visit', 6, atMost(10), 60),
    behaviorRule('pricing-page-visit', 20, atMost(4), 60),
    behaviorRule('product-comparison-visit', 15, every, 120),
    behaviorRule('content-downloaded', 15, atMost(4)),
    behaviorRule('webinar-attended', 25, every, 180),
    behaviorRule('event-attended', 25, first),
    behaviorRule('form-submitted', 25),
    behaviorRule('information-requested', 35, atMost(2), 60),
    behaviorRule('demo-requested', 50, first, 120),
    behaviorRule('live-chat', 15),
    behaviorRule('business-card-received', 15, first),
    behaviorRule('replied', 20, atMost(3), 30),
    behaviorRule('inbound-call', 40, first, 90),
    behaviorRule('unsubscribed', -50, first),
    behaviorRule('email-bounced', -20, every, 30),
  ],
  fit: [
    fitRule('size', 'companySize', { test: 'between', from: 8, to: 400 }, 15),
    fitRule('small', 'companySize', { test: 'between', from: 0, to: 2 }, -15),
    fitRule('industry', 'industry', { test: 'is-one-of', values: ['software', 'consulting', 'logistics'] }, 10),
    fitRule('title', 'jobTitle', { test: 'contains', values: ['owner', 'ceo', 'head', 'director'] }, 15),
    fitRule('country', 'country', { test: 'is-one-of', values: ['Germany', 'Austria', 'Switzerland'] }, 10),
    fitRule('budget', 'budget', { test: 'at-least', value: 1_000_000 }, 10),
    fitRule('authority', 'authority', { test: 'is', value: 'yes' }, 10),
    fitRule('student', 'jobTitle', { test: 'is', value: 'student' }, -20),
  ],
  disqualifiers: [
    { id: 'd1', field: 'country', test: { test: 'is', value: 'Poland' }, why: 'Outside our market' },
    { id: 'd2', field: 'email', test: { test: 'contains', values: ['@company13.example'] }, why: 'Competitor' },
  ],
  shortcuts: [
    {
      id: 's1',
      label: '3 downloads and 2 pricing page visits',
      counts: [
        { typeId: 'content-downloaded', times: 3 },
        { typeId: 'pricing-page-visit', times: 2 },
      ],
    },
    { id: 's2', label: 'Requested a demo twice', counts: [{ typeId: 'demo-requested', times: 2 }] },
  ],
  threshold: 80,
  minimumFit: 0,
};

/** What an owner drags: the threshold, points, a half-life, points of fit. */
export const sliders = ['threshold', 'points', 'half-life', 'fit'] as const;

/** Steps before the hand goes to the next slider. */
const stepsEach = 50;

/** Step number `step` of an owner's work: one slider to and fro, then the next, each from the same rules. */
export function drag(step: number, slider = sliders[Math.floor(step / stepsEach) % sliders.length]): Criteria {
  const wave = Math.round(20 * Math.sin(step / 7));
  const { behavior, fit } = allKinds;
  switch (slider) {
    case 'threshold':
      return { ...allKinds, threshold: 80 + wave };
    case 'points':
      return {
        ...allKinds,
        behavior: behavior.map(rule => (rule.points === 6 ? { ...rule, points: 26 + wave } : rule)),
      };
    case 'half-life':
      return {
        ...allKinds,
        behavior: behavior.map(rule => (rule.halfLifeDays === 60 ? { ...rule, halfLifeDays: 60 + wave } : rule)),
      };
    case 'fit':
    case undefined:
      return { ...allKinds, fit: fit.map(rule => (rule.points === 15 ? { ...rule, points: 25 + wave } : rule)) };
    default:
      return slider satisfies never;
  }
}
