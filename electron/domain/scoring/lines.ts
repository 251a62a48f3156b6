// Score lines: points with activity or field, date and rule.
import type { BehaviorRule, Criteria } from '../../../shared/criteria.ts';
import type { RuleNames } from '../../../shared/criteria-text.ts';
import { daysText, fitTestText } from '../../../shared/criteria-text.ts';
import type { ScoreLine } from '../../../shared/score.ts';
import { ageInDays, pointsAt } from './decay.ts';
import { matchingFitRules, personaOf } from './fit.ts';
import type { Subject, SubjectActivity } from './subject.ts';
import { byTime } from './subject.ts';

/** Place (0 is the oldest) of `count` activities from which on they count, and up to which they do. */
function counting(rule: BehaviorRule, count: number): { readonly from: number; readonly to: number } {
  if (rule.count.how === 'every') return { from: 0, to: count };
  if (rule.count.how === 'first') return { from: 0, to: 1 };
  return { from: Math.max(0, count - rule.count.times), to: count };
}

function noteFor(rule: BehaviorRule, counts: boolean, points: number, days: number): string | null {
  if (!counts) {
    if (rule.count.how === 'first') return 'counts only the first time';
    return rule.count.how === 'at-most' ? `only the latest ${rule.count.times} count` : null;
  }
  const { withinDays = null } = rule;
  if (withinDays !== null && days >= withinDays) return `older than ${daysText(withinDays)}`;
  if (rule.halfLifeDays === null || points === rule.points) return null;
  return `${rule.points} initially, half-life ${daysText(rule.halfLifeDays)}, ${daysText(days)} old`;
}

/** Lines of one rule for the activities of its type, oldest first. What does not count stands there with 0 and why. */
function ruleLines(
  rule: BehaviorRule,
  happened: readonly SubjectActivity[],
  at: number,
  names: RuleNames,
): ScoreLine[] {
  const { from, to } = counting(rule, happened.length);
  return happened.map((activity, index) => {
    const counts = index >= from && index < to;
    const days = ageInDays(activity.at, at);
    const points = counts ? pointsAt(rule, days) : 0;
    return {
      part: 'engagement',
      ruleId: rule.id,
      what: names.type(rule.typeId),
      at: activity.at,
      activityId: activity.id,
      points,
      note: noteFor(rule, counts, points, days),
    };
  });
}

/** Stands for the cap on all activities, which has no id in the criteria. */
const totalCapId = 'cap-all-activities';

/**
 * Lines of the caps that bite: what is beyond them is taken away again, so that the lines still add up. First the caps on
 * groups of types, then the one on all activities.
 */
function capLines({ caps = [], engagementCap = null }: Criteria, typed: readonly (ScoreLine & { typeId: string })[]) {
  const made: ScoreLine[] = [];
  const cut = (
    { ruleId, what, capped }: Pick<ScoreLine, 'ruleId' | 'what' | 'capped'>,
    sum: number,
    most: number,
  ): number => {
    if (sum <= most) return sum;
    made.push({
      part: 'engagement',
      ruleId,
      what,
      at: null,
      activityId: null,
      points: most - sum,
      note: `at most ${most} points`,
      ...(capped && { capped }),
    });
    return most;
  };
  const groupOf = (typeId: string) => caps.findIndex(({ typeIds }) => typeIds.includes(typeId));
  const sums = Map.groupBy(typed, ({ typeId }) => groupOf(typeId));
  let whole = 0;
  for (const [group, lines] of sums) {
    const sum = sumOf(lines);
    const cap = caps[group];
    const capped = [...new Set(lines.flatMap(({ ruleId }) => ruleId ?? []))];
    whole += cap ? cut({ ruleId: cap.id, what: `Cap: ${cap.label}`, capped }, sum, cap.points) : sum;
  }
  if (engagementCap !== null) cut({ ruleId: totalCapId, what: 'Cap: all activities' }, whole, engagementCap);
  return made;
}

/**
 * All lines of a score at `at` (UTC ms): activities by time, then points given by hand, then fit. Rules worth nothing make
 * no lines. Their sum is the score.
 */
export function scoreLines(criteria: Criteria, subject: Subject, at: number, names: RuleNames): readonly ScoreLine[] {
  const past = subject.activities.filter(activity => activity.at <= at).sort(byTime);
  const byType = Map.groupBy(past, activity => activity.typeId);
  const engagement = criteria.behavior
    .filter(rule => rule.points !== 0)
    .flatMap(rule =>
      ruleLines(rule, byType.get(rule.typeId) ?? [], at, names).map(line => ({ ...line, typeId: rule.typeId })),
    )
    .sort((a, b) => byTime({ at: a.at ?? 0, id: a.activityId ?? '' }, { at: b.at ?? 0, id: b.activityId ?? '' }));
  const hand = [...(subject.hand ?? [])]
    .filter(given => given.at <= at)
    .sort(byTime)
    .map((given): ScoreLine => {
      const { points, reason } = given;
      return {
        part: 'hand',
        ruleId: null,
        what: 'Score adjustment',
        at: given.at,
        activityId: null,
        points,
        note: reason,
      };
    });
  const persona = personaOf(criteria, subject.attributes);
  const ofPersona = new Set(persona?.fit.map(rule => rule.id));
  const fit = matchingFitRules(criteria, subject.attributes)
    .filter(rule => rule.points !== 0)
    .map((rule): ScoreLine => {
      const what = fitTestText(rule.field, rule.test, names);
      const note = persona && ofPersona.has(rule.id) ? `Persona: ${persona.label}` : null;
      return { part: 'fit', ruleId: rule.id, what, at: null, activityId: null, points: rule.points, note };
    });
  const plain = engagement.map(({ typeId: _, ...line }): ScoreLine => line);
  return [...plain, ...capLines(criteria, engagement), ...hand, ...fit];
}

/** Sum of the points of lines; of one part, or of all. */
export const sumOf = (lines: readonly ScoreLine[], ...parts: readonly ScoreLine['part'][]): number =>
  lines.reduce((sum, line) => sum + (parts.length === 0 || parts.includes(line.part) ? line.points : 0), 0);
