// Where somebody comes from: a channel, perhaps a campaign, and the day where the campaign fixes it.
import type { Effort, EffortKey } from './company.ts';
import type { CompanyKind } from './contacts.ts';
import type { Taste } from './interest.ts';
import type { Random } from './random.ts';

export type Origin = {
  readonly channel: string;
  readonly effort: Effort | null;
  /** Days ago of the first contact; null: any day. */
  readonly day: number | null;
};

/** Days ago between which the first contact may lie. */
export type Span = { readonly oldest: number; readonly newest: number };

const usual = { website: 5, search: 4, referral: 2, 'trade-show': 4, webinar: 3, advertising: 4, 'e-mail': 1.5 };
const channels: Readonly<Record<Taste, Readonly<Record<string, number>>>> = {
  buyer: { ...usual, referral: 4, 'cold-outreach': 0.3, 'e-mail': 0.5 },
  mixed: { ...usual, 'cold-outreach': 1 },
  reader: { ...usual, referral: 1, social: 2, 'cold-outreach': 1.5 },
  templates: { search: 6, website: 3, social: 1 },
  prize: { social: 1 },
};
const small = { search: 5, website: 4, social: 1, 'e-mail': 1 };

/** Campaigns that bring somebody at any time, and how often the campaign is known. */
const open: Readonly<Record<string, readonly [EffortKey, share: number]>> = {
  advertising: ['search', 1],
  'e-mail': ['newsletter', 0.9],
  referral: ['friends', 0.7],
  'cold-outreach': ['coldList', 1],
};

export function drawOrigin(
  random: Random,
  efforts: readonly Effort[],
  kind: CompanyKind,
  taste: Taste,
  span: Span,
): Origin {
  const effortOf = (key: EffortKey) => efforts.find(effort => effort.key === key) ?? null;
  const within = (day: number) => day <= span.oldest && day >= span.newest;
  if (taste === 'prize') return dated(effortOf('prizeDraw'), 'social');
  const weights = kind === 'small' && taste !== 'templates' ? small : channels[taste];
  const channel = random.weighted(weights);
  if (channel === 'trade-show' || channel === 'webinar') {
    const days = efforts
      .filter(effort => effort.channel === channel)
      .flatMap(effort => effort.days.filter(within).map(day => ({ channel, effort, day })));
    return days.length > 0 ? random.pick(days) : { channel: 'website', effort: null, day: null };
  }
  if (channel === 'cold-outreach') return dated(effortOf('coldList'), 'website');
  const [key, share] = open[channel] ?? [];
  if (key && random.chance(share ?? 0)) return { channel, effort: effortOf(key), day: null };
  const templates = channel === 'search' && (taste === 'templates' || random.chance(0.3));
  return { channel, effort: templates ? effortOf('templates') : null, day: null };

  /** On one of the days of an effort with an end; by another way when none of them will do. */
  function dated(effort: Effort | null, otherwise: string): Origin {
    const from = Math.min(span.oldest, effort?.from ?? 0);
    const to = Math.max(span.newest, effort?.to ?? 0);
    if (!effort || from < to) return { channel: otherwise, effort: null, day: null };
    return { channel: effort.channel, effort, day: random.whole(to, from) };
  }
}
