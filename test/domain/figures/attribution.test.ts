// Attribution: credits add up to one per outcome, agree with an independent computation, and open the people they are for.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shares } from '../../../electron/domain/figures/attribution.ts';
import { historyOf } from '../../../electron/domain/figures/build-history.ts';
import { indexHistory, runToEnd } from '../../../electron/domain/figures/index-history.ts';
import { drillDown, reviewFigures } from '../../../electron/domain/figures/review.ts';
import { defaultFigureSettings } from '../../../electron/domain/figures/scope.ts';
import { zoneOf } from '../../../electron/domain/zone.ts';
import {
  attributionBy,
  attributionFigure,
  attributionModels,
  attributionOutcomes,
  reviewFiguresSchema,
} from '../../../shared/figures.ts';
import { at, life, review, rowsOf } from '../../support/history.ts';
import { aQuestion } from '../../support/history-arbitrary.ts';
import { creditsBy, outcomesBy } from '../../support/independent-attribution.ts';
import type { Question } from '../../support/independent-figures.ts';

test.each(attributionModels)('%s: the shares of any number of touches add up to one, and none is negative', model => {
  for (let n = 1; n <= 40; n++) {
    const parts = shares(model, n);
    expect(parts).toHaveLength(n);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
  }
});

test('first, last, every and position share one customer as they say', () => {
  const touch = (when: string, content: string) => ({ leadId: 'ada', at: at(when), campaignId: null, content });
  const rows = rowsOf([life('ada', ['2026-06-01 09:00 lead', '2026-06-10 09:00 customer'])], {
    touchpoints: [
      touch('2026-06-01 09:00', 'Guide'),
      touch('2026-06-02 09:00', 'Webinar'),
      touch('2026-06-03 09:00', 'Webinar'),
      touch('2026-06-09 09:00', 'Offer'),
      // After the purchase: no reason for it.
      touch('2026-06-11 09:00', 'Manual'),
    ],
  });
  const [content] = review(rows, '2026-06-10').attribution ?? [];
  expect(content?.by).toBe('content');
  const credit = (model: (typeof attributionModels)[number]) =>
    Object.fromEntries(content?.rows.map(row => [row.label, row.credits[model].customer]) ?? []);
  expect(credit('first')).toEqual({ Guide: 1, Webinar: 0, Offer: 0 });
  expect(credit('last')).toEqual({ Guide: 0, Webinar: 0, Offer: 1 });
  expect(credit('every')).toEqual({ Guide: 0.25, Webinar: 0.5, Offer: 0.25 });
  expect(credit('position')).toEqual({ Guide: 0.4, Webinar: 0.2, Offer: 0.4 });
});

describe('where they came from', () => {
  const campaigns = [{ id: 'fair', label: 'Fair', channelId: 'show' }];
  const channels = [
    { id: 'show', label: 'Trade show' },
    { id: 'web', label: 'Website' },
  ];
  const credits = (channelId: string | null, touched: readonly string[]) => {
    const rows = rowsOf([life('ada', ['2026-06-01 09:00 mql'], { channelId })], {
      campaigns,
      channels,
      touchpoints: touched.map(campaignId => ({
        leadId: 'ada',
        at: at('2026-06-01 08:00'),
        campaignId,
        content: null,
      })),
    });
    const table = review(rows, '2026-06-01').attribution?.find(({ by }) => by === 'channel');
    return Object.fromEntries(table?.rows.map(row => [row.label, row.credits.every.mql]) ?? []);
  };

  it('is the first touch', () => expect(credits('web', ['fair'])).toEqual({ Website: 0.5, 'Trade show': 0.5 }));
  it('is not counted beside the activity that it is', () =>
    expect(credits('show', ['fair'])).toEqual({ 'Trade show': 1 }));
  it('is enough alone', () => expect(credits('web', [])).toEqual({ Website: 1 }));
});

test('every credit agrees with the independent computation, adds up to the outcomes, and opens its people', () => {
  let compared = 0;
  fc.assert(
    fc.property(aQuestion, request => {
      const index = runToEnd(indexHistory(historyOf(request.rows), zoneOf(request.zone), request.asOf));
      const settings = { ...defaultFigureSettings, firstDay: request.firstDay };
      const figures = reviewFiguresSchema.parse(runToEnd(reviewFigures(index, settings, request.kind, request.date)));
      const question: Question = { ...request, clock: { ...settings.clock, freeWeekdays: [], holidays: [] } };
      const outcomes = outcomesBy(question, figures.period.from, figures.period.to);
      for (const by of attributionBy) {
        const table = figures.attribution?.find(one => one.by === by);
        for (const model of attributionModels) {
          for (const outcome of attributionOutcomes) {
            const found = creditsBy(question, outcomes[outcome], by, model);
            if (!table) {
              expect([...found.keys()].filter(name => name !== 'none')).toEqual([]);
              continue;
            }
            const sum = table.rows.reduce((all, row) => all + row.credits[model][outcome], 0);
            expect(sum).toBeCloseTo(table.total[outcome], 2);
            for (const row of table.rows) {
              const line = found.get(row.id ?? 'none');
              expect(row.credits[model][outcome], `${by} ${row.id} ${model} ${outcome}`).toBeCloseTo(
                line?.credit ?? 0,
                1,
              );
              if (outcome !== 'revenue') expect(row.credits[model][outcome]).toBeCloseTo(line?.credit ?? 0, 5);
              const ask = {
                kind: request.kind,
                date: request.date,
                figureId: attributionFigure(by, model),
                set: outcome,
              };
              const ids = drillDown(index, settings, { ...ask, only: { by, id: row.id } }) ?? [];
              expect(new Set(ids)).toEqual(line?.people ?? new Set());
              compared += ids.length;
            }
          }
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(100);
});
