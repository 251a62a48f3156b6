// Takes what caps cut from the lines they cap, so that each line says what it really gave.
import type { ScoreLine } from '../../../shared/score.ts';

export type CappedLine = Pick<ScoreLine, 'part' | 'ruleId' | 'at' | 'points' | 'capped'>;

/** Lines of activities have their moment (their ids may be left out, as on cards); a cap's line has none. */
const isCap = ({ part, at }: CappedLine): boolean => part === 'engagement' && at === null;

/**
 * The lines without those of caps. What a cap took is taken from the lines it caps that gave points, in proportion and in whole
 * points: the sum stays, and no line falls below 0.
 */
export function spreadCaps<L extends CappedLine>(lines: readonly L[]): readonly L[] {
  const caps = lines.filter(isCap);
  if (caps.length === 0) return lines;
  const plain = lines.filter(line => !isCap(line));
  return caps.reduce((now, cap) => withoutCut(now, cap), plain);
}

function withoutCut<L extends CappedLine>(lines: readonly L[], { capped, points }: CappedLine): L[] {
  const rules = capped && new Set<string | null>(capped);
  // Rule by rule, so that what is rounded does not depend on the order of lines of different rules.
  const ofRules = Map.groupBy(
    lines.filter(line => line.part === 'engagement' && line.points > 0 && (rules?.has(line.ruleId) ?? true)),
    line => line.ruleId,
  );
  const cutLines = [...ofRules.values()].flat();
  const whole = cutLines.reduce((sum, line) => sum + line.points, 0);
  // Rounded on the way: the parts add up to the cut, and none is more than its line.
  const cutUpTo = (sum: number) => Math.round((-points * sum) / whole);
  const left = new Map<L, number>();
  let before = 0;
  for (const line of cutLines) {
    const after = before + line.points;
    left.set(line, line.points - (cutUpTo(after) - cutUpTo(before)));
    before = after;
  }
  return lines.map(line => ({ ...line, points: left.get(line) ?? line.points }));
}
