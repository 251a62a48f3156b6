// The score of one lead, explained: lines that add up, what is missing, and the frozen proof of a promotion.
import type { Criteria } from '../../../shared/criteria.ts';
import type { RuleNames } from '../../../shared/criteria-text.ts';
import { plainNames } from '../../../shared/criteria-text.ts';
import type { Receipt, ScoreDetail, ScoreLine } from '../../../shared/score.ts';
import { gradeOf, levelOf } from './cell.ts';
import { disqualifierOf } from './fit.ts';
import { scoreLines, sumOf } from './lines.ts';
import { greatestFit, missingAttributes, openPoints } from './possible.ts';
import type { Promotion } from './promotion.ts';
import { firstPromotion, promotionAt } from './promotion.ts';
import { spreadCaps } from './spread-caps.ts';
import type { Subject } from './subject.ts';
import { blockedBy } from './subject.ts';

/**
 * The score of `subject` at `at` (UTC ms), with every line. A pure function: the same input gives the same output in any row
 * order, zone and locale. The meaning of each part is in docs/scoring.md.
 */
export function explainScore(
  criteria: Criteria,
  subject: Subject,
  at: number,
  names: RuleNames = plainNames,
): ScoreDetail {
  if (subject.doNotScore) return notScored(criteria, subject);
  const lines = scoreLines(criteria, subject, at, names);
  const engagement = sumOf(lines, 'engagement', 'hand');
  const fit = sumOf(lines, 'fit');
  const total = engagement + fit;
  const missing = missingAttributes(criteria, subject.attributes, names.field);
  const disqualified = disqualifierOf(criteria, subject.attributes) !== undefined;
  return {
    total,
    engagement,
    fit,
    possible: total + openPoints(criteria, subject.attributes),
    grade: gradeOf(fit, greatestFit(criteria), disqualified),
    level: levelOf(engagement, criteria.threshold),
    threshold: criteria.threshold,
    minimumFit: criteria.minimumFit,
    blockedBy: blockedBy(criteria, subject),
    cooling: promotionAt(criteria, subject, at) === null && firstPromotion(criteria, subject, { until: at }) !== null,
    lines: [...lines],
    missing: [...missing],
  };
}

/** A lead that is not scored has no lines, and no question could add one. */
const notScored = (criteria: Criteria, subject: Subject): ScoreDetail => ({
  total: 0,
  engagement: 0,
  fit: 0,
  possible: 0,
  grade: 'D',
  level: 4,
  threshold: criteria.threshold,
  minimumFit: criteria.minimumFit,
  blockedBy: blockedBy(criteria, subject),
  cooling: false,
  lines: [],
  missing: [],
});

/** Frozen proof of `promotion` under the criteria of that number: the lines that gave or took points, as they stood then. */
export function makeReceipt(
  criteria: Criteria,
  criteriaNumber: number,
  subject: Subject,
  promotion: Promotion,
  names: RuleNames = plainNames,
): Receipt {
  const lines = scoreLines(criteria, subject, promotion.at, names).filter(line => line.points !== 0);
  return {
    criteriaNumber,
    threshold: criteria.threshold,
    minimumFit: criteria.minimumFit,
    at: promotion.at,
    total: sumOf(lines),
    engagement: sumOf(lines, 'engagement', 'hand'),
    fit: sumOf(lines, 'fit'),
    because: promotion.because,
    lines,
  };
}

export type Reason = { readonly what: string; readonly points: number; readonly times: number };

/** What gave most points after caps, lines of the same rule together: the strongest first, at most `most`. */
export function strongestReasons(lines: readonly ScoreLine[], most = 3): readonly Reason[] {
  const kinds = Map.groupBy(
    spreadCaps(lines.filter(line => line.points !== 0)),
    line => `${line.part} ${line.ruleId ?? line.note} ${line.what}`,
  );
  return [...kinds.values()]
    .map(same => ({ what: same[0]?.what ?? '', points: sumOf(same), times: same.length }))
    .filter(reason => reason.points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most);
}
