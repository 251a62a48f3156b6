// What somebody does before (and beside) any talk with sales: sessions of activities, drawn by taste.
import type { Criteria } from '../../shared/criteria.ts';
import type { LeadAttributes } from '../../shared/lead.ts';
import { firstPromotion } from '../domain/scoring/promotion.ts';
import type { Random } from './random.ts';

/** Things done in one go, minutes apart. */
const sessions = {
  open: ['email-opened'],
  click: ['email-opened', 'email-clicked', 'website-visit'],
  browse: ['website-visit'],
  price: ['website-visit', 'pricing-page-visit'],
  compare: ['website-visit', 'product-comparison-visit'],
  download: ['website-visit', 'content-downloaded'],
  chat: ['website-visit', 'live-chat'],
  ask: ['information-requested'],
  demo: ['pricing-page-visit', 'demo-requested'],
  form: ['form-submitted'],
  ring: ['inbound-call'],
} as const satisfies Record<string, readonly string[]>;
type Session = keyof typeof sessions;

/** What somebody is inclined to do. Buyers look at prices and ask for a demo: that is the truth the sample hides. */
export type Taste = 'buyer' | 'mixed' | 'reader' | 'prize' | 'templates';

const tastes: Readonly<Record<Taste, Partial<Record<Session, number>>>> = {
  buyer: {
    price: 3,
    compare: 1.2,
    demo: 1.5,
    ask: 0.6,
    click: 1.6,
    open: 1,
    download: 1,
    chat: 0.6,
    ring: 0.4,
    browse: 1.5,
  },
  mixed: {
    price: 0.8,
    compare: 0.7,
    demo: 0.22,
    ask: 0.6,
    click: 2,
    open: 2,
    download: 1.4,
    chat: 0.5,
    form: 0.4,
    browse: 2,
  },
  reader: { price: 0.12, compare: 0.2, ask: 0.2, click: 2.4, open: 4, download: 1.7, form: 0.3, browse: 2 },
  prize: { click: 3, open: 4, download: 0.5, browse: 1 },
  templates: { download: 3, browse: 2, click: 1.5, open: 1.5, price: 0.5, form: 0.4 },
};

/** Mean days between sessions. */
const paces: Readonly<Record<Taste, number>> = { buyer: 6, mixed: 9, reader: 13, prize: 7, templates: 10 };

/** How somebody comes to be known, by channel, session by session; the very first activity gives the lead its first stage. */
const entries: Readonly<Record<string, readonly (readonly (readonly string[])[])[]>> = {
  website: [
    [['website-visit'], ['website-visit', 'form-submitted']],
    [['website-visit', 'content-downloaded']],
    [['live-chat']],
  ],
  search: [[['website-visit', 'content-downloaded']], [['website-visit'], ['website-visit', 'form-submitted']]],
  social: [[['website-visit', 'form-submitted']]],
  'e-mail': [[['form-submitted']]],
  referral: [[['referral-received']], [['referral-received'], ['website-visit']]],
  'trade-show': [[['event-attended', 'business-card-received']], [['business-card-received']]],
  webinar: [[['webinar-attended']]],
  advertising: [[['website-visit'], ['information-requested']], [['website-visit', 'form-submitted']]],
  'cold-outreach': [[['replied']]],
};

export type Doing = {
  /** Days since the session before; 0 for the first. */
  readonly gap: number;
  readonly types: readonly string[];
};

export type Interest = {
  readonly doings: readonly Doing[];
  /** Place of the session that makes an MQL; where none does, of the one by which they become known. */
  readonly decisive: number;
};

export type InterestWish = {
  readonly channel: string;
  readonly taste: Taste;
  readonly attributes: LeadAttributes;
  readonly criteria: Criteria;
  /** Sessions after becoming MQL; or, for 'never', sessions in all, cut off before the score is reached. */
  readonly goal:
    | { readonly reach: 'mql'; readonly more: number }
    | { readonly reach: 'never'; readonly sessions: number };
};

/** Whether the score would promote somebody who did these things, one after the other. */
export function promotes(criteria: Criteria, attributes: LeadAttributes, doings: readonly Doing[]): boolean {
  const activities = doings.flatMap(({ types }) => types).map((typeId, at) => ({ id: String(at), typeId, at }));
  return firstPromotion(criteria, { attributes, activities }) !== null;
}

export function drawInterest(random: Random, wish: InterestWish): Interest {
  const { taste, attributes, criteria, goal } = wish;
  const entry = random.pick(entries[wish.channel] ?? [[['form-submitted']]]);
  const gap = () => Math.max(0.2, random.between(0.1, 2.4, 1.4) * paces[taste]);
  const doings: Doing[] = entry.map((types, position) => ({ gap: position === 0 ? 0 : gap(), types }));
  let demos = 0;
  const draw = (): Doing => {
    const drawn = random.weighted(tastes[taste]);
    const session = drawn === 'demo' && demos++ > 0 ? 'price' : drawn;
    return { gap: gap(), types: sessions[session] };
  };
  if (goal.reach === 'never') {
    while (doings.length < goal.sessions) {
      const next = draw();
      if (promotes(criteria, attributes, [...doings, next])) break;
      doings.push(next);
    }
    return { doings, decisive: entry.length - 1 };
  }
  // A buyer has often looked around for longer than the score needed; everybody gets there in the end.
  while (!promotes(criteria, attributes, doings) && doings.length < 60) doings.push(draw());
  const decisive = doings.length - 1;
  for (let i = 0; i < goal.more; i++) doings.push(draw());
  return { doings, decisive };
}

/** Doings that promote anybody who is near: for those who come back. */
export const comeback: readonly string[] = ['email-opened', 'email-clicked', 'pricing-page-visit', 'demo-requested'];
