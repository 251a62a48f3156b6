// Rules that gave rejected leads their points.
import type { ScoreLine } from '../../../shared/score.ts';
import { type CappedLine, spreadCaps } from '../scoring/spread-caps.ts';

/** A rejected lead with the lines of the receipt that made it MQL. */
export type RejectedReceipt = {
  readonly leadId: string;
  /** Id of the reason; 'none' where none was given. */
  readonly reason: string;
  readonly lines: readonly (CappedLine & Pick<ScoreLine, 'what'>)[];
};

export type RuleBehind = {
  /** Null for points given by hand. */
  readonly ruleId: string | null;
  /** The rule's words on the first receipt that names it. */
  readonly what: string;
  readonly leadIds: readonly string[];
  /** Points it gave to these leads together, after caps. */
  readonly points: number;
};

export type ReasonBehind = {
  readonly reason: string;
  readonly leadIds: readonly string[];
  /** Rules that gave these leads points, the one that gave most first. */
  readonly rules: readonly RuleBehind[];
};

/** By reason, the most frequent first. Rules that took points are left out: they did not make anybody MQL. */
export function rulesBehindRejections(receipts: readonly RejectedReceipt[]): readonly ReasonBehind[] {
  const reasons = Map.groupBy(receipts, ({ reason }) => reason);
  return [...reasons]
    .map(([reason, ofReason]) => ({ reason, leadIds: ofReason.map(({ leadId }) => leadId), rules: rulesOf(ofReason) }))
    .sort((a, b) => b.leadIds.length - a.leadIds.length || (a.reason < b.reason ? -1 : 1));
}

function rulesOf(receipts: readonly RejectedReceipt[]): RuleBehind[] {
  const lines = receipts.flatMap(({ leadId, lines: theirLines }) =>
    spreadCaps(theirLines).map(line => ({ leadId, ...line })),
  );
  return [...Map.groupBy(lines, ({ ruleId }) => ruleId)]
    .map(([ruleId, ofRule]) => ({
      ruleId,
      what: ofRule[0]?.what ?? '',
      leadIds: [...new Set(ofRule.map(({ leadId }) => leadId))],
      points: ofRule.reduce((sum, { points }) => sum + points, 0),
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.what < b.what ? -1 : 1));
}
