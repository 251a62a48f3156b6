// People and scores to look at.
import type { Score, ScoreLine } from '../../shared/score.ts';

export const aScore = (over: Partial<Score> = {}): Score => {
  const engagement = over.engagement ?? 83;
  const fit = over.fit ?? 35;
  return {
    engagement,
    fit,
    total: engagement + fit,
    possible: engagement + fit,
    grade: 'B',
    level: 2,
    threshold: 100,
    minimumFit: 15,
    blockedBy: null,
    cooling: false,
    ...over,
  };
};

export const scores: readonly (readonly [string, Score])[] = [
  ['ready', aScore()],
  ['far past', aScore({ engagement: 140, fit: 45, grade: 'A', level: 1 })],
  ['growing', aScore({ engagement: 45, fit: 20, level: 3 })],
  ['missing facts', aScore({ engagement: 60, fit: 10, possible: 95, grade: 'C', level: 2 })],
  ['fit too low', aScore({ engagement: 110, fit: 5, grade: 'D', level: 1 })],
  ['negative fit', aScore({ engagement: 70, fit: -25, grade: 'D', level: 2 })],
  ['blocked', aScore({ engagement: 90, fit: 30, blockedBy: 'Works for a competitor.' })],
  ['nothing yet', aScore({ engagement: 0, fit: 0, possible: 40, grade: 'D', level: 4 })],
];

const day = 86_400_000;
const now = 1_763_560_000_000;

export const lines: readonly ScoreLine[] = [
  line('engagement', 'Pricing page visit', now - 7 * day, 25),
  line('engagement', 'Webinar attended', now - 9 * day, 20),
  line('engagement', 'E-mail clicked', now - 12 * day, 10),
  line('fit', 'Company size 50 to 200', null, 15),
  line('fit', 'Job title: head of operations', null, 10),
];

function line(part: ScoreLine['part'], what: string, at: number | null, points: number): ScoreLine {
  return { part, what, at, points, ruleId: what, activityId: null, note: null };
}

export const sampleLeads = Array.from({ length: 2000 }, (_, index) => ({
  id: `p${index}`,
  name:
    ['Dana Weber', 'Luis Ortega', 'Mette Sørensen', 'Ada Okafor', 'Jean-Luc Perrin', 'Ελένη Παππά'][index % 6] ?? '',
  company:
    ['Kranich Logistik', 'Ortega y Hijos', 'Nordlys Energi', 'Bright Harbour', 'Perrin & Fils', 'Thálassa'][
      index % 6
    ] ?? '',
  score: scores[index % scores.length]?.[1] ?? aScore(),
  since: now - (index % 40) * day,
  amount: index % 3 ? null : 120_000 + index * 1000,
}));
