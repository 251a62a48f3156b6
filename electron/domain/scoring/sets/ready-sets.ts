// Criteria templates.
import type { ActivityType } from '../../../../shared/activity.ts';
import type { BehaviorRule, Criteria } from '../../../../shared/criteria.ts';
import { behaviorRule, defaultBehavior, defaultCriteria } from '../defaults.ts';

export type ReadySet = {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly criteria: Criteria;
  /** Activity types of its own that the workspace gets with it, where it has none of that name. */
  readonly customTypes: readonly ActivityType[];
};

const servicesPage: ActivityType = {
  id: 'services-page-visit',
  label: 'Services page visit',
  ourSide: false,
  impliesStage: 'visitor',
  archived: false,
};

const atMost = (times: number): BehaviorRule['count'] => ({ how: 'at-most', times });

/** The default rules with some replaced. */
const withRules = (...rules: readonly BehaviorRule[]): BehaviorRule[] =>
  defaultBehavior.map(rule => rules.find(other => other.typeId === rule.typeId) ?? rule);

export const readySets: readonly ReadySet[] = [
  {
    id: 'simple',
    label: 'Simple points',
    about: 'Every activity counts, and 100 points make an MQL. A good start if you are not sure yet.',
    criteria: defaultCriteria,
    customTypes: [],
  },
  {
    id: 'consultancy',
    label: 'Consultancy',
    about: 'For buyers who read before they talk: three downloads and two services page visits make an MQL.',
    criteria: {
      ...defaultCriteria,
      behavior: [
        ...withRules(
          behaviorRule('email-opened', 3, atMost(5)),
          behaviorRule('email-clicked', 8, atMost(5)),
          behaviorRule('website-visit', 5, atMost(8)),
          behaviorRule('content-downloaded', 20, atMost(4), 180),
          behaviorRule('webinar-attended', 35, atMost(2), 180),
          behaviorRule('referral-received', 50, { how: 'first' }),
        ),
        behaviorRule(servicesPage.id, 20, atMost(4)),
      ],
      shortcuts: [
        {
          id: 'shortcut-readers',
          label: '3 downloads and 2 services page visits',
          counts: [
            { typeId: 'content-downloaded', times: 3 },
            { typeId: servicesPage.id, times: 2 },
          ],
        },
      ],
    },
    customTypes: [servicesPage],
  },
  {
    id: 'software',
    label: 'Software company',
    about: 'A demo request makes an MQL. Opens and visits give few points and decay.',
    criteria: {
      ...defaultCriteria,
      behavior: withRules(
        behaviorRule('email-opened', 2, atMost(5), 60),
        behaviorRule('email-clicked', 8, atMost(5), 60),
        behaviorRule('website-visit', 5, atMost(10), 30),
        behaviorRule('pricing-page-visit', 25, atMost(3), 60),
        behaviorRule('product-comparison-visit', 25, atMost(2), 60),
        behaviorRule('live-chat', 30, atMost(2), 60),
      ),
      shortcuts: [{ id: 'shortcut-demo', label: 'Requested a demo', counts: [{ typeId: 'demo-requested', times: 1 }] }],
    },
    customTypes: [],
  },
];
