// Today on paper: the call list, with the number, the reason and a box to tick.
import type { PrintedScreen } from '../../../shared/contract/documents.ts';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import { stepText } from '../../../shared/next-step.ts';
import { ask } from '../../api/call.ts';
import { byId, type Workspace } from '../../api/workspace.tsx';
import { waitText } from '../../parts/leads/card-text.ts';
import type { Format } from '../../ui/format.tsx';
import { type PrintedGroup, type PrintedList, toWriteIn } from './printed-list.ts';

export type ListSource = { readonly workspace: Workspace; readonly format: Format };
type Request = Extract<PrintedScreen, { readonly screen: 'today' }>;

/** The number to call, on one line; nobody is offered who asked not to be contacted. */
export const phoneText = ({ optedOut, call }: LeadRow): string =>
  optedOut ? 'Asked not to be contacted' : (call?.text.replaceAll(' ', '\u00a0') ?? '');

/** Nothing where it is what is to be done already. */
const noteBeside = (what: string, note: string): string => (what.includes(note) ? '' : note);

/** “Send the offer (demo requested)”: the strongest reason, where it is not what is to be done already. */
function withReason(what: string, strongest: string | null): string {
  if (strongest === null || what.includes(strongest)) return what;
  return what === '' ? strongest : `${what} (${strongest})`;
}

export async function todayList({ workspace, format }: ListSource, { memberId }: Request): Promise<PrintedList> {
  const found = await ask('today.get', { memberId });
  const heads = ['Done', 'Name', 'Phone', 'When', 'What to do, and why', 'Last note', toWriteIn];
  const line = (id: string, row: LeadRow, when: string, what: string) => ({
    id,
    cells: [
      '\u2610',
      row.company === null || row.company === row.name ? row.name : `${row.name}, ${row.company}`,
      phoneText(row),
      when,
      withReason(what, row.strongest),
      noteBeside(what, found.notes[row.id]?.text ?? ''),
      '',
    ],
  });
  const nextOf = ({ nextStep, nextStepOn }: LeadRow) =>
    nextStep === null && nextStepOn === null ? '' : `Next: ${nextStep ?? 'Follow up'}`;
  const group = (title: string, rows: PrintedGroup['rows']): PrintedGroup[] =>
    rows.length === 0 ? [] : [{ title, heads, rows }];
  const steps = (list: typeof found.due) =>
    list.map(({ row, step }) =>
      line(
        step.id,
        row,
        step.on === null ? 'no date yet' : `${format.date(step.on)}${step.time === null ? '' : `, ${step.time}`}`,
        stepText(step),
      ),
    );
  const groups = [
    ...group(
      'Calls, replies and inquiries to answer',
      found.answer.map(({ row, at, what, note, spoken }) =>
        line(
          row.id,
          row,
          format.dateTime(at),
          [spoken ? `${what}, nothing planned yet` : what, note].filter(Boolean).join(': '),
        ),
      ),
    ),
    ...group(
      'Waiting for sales',
      found.waiting.map(({ row, hours }) => line(row.id, row, waitText(hours), nextOf(row) || (row.strongest ?? ''))),
    ),
    ...group('Next steps due', steps(found.due)),
    ...group('Next steps without a date', steps(found.undated)),
    ...group(
      'E-mails due',
      found.touches.map(({ id, row, label, plan, dueOn }) => line(id, row, format.date(dueOn), `${label} (${plan})`)),
    ),
    ...group(
      'Nurture dates due',
      found.nurture.map(row =>
        line(row.id, row, row.nurtureUntil === null ? '' : format.date(row.nurtureUntil), nextOf(row)),
      ),
    ),
    ...group(
      'Inactive',
      found.quiet.map(({ row, days }) => line(row.id, row, `${days} days`, nextOf(row) || (row.strongest ?? ''))),
    ),
  ];
  const { counts } = found;
  const left = [
    [counts.waiting, found.waiting.length],
    [counts.due, found.due.length],
    [counts.undated, found.undated.length],
    [counts.quiet, found.quiet.length],
  ].reduce((sum, [all = 0, shown = 0]) => sum + all - shown, 0);
  const whose = byId(workspace.members, memberId)?.name;
  return {
    title: 'Call list',
    note: [
      format.longDate(format.today),
      ...(whose === undefined ? [] : [`leads of ${whose}`]),
      ...(groups.length === 0 ? ['nothing to do'] : []),
      ...(left > 0 ? [`${format.whole(left)} more appear as you work through these`] : []),
    ].join(' · '),
    workspace,
    groups,
  };
}
