// Default criteria of a new workspace.
import type { BehaviourRule, Criteria, FitRule, FitTest } from '../../../shared/criteria.ts';
import type { FitField } from '../../../shared/own-field.ts';

type How = BehaviourRule['count'];
const every: How = { how: 'every' };
const first: How = { how: 'first' };

export const behaviourRule = (
  typeId: string,
  points: number,
  count: How = every,
  halfLifeDays: number | null = null,
): BehaviourRule => ({ id: `behaviour-${typeId}`, typeId, points, count, halfLifeDays });

export const fitRule = (id: string, field: FitField, test: FitTest, points: number): FitRule => ({
  id: `fit-${id}`,
  field,
  test,
  points,
});

/** Points for what they do. The five of the seeds count every time, as the seeds have it; ours count nothing. */
export const defaultBehaviour: readonly BehaviourRule[] = [
  behaviourRule('email-opened', 5),
  behaviourRule('email-clicked', 10),
  behaviourRule('website-visit', 10),
  behaviourRule('pricing-page-visit', 25),
  behaviourRule('product-comparison-visit', 20),
  behaviourRule('content-downloaded', 20),
  behaviourRule('webinar-attended', 30),
  behaviourRule('event-attended', 30),
  behaviourRule('form-submitted', 30),
  behaviourRule('information-requested', 40),
  behaviourRule('demo-requested', 50),
  behaviourRule('live-chat', 20),
  behaviourRule('business-card-received', 15, first),
  behaviourRule('referral-received', 30, first),
  behaviourRule('replied', 25),
  behaviourRule('inbound-call', 40),
  behaviourRule('unsubscribed', -50, first),
  behaviourRule('email-bounced', -20, first),
  behaviourRule('call-made', 0),
  behaviourRule('email-sent', 0),
  behaviourRule('meeting-held', 0),
  behaviourRule('proposal-sent', 0),
];

/**
 * Points for who they are, as far as anyone can say who does not know the market: the answers sales asks for (authority,
 * need, time, money), and that they have told where they stand (title, size).
 */
export const defaultFit: readonly FitRule[] = [
  fitRule('authority-yes', 'authority', { test: 'is', value: 'yes' }, 15),
  fitRule('authority-no', 'authority', { test: 'is', value: 'no' }, -15),
  fitRule('need-yes', 'need', { test: 'is', value: 'yes' }, 15),
  fitRule('need-no', 'need', { test: 'is', value: 'no' }, -30),
  fitRule('timeline-yes', 'timeline', { test: 'is', value: 'yes' }, 10),
  fitRule('budget-known', 'budget', { test: 'is-known' }, 10),
  fitRule('title-known', 'jobTitle', { test: 'is-known' }, 5),
  fitRule('size-known', 'companySize', { test: 'is-known' }, 5),
];

/** MQL at 100 points, as the seeds say; a minimum fit of 0: nothing known may speak more against them than for them. */
export const defaultCriteria: Criteria = {
  behaviour: [...defaultBehaviour],
  fit: [...defaultFit],
  disqualifiers: [],
  shortcuts: [],
  threshold: 100,
  minimumFit: 0,
};
