// Random histories for property tests: skips, steps back, re-entries, back-dated changes, ties, days around clock changes.

import fc from 'fast-check';
import type { HistoryRows } from '../../electron/domain/figures/history.ts';
import { dayMs } from '../../shared/dates.ts';
import { rejectReasons, stages } from '../../shared/stages.ts';

export type FullRows = Required<HistoryRows>;

export const zonesOfTheWorld = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'UTC',
] as const;

/** Middles of the months in play: clock changes in March and October, turns of the year and of a leap February. */
const anchors = ['2024-02-26', '2025-03-28', '2025-10-24', '2025-12-29', '2026-01-02', '2018-11-03'];
const quarterHour = 900_000;

/** Instants on the quarter hour in the weeks around an anchor. */
const instant = (anchor: string, days: number) =>
  fc
    .integer({ min: (-days * dayMs) / quarterHour, max: (days * dayMs) / quarterHour })
    .map(quarters => Date.parse(`${anchor}T00:00:00Z`) + quarters * quarterHour);

const reason = fc.option(fc.constantFrom(...Object.keys(rejectReasons)), { nil: null });
const stage = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('lead', 'mql', 'mql', 'mql', 'sql', 'opportunity', 'customer', 'nurture', 'lost'),
  },
  { weight: 1, arbitrary: fc.constantFrom(...stages) },
) as fc.Arbitrary<(typeof stages)[number]>;

const idOf = (prefix: string, count: number) =>
  fc.option(
    fc.integer({ min: 0, max: count - 1 }).map(i => `${prefix}${i}`),
    { nil: null },
  );

const channels = [0, 1, 2].map(i => ({ id: `channel${i}`, label: `Channel ${i}` }));
const campaigns = [
  { id: 'campaign0', label: 'Campaign 0', channelId: 'channel0' },
  { id: 'campaign1', label: 'Campaign 1', channelId: null },
];

/** One lead with its changes, touches and deals. Its changes are recorded one after the other, mostly in time. */
const aLife = (anchor: string, days: number) =>
  fc.record({
    channelId: idOf('channel', 3),
    campaignId: idOf('campaign', 2),
    memberId: idOf('member', 2),
    createdAt: instant(anchor, days),
    inTime: fc.integer({ min: 0, max: 4 }).map(one => one > 0),
    opening: fc.integer({ min: 0, max: 7 }).map(one => one === 0),
    moves: fc.array(fc.record({ to: stage, at: instant(anchor, days), reason, byScore: fc.boolean() }), {
      maxLength: 7,
    }),
    touches: fc.array(instant(anchor, days), { maxLength: 4 }),
    touchpoints: fc.array(
      fc.record({ at: instant(anchor, days), campaignId: idOf('campaign', 2), content: idOf('guide', 3) }),
      { maxLength: 5 },
    ),
    /** Touches at the very moment of a move. */
    touchedMoves: fc.array(fc.nat(6), { maxLength: 2 }),
    deals: fc.array(
      fc.record({
        amount: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
        status: fc.constantFrom('open', 'won', 'lost'),
        closedAt: fc.option(instant(anchor, days), { nil: null }),
        createdAt: instant(anchor, days),
        expectedClose: fc.option(
          instant(anchor, days).map(at => new Date(at).toISOString().slice(0, 10)),
          { nil: null },
        ),
        probability: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      }),
      { maxLength: 2 },
    ),
  });

const aSpend = (anchor: string, days: number) =>
  fc.record({
    channelId: idOf('channel', 3),
    campaignId: idOf('campaign', 2),
    amount: fc.integer({ min: 0, max: 100_000 }),
    from: instant(anchor, days).map(at => new Date(at).toISOString().slice(0, 10)),
    length: fc.integer({ min: 0, max: 40 }),
  });

const aReach = (anchor: string, days: number) =>
  fc.record({
    channelId: idOf('channel', 3),
    weekStart: instant(anchor, days).map(at => new Date(at).toISOString().slice(0, 10)),
    strangers: fc.integer({ min: 0, max: 1000 }),
    visitors: fc.integer({ min: 0, max: 100 }),
  });

type Life = ReturnType<typeof aLife> extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(lives: readonly Life[], spend: FullRows['spend'], reach: FullRows['reach']): FullRows {
  const leads = lives.map(({ channelId, campaignId, memberId, createdAt }, i) => ({
    id: `lead${i}`,
    channelId,
    campaignId,
    memberId,
    createdAt,
  }));
  const changes = lives.flatMap(({ moves, inTime, opening }, i) => {
    const recorded = inTime ? [...moves].sort((a, b) => a.at - b.at) : moves;
    return recorded.map(({ to, at, reason: why, byScore }, index) => ({
      leadId: `lead${i}`,
      from: recorded[index - 1]?.to ?? null,
      to,
      at,
      reason: why,
      cause: byScore ? 'score' : 'hand',
      opening: opening && index === 0,
    }));
  });
  const touches = lives.flatMap((life, i) =>
    [...life.touches, ...life.touchedMoves.flatMap(index => life.moves[index]?.at ?? [])].map(at => ({
      leadId: `lead${i}`,
      at,
    })),
  );
  const touchpoints = lives.flatMap((life, i) => [
    ...life.touchpoints.map(touch => ({ ...touch, leadId: `lead${i}` })),
    ...life.touchedMoves.flatMap(index => {
      const move = life.moves[index];
      return move ? [{ at: move.at, campaignId: 'campaign0', content: 'guide0', leadId: `lead${i}` }] : [];
    }),
  ]);
  const deals = lives.flatMap((life, i) =>
    life.deals.map((deal, j) => ({ ...deal, id: `${i}-${j}`, leadId: `lead${i}` })),
  );
  const members = [
    { id: 'member0', label: 'Member 0', sales: true },
    { id: 'member1', label: 'Member 1', sales: false },
  ];
  return { leads, changes, touches, touchpoints, deals, channels, campaigns, members, spend, reach };
}

/** A history and a question about it. */
export const aQuestion = fc
  .record({ anchor: fc.constantFrom(...anchors), days: fc.constantFrom(3, 20, 120) })
  .chain(({ anchor, days }) =>
    fc.record({
      rows: fc
        .tuple(
          fc.array(aLife(anchor, days), { maxLength: 25, size: 'max' }),
          fc.array(aSpend(anchor, days), { maxLength: 5 }),
          fc.array(aReach(anchor, days), { maxLength: 4 }),
        )
        .map(([lives, spend, reach]) =>
          rowsOf(
            lives,
            spend.map(({ length, ...row }) => ({
              ...row,
              to: new Date(Date.parse(row.from) + length * dayMs).toISOString().slice(0, 10),
            })),
            reach,
          ),
        ),
      zone: fc.constantFrom(...zonesOfTheWorld),
      asOf: instant(anchor, days * 2).map(at => at + (days * dayMs) / 2),
      firstDay: fc.constantFrom(1, 6, 7),
      kind: fc.constantFrom('week', 'month', 'quarter', 'year'),
      date: instant(anchor, days).map(at => new Date(at).toISOString().slice(0, 10)),
      freeWeekdays: fc.constantFrom<readonly number[]>([], [6, 7], [5, 6]),
      holidays: fc.array(
        instant(anchor, days).map(at => new Date(at).toISOString().slice(0, 10)),
        { maxLength: 3 },
      ),
    }),
  );
