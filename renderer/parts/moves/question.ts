// Dialog and verb of each move.
import { isOffFunnel, type Stage, stageLabels, stageRank } from '../../../shared/stages.ts';

export type Question =
  | 'accept'
  | 'reject'
  | 'opportunity'
  | 'win'
  | 'lose'
  | 'disqualify'
  | 'nurture'
  | 'again'
  | 'back';

/** What must be asked on the way from one stage to another; null: nothing. */
export function questionOf(from: Stage, to: Stage): Question | null {
  switch (to) {
    case 'stranger':
    case 'visitor':
    case 'lead':
    case 'mql':
      // A lead with a deal: what becomes of it?
      return stageRank(from) >= stageRank('opportunity') ? 'back' : null;
    case 'sql':
      // Back from an opportunity everything is known already.
      return stageRank(from) > stageRank('sql') ? 'back' : 'accept';
    case 'opportunity':
      return from === 'customer' ? 'again' : 'opportunity';
    case 'customer':
      return 'win';
    case 'nurture':
      return from === 'mql' ? 'reject' : 'nurture';
    case 'disqualified':
      return 'disqualify';
    case 'lost':
      return 'lose';
    default:
      return to satisfies never;
  }
}

/** Why somebody cannot go there, for the menu; undefined when they can. */
export function whyNot(from: Stage, to: Stage): string | undefined {
  if (from === to) return 'Current stage';
  if (to === 'lost' && from !== 'sql' && from !== 'opportunity') return 'Only from SQL or Opportunity';
  return undefined;
}

/** What a stage waits for, the likely answer first: an MQL is accepted or rejected. */
export const answersOf = (stage: Stage): readonly Stage[] => {
  if (stage === 'mql') return ['sql', 'nurture'];
  if (stage === 'sql') return ['opportunity'];
  return stage === 'opportunity' ? ['customer', 'lost'] : [];
};

/** The verb of a move: "Accept", "Reject", "Win", "Move to Lead". */
export function moveVerb(from: Stage, to: Stage): string {
  if (from === 'mql' && to === 'sql') return 'Accept';
  if (from === 'mql' && to === 'nurture') return 'Reject';
  if (to === 'customer') return 'Win';
  if (from === 'customer' && to === 'opportunity') return 'New opportunity';
  if (to === 'lost') return 'Lose';
  if (to === 'disqualified') return 'Disqualify';
  return `Move to ${stageLabels[to].label}`;
}

/** The stage before or after in the funnel; null at its ends and for an off-funnel stage. */
export function neighbour(stage: Stage, by: 1 | -1): Stage | null {
  if (isOffFunnel(stage)) return null;
  const rank = stageRank(stage) + by;
  const order = ['stranger', 'visitor', 'lead', 'mql', 'sql', 'opportunity', 'customer'] as const;
  return order[rank] ?? null;
}
