// The cast: how many people of which kind the sample has, and how each one's story ends. The figures follow from this.
import type { DisqualifyReason, LostReason, RejectReason } from '../../shared/stages.ts';
import type { CompanyKind, Knowledge } from './contacts.ts';
import type { Taste } from './interest.ts';

/** What comes after somebody became MQL. */
export type Ending =
  | { readonly fate: 'waiting'; readonly tried?: boolean; readonly cooling?: boolean }
  | { readonly fate: 'sql' | 'opportunity'; readonly mood: 'planned' | 'due' | 'quiet' | 'cooling' }
  | { readonly fate: 'customer'; readonly second?: 'open' | 'won' }
  | { readonly fate: 'lost'; readonly from: 'sql' | 'opportunity'; readonly reason: LostReason }
  | { readonly fate: 'rejected'; readonly reason: RejectReason; readonly until: 'today' | 'past' | 'later' }
  | { readonly fate: 'turned-away'; readonly reason: DisqualifyReason }
  | { readonly fate: 'handed-back' };

/** Days ago, oldest and newest, between which it lies; the same twice: exactly then. */
export type Ago = readonly [newest: number, oldest: number];

export type LeadTurn =
  | { readonly is: 'warm' | 'hand-points' | 'nurtured' | 'unsubscribed' | 'bounced' | 'rival' | 'never-mql' }
  | { readonly is: 'disqualified'; readonly reason: DisqualifyReason };

export type StoryPart =
  | { readonly is: 'stranger' | 'visitor'; readonly ago: Ago }
  | {
      readonly is: 'lead';
      readonly kind: CompanyKind;
      readonly taste: Taste;
      readonly knows: Knowledge;
      readonly ago: Ago;
      readonly turn?: LeadTurn;
    }
  | {
      readonly is: 'mql';
      readonly kind: CompanyKind;
      readonly taste: Taste;
      readonly ago: Ago;
      readonly ending: Ending;
      /** Came back and became MQL again. */
      readonly again?: { readonly ago: Ago; readonly ending: Ending };
    }
  | { readonly is: 'walk-in'; readonly ago: Ago; readonly ending: Ending };

const times = <const T>(count: number, part: T): T[] => Array.from({ length: count }, () => part);
const each = <V, T>(values: readonly V[], make: (value: V) => T): T[] => values.map(make);

const lead = (kind: CompanyKind, taste: Taste, knows: Knowledge, ago: Ago, turn?: LeadTurn): StoryPart => ({
  is: 'lead',
  kind,
  taste,
  knows,
  ago,
  ...(turn ? { turn } : {}),
});
const mql = (kind: CompanyKind, taste: Taste, ago: Ago, ending: Ending): StoryPart => ({
  is: 'mql',
  kind,
  taste,
  ago,
  ending,
});
const again = (part: Ending, ago: Ago, back: number, ending: Ending): StoryPart => ({
  is: 'mql',
  kind: 'market',
  taste: 'mixed',
  ago,
  ending: part,
  again: { ago: [back, ending.fate === 'waiting' ? back : back + 3], ending },
});

const year: Ago = [2, 360];
const rejected = (reason: RejectReason, until: 'today' | 'past' | 'later' = 'later'): Ending => ({
  fate: 'rejected',
  reason,
  until,
});
const lost = (from: 'sql' | 'opportunity', reason: LostReason): Ending => ({ fate: 'lost', from, reason });
const back: Ending = { fate: 'handed-back' };

const early: readonly StoryPart[] = [
  ...times(14, { is: 'stranger', ago: [20, 124] } as const),
  ...times(20, { is: 'visitor', ago: [1, 90] } as const),
];

/** Never became MQL. */
const leads: readonly StoryPart[] = [
  ...times(40, lead('market', 'reader', 'some', year)),
  ...times(22, lead('market', 'mixed', 'some', [1, 150])),
  ...times(8, lead('market', 'mixed', 'well', [4, 60], { is: 'warm' })),
  ...times(20, lead('small', 'templates', 'some', year)),
  ...times(15, lead('outside', 'reader', 'little', year)),
  ...times(24, lead('market', 'prize', 'little', [136, 178])),
  ...times(5, lead('market', 'reader', 'some', [10, 200], { is: 'hand-points' })),
  ...times(13, lead('market', 'reader', 'some', [60, 330], { is: 'nurtured' })),
  ...times(7, lead('market', 'reader', 'little', [10, 300], { is: 'unsubscribed' })),
  ...times(4, lead('market', 'reader', 'little', [30, 300], { is: 'bounced' })),
  lead('market', 'buyer', 'well', [40, 70], { is: 'rival' }),
  lead('market', 'buyer', 'well', [60, 120], { is: 'never-mql' }),
  ...each(
    [
      ...times(5, 'bad-data'),
      ...times(4, 'spam'),
      ...times(2, 'wrong-market'),
      ...times(2, 'duplicate'),
      'competitor',
      'do-not-contact',
    ] as const,
    reason =>
      lead(reason === 'wrong-market' ? 'outside' : 'market', 'reader', 'little', year, { is: 'disqualified', reason }),
  ),
];

