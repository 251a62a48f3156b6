// Default criteria of a new workspace.
import type { BehaviorRule, Criteria, FitRule, FitTest } from '../../../shared/criteria.ts';
import type { FitField } from '../../../shared/custom-field.ts';

type How = BehaviorRule['count'];
const every: How = { how: 'every' };
const first: How = { how: 'first' };

export const behaviorRule = (
  typeId: string,
  points: number,
  count: How = every,
  halfLifeDays: number | null = null,
): BehaviorRule => ({ id: `behaviour-${typeId}`, typeId, points, count, halfLifeDays });

export const fitRule = (id: string, field: FitField, test: FitTest, points: number): FitRule => ({
  id: `fit-${id}`,
  field,
  test,
  points,
});

/** Points for what they do. The five of the seeds count every time, as the seeds have it; ours count nothing. */
export const defaultBehavior: readonly BehaviorRule[] = [
  behaviorRule('email-opened', 5),
  behaviorRule('email-clicked', 10),
  behaviorRule('website-visit', 10),
  behaviorRule('pricing-page-visit', 25),
  behaviorRule('product-comparison-visit', 20),
  behaviorRule('content-downloaded', 20),
  behaviorRule('webinar-attended', 30),
  behaviorRule('event-attended', 30),
  behaviorRule('form-submitted', 30),
  behaviorRule('information-requested', 40),
  behaviorRule('demo-requested', 50),
  behaviorRule('live-chat', 20),
  behaviorRule('business-card-received', 15, first),
  behaviorRule('referral-received', 30, first),
  behaviorRule('replied', 25),
  behaviorRule('inbound-call', 40),
  behaviorRule('missed-call', 5, first),
  behaviorRule('unsubscribed', -50, first),
  behaviorRule('email-bounced', -20, first),
  behaviorRule('call-made', 0),
  behaviorRule('email-sent', 0),
  behaviorRule('meeting-held', 0),
  behaviorRule('proposal-sent', 0),
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
export const seedCriteria: Criteria = {
  behavior: [...defaultBehavior],
  fit: [...defaultFit],
  disqualifiers: [],
  shortcuts: [],
  threshold: 100,
  minimumFit: 0,
};

/** Days after which an opened e-mail says nothing any more. */
const openedDays = 90;

/**
 * The rules of a new workspace: the seeds' points without their mistakes. Opened e-mails age, and those cheap signs, however many,
 * are worth no more than one strong one.
 */
export const defaultCriteria: Criteria = {
  ...seedCriteria,
  behavior: defaultBehavior.map(rule => (rule.typeId === 'email-opened' ? { ...rule, withinDays: openedDays } : rule)),
  caps: [{ id: 'cap-cheap-signs', label: 'Cheap signs', typeIds: ['email-opened', 'email-clicked'], points: 30 }],
};
