// Criteria in plain words: how every rule reads on the screen, in receipts and in comparisons.
import { builtInActivityTypes } from './activity.ts';
import type { BehaviorRule, Cap, Criteria, Disqualifier, FitRule, FitTest, Persona, Shortcut } from './criteria.ts';
import type { CustomKey, FitField } from './custom-field.ts';
import { fieldLabel } from './custom-field.ts';

/** How ids and amounts are called; the caller knows own activity types, channels and the currency. */
export type RuleNames = {
  readonly type: (typeId: string) => string;
  readonly value: (field: FitField, value: string | number) => string;
  /** How an own field is called; undefined when it is gone. */
  readonly field?: (key: CustomKey) => string | undefined;
};

const labels = new Map(builtInActivityTypes.map(type => [type.id, type.label]));

/** Names for those who know only what is built in. */
export const plainNames: RuleNames = {
  type: id => labels.get(id) ?? id,
  value: (_field, value) => String(value),
};

/** How a built-in type is spoken of in a sentence; others are quoted by their label. */
const subjects: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'email-opened': ['an opened e-mail', 'opened e-mails'],
  'email-clicked': ['a click in an e-mail', 'clicks in an e-mail'],
  'website-visit': ['a website visit', 'website visits'],
  'pricing-page-visit': ['a pricing page visit', 'pricing page visits'],
  'product-comparison-visit': ['a product comparison visit', 'product comparison visits'],
  'content-downloaded': ['a download', 'downloads'],
  'webinar-attended': ['a webinar attended', 'webinars attended'],
  'event-attended': ['an event attended', 'events attended'],
  'form-submitted': ['a form submitted', 'forms submitted'],
  'information-requested': ['a request for information', 'requests for information'],
  'demo-requested': ['a demo request', 'demo requests'],
  'live-chat': ['a live chat', 'live chats'],
  'business-card-received': ['a business card', 'business cards'],
  'referral-received': ['a referral', 'referrals'],
  replied: ['a reply', 'replies'],
  'inbound-call': ['an inbound call', 'inbound calls'],
  'missed-call': ['a missed call', 'missed calls'],
  unsubscribed: ['an unsubscription', 'unsubscriptions'],
  'email-bounced': ['a bounced e-mail', 'bounced e-mails'],
  'call-made': ['a call made', 'calls made'],
  'email-sent': ['an e-mail sent', 'e-mails sent'],
  'meeting-held': ['a meeting held', 'meetings held'],
  'proposal-sent': ['a proposal sent', 'proposals sent'],
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const or = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
/** "A, B and C". */
export const and = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** "3 downloads", "1 demo request". */
export function timesText(typeId: string, times: number, names: RuleNames = plainNames): string {
  const known = subjects[typeId];
  if (!known) return `${times} × “${names.type(typeId)}”`;
  return times === 1 ? `1 ${known[0].replace(/^an? /, '')}` : `${times} ${known[1]}`;
}

/** "counts 25", "takes away 50", "counts nothing". */
const worth = (points: number): string =>
  points === 0 ? 'gives no points' : points > 0 ? `gives ${pointsText(points)}` : `takes away ${pointsText(-points)}`;

const pointsText = (points: number): string => (points === 1 ? '1 point' : `${points} points`);

const howOften = ({ count }: BehaviorRule): string => {
  if (count.how === 'every') return 'every time';
  if (count.how === 'first' || count.times === 1)
    return count.how === 'first' ? 'the first time only' : 'only the latest';
  return `at most ${count.times} times`;
};

/** "A pricing page visit counts 25, at most 3 times, and half of it is gone after 60 days." */
export function behaviorText(rule: BehaviorRule, names: RuleNames = plainNames): string {
  const subject = capital(subjects[rule.typeId]?.[0] ?? `“${names.type(rule.typeId)}”`);
  if (rule.points === 0) return `${subject} gives no points.`;
  const fading = rule.halfLifeDays === null ? '' : `, with a half-life of ${daysText(rule.halfLifeDays)}`;
  const lately = rule.withinDays == null ? '' : `, only in the last ${daysText(rule.withinDays)}`;
  return `${subject} ${worth(rule.points)}, ${howOften(rule)}${fading}${lately}.`;
}

