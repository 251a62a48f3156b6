// Match of a row: the user's choice, else a certain match, else the likelier option.
import type { Candidate, Decisions, Mapping, RowAnswer, Uncertain } from '../../shared/import.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import type { Lead, LeadAttributes } from '../../shared/lead.ts';
import { emptyAttributes, isKnown, leadName } from '../../shared/lead.ts';
import { isOffFunnel, stageRank } from '../../shared/stages.ts';
import type { FoundMatch } from '../domain/import/duplicates.ts';
import type { Matcher } from './matching.ts';

export type Whom =
  | { readonly is: 'new' }
  | { readonly is: 'skip' }
  /** `request`: the owner was asked and said so. */
  | { readonly is: 'lead'; readonly lead: Lead; readonly why: string; readonly request: boolean };

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
};

/** Undecided rows that are listed; the others are counted, and come up when these are decided. */
const shown = 500;
const maxCandidates = 3;
const customFieldId = 'Same Ripen lead.';

export function createChoosing({ mapping, decisions, matcher, leadOf, batchId }: Given): Choosing {
  const decided = new Map(decisions.rows.map(one => [one.line, one]));
  const alike = new Map(decisions.alike.map(({ why, choice }) => [why, choice]));
  const lines = new Map<string, number>();
  const madeAt = new Map<number, string>();
  const found = new Map<string, number>();
  const matchWarnings = new Map<string, number>();
  const uncertain: Uncertain[] = [];
  let undecided = 0;
  const count = (counts: Map<string, number>, why: string) => counts.set(why, (counts.get(why) ?? 0) + 1);
  const taken = (id: string, why: string, request = false): Whom => {
    const lead = leadOf(id);
    if (!lead) return { is: 'new' };
    count(found, why);
    return { is: 'lead', lead, why, request };
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
    return id === undefined ? null : taken(id, matches.find(({ ref }) => ref === id)?.why ?? 'Your choice.', true);
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

  function whom(row: PreparedRow): Whom {
    // Ripen's own id is the surest of all.
    if (row.leadId !== null && leadOf(row.leadId)) return taken(row.leadId, customFieldId);
    if (mapping.policy === 'create') return { is: 'new' };
    const sure = matcher.find(row.keys) ?? colleagues(row)[0];
    if (!sure) return { is: 'new' };
    if (sure.sure) return decided.get(row.line)?.choice === 'skip' ? { is: 'skip' } : taken(sure.ref, sure.why);
    const found = matcher.findAll(row.keys);
    const matches = found.length > 0 ? found : colleagues(row);
    const best = matches[0] ?? sure;
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
    return best.likely === 'same' ? taken(best.ref, best.why) : { is: 'new' };
  }

  return {
    whom,
    made: (leadId, { line, keys, attributes }) => {
      lines.set(leadId, line);
      madeAt.set(line, leadId);
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
