// Document of a review for PDF and e-mail: frozen for a closed week, else current.
import type { Output } from '../../../../shared/contract.ts';
import type { ReviewFigures } from '../../../../shared/figures.ts';
import type { ActionItem, ComingBack, Decision, Sla, SlaResult } from '../../../../shared/meeting.ts';
import type { Overview } from '../../../../shared/overview.ts';

export type ReviewDocument = {
  readonly workspace: string;
  readonly figures: ReviewFigures;
  /** UTC ms; null: it is open, or no week. */
  readonly closedAt: number | null;
  /** Whether the figures are the kept ones; false for a closed review of another version of Ripen. */
  readonly asKept: boolean;
  /** Of a week: where we are, as closing kept it or as it is now. */
  readonly overview: { readonly overview: Overview; readonly names: Readonly<Record<string, string>> } | null;
  readonly mqls: readonly Mql[];
  readonly rejections: readonly Rejections[];
  /** What people said; null for periods that have no meeting. */
  readonly meeting: SaidThere | null;
};

type Mql = {
  readonly name: string;
  readonly company: string | null;
  readonly at: number;
  readonly total: number | null;
  readonly because: string | null;
};
type Rejections = {
  readonly label: string;
  readonly names: readonly string[];
  readonly rules: string;
  readonly manual: number;
};
export type Item = Pick<ActionItem, 'text' | 'dueOn' | 'doneAt'> & { readonly who: string | null };

type SaidThere = {
  readonly attendees: readonly string[];
  readonly notes: string | null;
  readonly kept: readonly SlaResult[];
  readonly cameBack: readonly ComingBack[];
  readonly decisions: readonly Decision[];
  readonly items: readonly Item[];
  readonly earlierItems: readonly Item[];
  /** For the weeks after. */
  readonly sla: Sla | null;
};

export type DocumentSources = {
  readonly workspace: Pick<Output<'workspace.get'>, 'settings' | 'members' | 'today'>;
  readonly review: Output<'review.get'>;
  readonly mqls: Output<'review.mqls'>;
  readonly handoff: Output<'review.handoff'>;
  /** Null for periods other than weeks, as the meeting. */
  readonly overview: Output<'review.overview'> | null;
  /** Null for periods other than weeks. */
  readonly meeting: Output<'meeting.get'> | null;
};

const deleted = 'Deleted lead';
type Rule = { readonly what: string; readonly points: number; readonly leads: number };
const rulesText = (rules: readonly Rule[]) =>
  rules
    .slice(0, 4)
    .map(({ what, points, leads }) => `${what} ${points > 0 ? '+' : ''}${points} (n ${leads})`)
    .join('; ');

export function documentOf({ workspace, review, mqls, handoff, overview, meeting }: DocumentSources): ReviewDocument {
  const { settings, members } = workspace;
  const kept = meeting?.figures && meeting.minutes ? { figures: meeting.figures, minutes: meeting.minutes } : null;
  const nameOf = (leadId: string) => meeting?.names[leadId] ?? deleted;
  const memberOf = (id: string | null) => members.find(member => member.id === id)?.name ?? null;
  const item = ({ text, dueOn, doneAt, memberId }: ActionItem): Item => ({
    text,
    dueOn,
    doneAt,
    who: memberOf(memberId),
  });
  const keptItem = ({ text, dueOn, doneAt, member }: ActionItem & { readonly member: string | null }): Item => ({
    text,
    dueOn,
    doneAt,
    who: member,
  });
  return {
    workspace: settings.name,
    figures: kept?.figures ?? review.figures,
    closedAt: meeting?.closedAt ?? null,
    asKept: kept !== null,
    overview: kept
      ? kept.minutes.overview
        ? { overview: kept.minutes.overview, names: meeting?.names ?? {} }
        : null
      : overview && {
          overview: overview.overview,
          names: Object.fromEntries(overview.rows.map(({ id, name }) => [id, name])),
        },
    mqls: kept
      ? kept.minutes.mqls.map(({ leadId, ...rest }) => ({ ...rest, name: nameOf(leadId), company: null }))
      : mqls.map(({ row, at, receipt }) => ({
          name: row.name,
          company: row.company,
          at,
          total: receipt?.total ?? null,
          because: receipt?.because ?? null,
        })),
    rejections: kept
      ? kept.minutes.rejections.map(({ label, leadIds, rules, manual }) => ({
          label,
          names: leadIds.map(nameOf),
          rules: rulesText(rules),
          manual,
        }))
      : handoff.reasons.map(({ label, leads, rules, manual }) => ({
          label,
          names: leads.map(({ name }) => name),
          rules: rulesText(rules),
          manual,
        })),
    meeting: meeting && {
      attendees: meeting.attendees,
      notes: meeting.notes,
      kept: meeting.kept,
      cameBack: meeting.cameBack,
      decisions: kept?.minutes.decisions ?? meeting.decisions,
      items: kept ? kept.minutes.items.map(keptItem) : meeting.items.map(item),
      earlierItems: kept ? kept.minutes.earlierItems.map(keptItem) : meeting.earlierItems.map(item),
      sla: kept?.minutes.sla ?? meeting.sla,
    },
  };
}
