// Match of a row: the user's choice, else a certain match, else the likelier option.
import type { Candidate, Decisions, Mapping, RowAnswer, Uncertain } from '../../shared/import.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import type { Lead, LeadAttributes } from '../../shared/lead.ts';
import { emptyAttributes, isKnown, leadName } from '../../shared/lead.ts';
import { isOffFunnel, stageRank } from '../../shared/stages.ts';
import type { FoundMatch } from '../domain/import/duplicates.ts';
import type { RowMemory } from './earlier-rows.ts';
import type { Matcher } from './matching.ts';

export type Whom =
  | { readonly is: 'new' }
  | { readonly is: 'skip' }
  /** `sure`: nothing spoke against it. `again`: the same row was in an earlier import. */
  | {
      readonly is: 'lead';
      readonly lead: Lead;
      readonly why: string;
      readonly sure: boolean;
      readonly again: boolean;
    };

export type Choosing = {
  readonly whom: (row: PreparedRow) => Whom;
  /** To be told of every lead that the file makes. */
  readonly made: (leadId: string, row: PreparedRow) => void;
  /** How many rows were found by which reason, the most frequent first. */
  readonly reasons: () => { readonly why: string; readonly count: number }[];
  readonly uncertain: readonly Uncertain[];
  /** Of all undecided rows, also those beyond the list. */
  readonly undecided: () => number;
  /** Undecided rows by reason: what one answer for all would decide. */
  readonly matchWarnings: () => { readonly why: string; readonly count: number }[];
};

type Given = {
  readonly mapping: Mapping;
  readonly decisions: Decisions;
  readonly matcher: Matcher;
  readonly leadOf: (id: string) => Lead | undefined;
  readonly batchId: string;
  readonly memory: RowMemory;
};

/** Undecided rows that are listed; the others are counted, and come up when these are decided. */
const shown = 500;
const maxCandidates = 3;
const ripenId = 'Same Ripen lead.';
const earlierRow = 'Same row as in an earlier import.';
const earlierOrOther = 'Same row as in an earlier import, but another lead matches it now.';

/** The row was somebody before, and surely seems to be somebody else today: as before, unless the owner says otherwise. */
const doubted = (found: FoundMatch<string>, earlier: string): readonly FoundMatch<string>[] => [
  { ...found, ref: earlier, sure: false, likely: 'same', why: earlierOrOther },
  { ...found, sure: false, likely: 'same' },
];