/** Waiting for sales at this moment: the clock is young, late, and run out. */
const waiting: readonly StoryPart[] = each(
  [1.5, 4, 9, 21, 27, 45, 53, 69, 80, 104, 130, 168, 215, 290],
  (hours): StoryPart =>
    mql('market', hours % 2 === 0 ? 'mixed' : 'buyer', [hours / 24, hours / 24], {
      fate: 'waiting',
      tried: hours > 60 && hours < 110,
      cooling: hours > 110,
    }),
);

/** Sales talked to these. Buyers all, found by price pages and demos. */
const accepted: readonly StoryPart[] = [
  ...times(4, mql('market', 'buyer', [9, 45], { fate: 'sql', mood: 'planned' })),
  ...times(2, mql('market', 'buyer', [9, 30], { fate: 'sql', mood: 'due' })),
  ...times(2, mql('market', 'buyer', [32, 55], { fate: 'sql', mood: 'quiet' })),
  mql('market', 'buyer', [14, 30], { fate: 'sql', mood: 'cooling' }),
  ...times(4, mql('market', 'buyer', [30, 150], { fate: 'opportunity', mood: 'planned' })),
  ...times(2, mql('market', 'buyer', [30, 90], { fate: 'opportunity', mood: 'due' })),
  ...times(2, mql('market', 'buyer', [60, 110], { fate: 'opportunity', mood: 'quiet' })),
  mql('market', 'buyer', [45, 90], { fate: 'opportunity', mood: 'cooling' }),
  ...times(14, mql('market', 'buyer', [75, 345], { fate: 'customer' })),
  mql('market', 'buyer', [200, 330], { fate: 'customer', second: 'won' }),
  ...times(2, mql('market', 'buyer', [150, 330], { fate: 'customer', second: 'open' })),
  ...each(['price', 'price', 'competitor', 'timing', 'no-answer', 'other'] as const, reason =>
    mql('market', 'buyer', [60, 340], lost('opportunity', reason)),
  ),
  ...each(['no-budget', 'no-need', 'no-authority', 'timing'] as const, reason =>
    mql('market', 'mixed', [50, 340], lost('sql', reason)),
  ),
  ...each(['no-budget', 'price'] as const, reason => mql('small', 'mixed', [80, 300], lost('sql', reason))),
];

/** Sales said no: mostly to firms that are too small, and to those of the prize draw. */
const rejectedParts: readonly StoryPart[] = [
  ...times(11, mql('small', 'templates', [12, 240], rejected('too-small'))),
  ...each(['today', 'today', 'past', 'past'] as const, until =>
    mql('market', 'mixed', [70, 150], rejected('bad-timing', until)),
  ),
  ...each(['bad-timing', 'no-budget', 'no-budget', 'no-authority', 'could-not-reach'] as const, reason =>
    mql('market', 'mixed', [10, 150], rejected(reason)),
  ),
  ...each(['not-our-market', 'not-our-market', 'bad-data'] as const, reason =>
    mql('outside', 'reader', [12, 250], rejected(reason)),
  ),
  ...each(['no-need', 'no-need', 'not-our-market', 'could-not-reach'] as const, reason =>
    mql('market', 'prize', [95, 165], rejected(reason)),
  ),
  ...each(['competitor', 'wrong-market', 'do-not-contact', 'duplicate', 'spam'] as const, reason =>
    mql(reason === 'wrong-market' ? 'outside' : 'market', 'reader', [6, 330], { fate: 'turned-away', reason }),
  ),
  mql('market', 'prize', [100, 160], { fate: 'turned-away', reason: 'spam' }),
];

/** Nobody answered these in time; they went back to marketing, some came again. */
const neglected: readonly StoryPart[] = [
  ...times(30, mql('market', 'reader', [33, 110], back)),
  ...times(18, mql('market', 'reader', [110, 335], back)),
  ...times(14, mql('market', 'mixed', [33, 335], back)),
  ...times(9, mql('small', 'templates', [33, 335], back)),
  ...times(15, mql('market', 'prize', [95, 165], back)),
  again(back, [120, 300], 30, { fate: 'sql', mood: 'planned' }),
  again(back, [200, 300], 150, { fate: 'customer' }),
  again(back, [120, 300], 75, lost('sql', 'no-answer')),
  ...each([100, 60], ago => again(back, [150, 300], ago, rejected('no-need'))),
  ...each([11 / 24, 6.5], ago => again(back, [120, 300], ago, { fate: 'waiting' })),
  again(rejected('bad-timing'), [190, 300], 20, { fate: 'sql', mood: 'due' }),
];

const walkIns: readonly StoryPart[] = [
  { is: 'walk-in', ago: [120, 240], ending: { fate: 'customer' } },
  { is: 'walk-in', ago: [30, 60], ending: { fate: 'opportunity', mood: 'planned' } },
];

export const cast: readonly StoryPart[] = [
  ...early,
  ...leads,
  ...waiting,
  ...accepted,
  ...rejectedParts,
  ...neglected,
  ...walkIns,
];
