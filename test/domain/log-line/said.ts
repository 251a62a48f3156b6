// A parsed line as short texts, to be compared with what a person would have written down.

import { parseLine } from '../../../electron/domain/log-line/parse-line.ts';
import type { LineHome, SaidLine, SaidPerson, SaidTouch } from '../../../electron/domain/log-line/said.ts';
import { builtInActivityTypes } from '../../../shared/activity.ts';

/** What a line says, one short text for each part; `a ? b` is asked with the options in their order. */
export type Expected = {
  readonly who?: string;
  readonly what?: string;
  readonly when?: string;
  readonly note?: string;
  readonly amount?: string;
  readonly next?: string;
  /** "? a": only offered. */
  readonly campaign?: string;
  readonly content?: string;
  readonly channel?: string;
};

/** Thursday 26 November 2026, ten past nine, a British owner with one activity type of their own. */
export const english: LineHome = {
  today: '2026-11-26',
  time: '09:10',
  language: 'en',
  dayFirst: true,
  currency: 'GBP',
  country: 'GB',
  types: [
    ...builtInActivityTypes,
    { id: 'own-site-visit', label: 'Site visit', ourSide: true, impliesStage: null, archived: false },
  ],
  members: ['Olive Owner'],
  campaigns: [
    { id: 'Spring mailing', label: 'Spring mailing' },
    { id: 'Bath Home Show', label: 'Bath Home Show' },
    { id: 'Google Ads', label: 'Google Ads' },
  ],
  channels: [
    { id: 'Website', label: 'Website' },
    { id: 'Search', label: 'Search' },
    { id: 'Social media', label: 'Social media' },
    { id: 'Referral', label: 'Referral' },
    { id: 'Trade show', label: 'Trade show' },
  ],
  contents: ['Staircase guide', 'Pricing checklist', 'Winter webinar', 'Treppenratgeber', 'Guía de escaleras'],
};
export const german: LineHome = { ...english, language: 'de', currency: 'EUR', country: 'DE' };
export const french: LineHome = { ...english, language: 'fr', currency: 'EUR', country: 'FR' };
export const spanish: LineHome = { ...english, language: 'es', currency: 'EUR', country: 'ES' };

const personText = ({ attributes: a }: SaidPerson): string =>
  [
    a.firstName || a.lastName ? `${a.firstName ?? '_'} ${a.lastName ?? '_'}` : '',
    a.company ? `@ ${a.company}` : '',
    a.email ? `<${a.email}>` : '',
    a.phone ?? '',
  ]
    .filter(Boolean)
    .join(' ');

type Day = { readonly date: string; readonly time: string | null };
const dayText = (when: Day | null): string =>
  when === null ? 'now' : [when.date, when.time].filter(Boolean).join(' ');

const touchText = ({ options, sure }: SaidTouch): string => `${sure ? '' : '? '}${options.join(' ? ')}`;

export function textOf(said: SaidLine): Expected {
  const { people, activity, when, note, amount, step, campaign, content, channel } = said;
  const types = [...(activity?.newType ? [`new ${activity.newType.label}`] : []), ...(activity?.typeIds ?? [])];
  return {
    ...(people.length > 0 && { who: people.map(personText).join(' + ') }),
    ...(activity && { what: types.join(' ? ') }),
    ...((when.options.length > 0 && dayText(when.options[0] ?? null) !== 'now') || when.options.length > 1
      ? { when: when.options.map(dayText).join(' ? ') }
      : {}),
    ...(note !== null && { note }),
    ...(amount && {
      amount: amount.options.map(one => `${amount.currency} ${one.amount / 100}`).join(' ? '),
    }),
    ...(step && { next: [step.text, ...step.days.map(dayText)].join(' | ') }),
    ...(campaign && { campaign: touchText(campaign) }),
    ...(content && { content: touchText(content) }),
    ...(channel && { channel: touchText(channel) }),
  };
}

export const said = (line: string, home: LineHome = english): Expected => textOf(parseLine(line, home));