export function createChoosing({ mapping, decisions, matcher, leadOf, batchId, memory }: Given): Choosing {
  const decided = new Map(decisions.rows.map(one => [one.line, one]));
  const alike = new Map(decisions.alike.map(({ why, choice }) => [why, choice]));
  const lines = new Map<string, number>();
  /** Who was made of the lines that a decision names. */
  const madeAt = new Map<number, string>();
  const namedLines = new Set(decisions.rows.flatMap(({ ofLine }) => ofLine ?? []));
  const found = new Map<string, number>();
  const matchWarnings = new Map<string, number>();
  const uncertain: Uncertain[] = [];
  let undecided = 0;
  const count = (counts: Map<string, number>, why: string) => counts.set(why, (counts.get(why) ?? 0) + 1);
  let before: string | null = null;
  const taken = (id: string, why: string, sure = true): Whom => {
    const lead = leadOf(id);
    if (!lead) return { is: 'new' };
    count(found, why);
    return { is: 'lead', lead, why, sure, again: id === before };
  };
  const candidate = ({ ref, why }: FoundMatch<string>): Candidate[] => {
    const lead = leadOf(ref);
    if (!lead) return [];
    const inFile = lead.batchId === batchId;
    const { stage } = lead;
    const at = { leadId: inFile ? null : ref, line: inFile ? (lines.get(ref) ?? 0) : null };
    return [{ ...at, name: leadName(lead), why, stage, attributes: knownAttributes(lead) }];
  };

  function answered(line: number, matches: readonly FoundMatch<string>[]): Whom | null {
    const own = decided.get(line);
    const best = matches[0];
    const choice: RowAnswer | undefined = own?.choice ?? (best && alike.get(best.why));
    if (choice === undefined) return null;
    if (choice !== 'same') return { is: choice };
    const id = own?.leadId ?? (own?.ofLine === undefined ? undefined : madeAt.get(own.ofLine)) ?? best?.ref;
    return id === undefined ? null : taken(id, matches.find(({ ref }) => ref === id)?.why ?? 'Your choice.', false);
  }

  /** A deal with only a company belongs to a lead there, most likely the one furthest in the funnel. */
  function colleagues({ keys, attributes }: PreparedRow): FoundMatch<string>[] {
    if (mapping.rows !== 'deals' || !attributes.company) return [];
    if (keys.emails.length + keys.phones.length > 0 || keys.name !== null || keys.linkedin !== null) return [];
    const leads = matcher.at(attributes.company).flatMap(id => leadOf(id) ?? []);
    const there = leads
      .filter(({ externalId }) => !(keys.externalId && externalId))
      .sort((a, b) => further(b.stage) - further(a.stage));
    const why = there.length === 1 ? 'Same company.' : 'Same company, with several leads.';
    return there.map(({ id }) => ({ ref: id, by: 'nameCompany', sure: there.length === 1, likely: 'same', why }));
  }

  function allMatches(row: PreparedRow): readonly FoundMatch<string>[] {
    const found = matcher.findAll(row.keys);
    return found.length > 0 ? found : colleagues(row);
  }

  function whom(row: PreparedRow): Whom {
    before = memory.before(row.rowKey);
    // Ripen's own id is the surest of all.
    if (row.leadId !== null && leadOf(row.leadId)) return taken(row.leadId, ripenId);
    if (mapping.policy === 'create') return { is: 'new' };
    const first = matcher.find(row.keys) ?? colleagues(row)[0];
    const earlier = before !== null && leadOf(before) ? before : null;
    const same = first?.sure && (earlier === null || first.ref === earlier) ? first : null;
    if (same || (earlier !== null && !first?.sure)) {
      if (decided.get(row.line)?.choice === 'skip') return { is: 'skip' };
      return same ? taken(same.ref, same.why) : taken(earlier ?? '', earlierRow);
    }
    if (!first) return { is: 'new' };
    const matches = earlier === null ? allMatches(row) : doubted(first, earlier);
    const best = matches[0] ?? first;
    const answer = answered(row.line, matches);
    if (answer) return answer;
    undecided += 1;
    count(matchWarnings, best.why);
    if (uncertain.length < shown) {
      const candidates = matches.slice(0, maxCandidates).flatMap(candidate);
      const attributes = knownAttributes(row.attributes);
      const name = leadName({ ...emptyAttributes, ...row.attributes });
      if (candidates.length > 0) uncertain.push({ line: row.line, name, attributes, likely: best.likely, candidates });
    }
    return best.likely === 'same' ? taken(best.ref, best.why, false) : { is: 'new' };
  }

  return {
    whom,
    made: (leadId, { line, keys, attributes }) => {
      lines.set(leadId, line);
      if (namedLines.has(line)) madeAt.set(line, leadId);
      matcher.add(leadId, keys);
      matcher.joins(leadId, attributes.company);
    },
    reasons: () => counted(found),
    uncertain,
    undecided: () => undecided,
    matchWarnings: () => counted(matchWarnings),
  };
}

const further = (stage: Lead['stage']): number => (isOffFunnel(stage) ? -1 : stageRank(stage));

const counted = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count);

/** Ids of channels and the like say nothing to a reader. */
const references = new Set(['channelId', 'campaignId', 'memberId']);

const knownAttributes = (attributes: Partial<LeadAttributes>): Partial<LeadAttributes> =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => name in emptyAttributes && !references.has(name) && value !== undefined && isKnown(value),
    ),
  ) as Partial<LeadAttributes>;