export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** "Company size is from 50 to 200", "Job title contains “owner” or “founder”". */
export function fitTestText(field: FitField, test: FitTest, names: RuleNames = plainNames): string {
  const label = fieldLabel(field, names.field);
  const say = (value: string | number) => names.value(field, value);
  switch (test.test) {
    case 'is':
      return `${label} is ${say(test.value)}`;
    case 'is-one-of':
      return `${label} is ${or(test.values.map(say))}`;
    case 'contains':
      return `${label} contains ${or(test.values.map(value => `“${value}”`))}`;
    case 'between':
      return `${label} is from ${say(test.from)} to ${say(test.to)}`;
    case 'at-least':
      return `${label} is at least ${say(test.value)}`;
    case 'is-known':
      return `${label} is known`;
    default:
      return test satisfies never;
  }
}

/** "Company size is from 50 to 200: counts 20." */
export const fitRuleText = (rule: FitRule, names: RuleNames = plainNames): string =>
  `${fitTestText(rule.field, rule.test, names)}: ${worth(rule.points)}.`;

/** "Never an MQL when country is Nowhere: wrong market." */
export const disqualifierText = (rule: Disqualifier, names: RuleNames = plainNames): string =>
  `Never an MQL when ${fitTestText(rule.field, rule.test, names)}: ${rule.why}`;

/** "3 downloads and 2 pricing page visits make an MQL, whatever the score." */
export const shortcutText = (rule: Shortcut, names: RuleNames = plainNames): string => {
  const one = rule.counts.length === 1 && rule.counts[0]?.times === 1;
  const counts = and(rule.counts.map(({ typeId, times }) => timesText(typeId, times, names)));
  return `${counts} ${one ? 'makes' : 'make'} an MQL, whatever the score.`;
};

/** "E-mail opened and e-mail clicked give at most 30 points together." */
export const capText = ({ typeIds, points }: Cap, names: RuleNames = plainNames): string =>
  `${and(typeIds.map(names.type))} ${typeIds.length === 1 ? 'gives' : 'give'} at most ${pointsText(points)}${typeIds.length === 1 ? '' : ' together'}.`;

/** "Persona Workshop owner: job title contains “owner”: gives 20 points." */
export const personaText = ({ label, fit }: Persona, names: RuleNames = plainNames): string =>
  fit.length === 0
    ? `Persona ${label} has no rules yet.`
    : `Persona ${label}: ${fit.map(rule => fitRuleText(rule, names)).join(' ')}`;

/** "All activities together give at most 150 points."; null without such a cap. */
export const engagementCapText = ({ engagementCap = null }: Pick<Criteria, 'engagementCap'>): string | null =>
  engagementCap === null ? null : `All activities together give at most ${pointsText(engagementCap)}.`;

/** The two bars of the criteria in one sentence. */
export const thresholdText = ({ threshold, minimumFit }: Pick<Criteria, 'threshold' | 'minimumFit'>): string =>
  `A lead becomes an MQL at ${threshold} points, with a fit of at least ${minimumFit}.`;

/** Every rule of the criteria, one sentence each. */
export const criteriaSentences = (criteria: Criteria, names: RuleNames = plainNames): readonly string[] => [
  thresholdText(criteria),
  ...criteria.shortcuts.map(rule => shortcutText(rule, names)),
  ...criteria.behavior.map(rule => behaviorText(rule, names)),
  ...(criteria.caps ?? []).map(cap => capText(cap, names)),
  ...[engagementCapText(criteria)].filter(text => text !== null),
  ...criteria.fit.map(rule => fitRuleText(rule, names)),
  ...(criteria.personas ?? []).map(persona => personaText(persona, names)),
  ...criteria.disqualifiers.map(rule => disqualifierText(rule, names)),
];

/** Every rule in a sentence, by rule id. */
export const ruleSentences = (
  { behavior, fit, disqualifiers, shortcuts, caps = [], personas = [] }: Criteria,
  names: RuleNames = plainNames,
): Record<string, string> =>
  Object.fromEntries([
    ...behavior.map(rule => [rule.id, behaviorText(rule, names)]),
    ...[...fit, ...personas.flatMap(persona => persona.fit)].map(rule => [rule.id, fitRuleText(rule, names)]),
    ...disqualifiers.map(rule => [rule.id, disqualifierText(rule, names)]),
    ...shortcuts.map(rule => [rule.id, shortcutText(rule, names)]),
    ...caps.map(cap => [cap.id, capText(cap, names)]),
  ]);
