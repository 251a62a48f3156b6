// Merges two leads: field values, and one consistent stage history.
import type { LeadPrivacy } from '../../shared/contract/privacy.ts';
import { isKnown, type Lead, type LeadAttributes, type LeadField, leadFieldNames } from '../../shared/lead.ts';
import { isOffFunnel, type Stage, stageLabels, stageRank } from '../../shared/stages.ts';
import { furtherLines, isFurther, withLines } from './further-contacts.ts';

/**
 * Facts where nobody has chosen: what one knows and the other does not, both notes, and "no" to being contacted. Whatever was
 * chosen, every address, number, profile and id of both stays in the notes and finds the person. `home`: country of phone
 * numbers without a country code.
 */
export function mergedAttributes(
  keep: LeadAttributes,
  other: LeadAttributes,
  chosen: Partial<LeadAttributes>,
  home: string | null,
): LeadAttributes {
  const notes = new Set<LeadField>(['notes', 'needNote', 'authorityNote', 'timelineNote']);
  const entries = leadFieldNames.map(field => {
    const [mine, theirs] = [keep[field], other[field]];
    if (chosen[field] !== undefined) return [field, chosen[field]];
    if (field === 'consent' && (mine === 'no' || theirs === 'no')) return [field, 'no'];
    if (notes.has(field) && isKnown(mine) && isKnown(theirs) && mine !== theirs) return [field, `${mine}\n\n${theirs}`];
    return [field, isKnown(mine) ? mine : theirs];
  });
  const attributes = Object.fromEntries(entries) as LeadAttributes;
  const further = [keep, other].flatMap(side => [
    ...(side.notes?.split('\n') ?? []).filter(isFurther),
    ...furtherLines(attributes, side, home),
  ]);
  return { ...attributes, notes: withLines(attributes.notes, further) };
}

export type HistoryLine = {
  readonly id: string;
  readonly from: Stage | null;
  readonly to: Stage;
  /** UTC ms. */
  readonly at: number;
  readonly note: string | null;
  /** 'score': the line carries a receipt when it leads to MQL. */
  readonly cause: string;
};

export type MergedHistory = {
  /** Lines that read otherwise now, by id. */
  readonly changed: readonly Pick<HistoryLine, 'id' | 'from' | 'to' | 'note'>[];
  /** The second "came in" of one person: a person comes in once, and the earlier one holds. */
  readonly dropped: readonly string[];
  /** Receipts of a line that leads to MQL no more, and the line they go to; null: there is none that they could prove. */
  readonly proofs: readonly { readonly from: string; readonly to: string | null }[];
  readonly stage: Stage;
  readonly since: number;
};

/** Does a move of one record also move the person, who stands at `now` and has been as far as `reached`? No lead is moved back. */
function leadsOn(now: Stage, reached: number, from: Stage | null, to: Stage): boolean {
  if (from === now) return true;
  if (from === null) return !isOffFunnel(to) && stageRank(to) > reached;
  if (isOffFunnel(to)) return !isOffFunnel(now) && !isOffFunnel(from) && stageRank(from) >= stageRank(now);
  return isOffFunnel(now) || stageRank(to) > stageRank(now);
}

const moveText = (from: Stage | null, to: Stage): string =>
  `${from === null ? '' : `${stageLabels[from].label} to `}${stageLabels[to].label} on the record merged into this one`;

/**
 * One history out of two, in the order in which things happened. What moved one record while the person was further already
 * stays as a line that moves nobody, and says in its note what it was; first dates hold. A receipt goes
 * with the first promotion by score when its own line promotes nobody any more.
 */
export function mergedHistory(lines: readonly HistoryLine[]): MergedHistory {
  const sorted = [...lines].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const changed: Pick<HistoryLine, 'id' | 'from' | 'to' | 'note'>[] = [];
  const dropped: string[] = [];
  let now: Stage | null = null;
  let since = 0;
  let reached = -1;
  for (const line of sorted) {
    const { id, from, to, note } = line;
    if (now !== null && !leadsOn(now, reached, from, to)) {
      if (from === null) {
        dropped.push(id);
        continue;
      }
      const mergedNote = now === to ? note : [note, moveText(from, to)].filter(Boolean).join('\n');
      changed.push({ id, from: now, to: now, note: mergedNote });
    } else {
      if (from !== now) changed.push({ id, from: now, to, note });
      now = to;
      if (!isOffFunnel(to)) reached = Math.max(reached, stageRank(to));
    }
    since = line.at;
  }
  const byScore = (line: { readonly id: string; readonly to: Stage }) =>
    line.to === 'mql' && lines.some(({ id, cause }) => id === line.id && cause === 'score');
  const reads = new Map(changed.map(line => [line.id, line]));
  const first = sorted.find(line => byScore(reads.get(line.id) ?? line));
  const proofs = sorted
    .filter(line => byScore(line) && !byScore(reads.get(line.id) ?? line))
    .map(({ id }) => ({ from: id, to: first?.id ?? null }));
  return { changed, dropped, proofs, stage: now ?? 'lead', since };
}

/** What else of two leads becomes one. */
export function mergedState(keep: Lead, other: Lead, stage: Stage): Partial<Lead> {
  const dates = [keep.nurtureUntil, other.nurtureUntil].filter(date => date !== null).sort();
  return {
    nurtureUntil: stage === 'nurture' ? (dates.at(-1) ?? null) : null,
    mqlExclusion: keep.mqlExclusion ?? other.mqlExclusion,
    createdAt: Math.min(keep.createdAt, other.createdAt),
  };
}

/** Restrictions hold when either record has them; the proof of consent stays with the consent it proves. */
export function mergedPrivacy(keep: LeadPrivacy, other: LeadPrivacy): Partial<LeadPrivacy> {
  const proof = keep.consentOn ?? keep.consentSource ?? keep.consentWording;
  const { consentOn, consentSource, consentWording } = proof === null ? other : keep;
  const doNotContact = keep.doNotContact ?? other.doNotContact;
  return {
    doNotContact,
    ...(doNotContact === null ? {} : { consent: 'no' as const }),
    doNotScore: keep.doNotScore ?? other.doNotScore,
    legalBasis: keep.legalBasis ?? other.legalBasis,
    consentOn,
    consentSource,
    consentWording,
  };
}
