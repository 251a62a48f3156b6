// Work lists of Today, by priority.
import type { DueStep } from '../../../shared/contract/board.ts';
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Output } from '../../../shared/contract.ts';
import { repeatLabels, type NextStep as Step, stepText } from '../../../shared/next-step.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { waitText } from '../../parts/leads/card-text.ts';
import { StepMenu } from '../../parts/reminders/StepMenu.tsx';
import { useReminders } from '../../parts/reminders/use-reminders.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { LeadItem, Section } from './Section.tsx';
import { TouchRow } from './TouchRow.tsx';
import styles from './today.module.css';
import type { TodayActions } from './use-today-actions.tsx';

export type SectionsProps = { readonly found: Output<'today.get'>; readonly actions: TodayActions };

type StepProps = { readonly lead: LeadRow; readonly actions: TodayActions; readonly label?: string };
export const NextStep = ({ lead, actions, label = 'Next step' }: StepProps) => (
  <Button data-next icon="calendar" onClick={event => actions.nextStep(lead, event.currentTarget)} size="small">
    {label}
  </Button>
);

export function Waiting({ found, actions }: SectionsProps) {
  const { settings } = useWorkspace();
  return (
    <Section
      count={found.counts.waiting}
      icon="clock"
      meaning={`MQLs that sales has not accepted or rejected yet. Answer within ${settings.answerWithinHours} hours, ${settings.answerAtMostHours} at most${settings.freeWeekdays.length > 0 ? '; days off do not count' : ''}.`}
      title={['person is waiting for sales', 'people are waiting for sales']}
    >
      {found.waiting.map(({ row, ...wait }) => (
        <LeadItem key={row.id} lead={row} actions={actions} status={<Clock {...wait} />} why={<Promised lead={row} />}>
          <Button icon="check" onClick={event => actions.move(row, 'sql', event.currentTarget)} size="small">
            Accept
          </Button>
          <Button icon="close" onClick={event => actions.move(row, 'nurture', event.currentTarget)} size="small">
            Reject
          </Button>
        </LeadItem>
      ))}
    </Section>
  );
}

type ClockProps = {
  readonly hours: number;
  readonly state: 'in-time' | 'late' | 'too-late';
  readonly touchedAt: number | null;
};
const clockText = { 'in-time': '', late: ', late', 'too-late': ', too late' } as const;

function Clock({ hours, state, touchedAt }: ClockProps) {
  return (
    <span className={styles.clock} data-state={touchedAt === null ? state : 'contacted'}>
      <Icon name={touchedAt !== null ? 'phone' : state === 'in-time' ? 'clock' : 'warning'} size={14} />
      {touchedAt === null ? (
        `${waitText(hours)}${clockText[state]}`
      ) : (
        <>
          contacted <DateText as="away" at={touchedAt} />
        </>
      )}
    </span>
  );
}

/** Who has the lead, and what was promised. */
function Promised({ lead }: { readonly lead: LeadRow }) {
  const { members } = useWorkspace();
  const who = byId(members, lead.memberId)?.name;
  return (
    <>
      {(lead.nextStep ?? lead.nextStepOn) !== null && (
        <span className={styles.what}>
          Next: {lead.nextStep ?? 'Follow up'}
          {lead.nextStepOn !== null && (
            <>
              , <DateText as="away" date={lead.nextStepOn} />
            </>
          )}
        </span>
      )}
      {who !== undefined && (
        <span className={styles.owner}>
          <Icon name="person" size={14} />
          {who}
        </span>
      )}
    </>
  );
}

export const Unanswered = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.answer}
    icon="phone"
    meaning="Missed calls, replies and inquiries of the last two weeks that your team has not answered, missed calls first. Log a call or an e-mail, or plan a next step for an inquiry, and they leave this list."
    title={['call, reply or inquiry to answer', 'calls, replies and inquiries to answer']}
  >
    {found.answer.map(({ row, at, what, note, spoken }) => (
      <LeadItem
        actions={actions}
        key={row.id}
        lead={row}
        said={what}
        status={
          <span className={styles.clock} data-state={spoken ? undefined : 'late'}>
            <Icon name="phone" size={14} />
            <DateText as="away" at={at} />
          </span>
        }
        why={
          <span className={styles.what}>
            {spoken ? `${what}, nothing planned yet` : what}
            {note !== null && note !== actions.noteOf(row.id)?.text && `: ${note}`}
          </span>
        }
      >
        {!spoken && (
          <Button data-done icon="check" onClick={() => actions.answered(row)} size="small">
            Log answer
          </Button>
        )}
        <NextStep actions={actions} lead={row} />
      </LeadItem>
    ))}
  </Section>
);

export const Due = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.due}
    icon="calendar"
    meaning="Next steps due today or overdue."
    title={['next step is due', 'next steps are due']}
  >
    {found.due.map(due => (
      <StepRow actions={actions} due={due} key={due.step.id} later="Snooze" />
    ))}
  </Section>
);

export const Undated = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.undated}
    icon="calendar"
    meaning="Next steps without a day. Choose one, and they come up on it."
    title={['next step has no date yet', 'next steps have no date yet']}
  >
    {found.undated.map(due => (
      <StepRow actions={actions} due={due} key={due.step.id} later="Choose day" />
    ))}
  </Section>
);

type StepRowProps = { readonly due: DueStep; readonly actions: TodayActions; readonly later: string };

function StepRow({ due, actions, later }: StepRowProps) {
  const { row, step } = due;
  return (
    <LeadItem
      actions={actions}
      lead={row}
      status={<StepDay step={step} />}
      why={<StepWhat leadId={row.id} step={step} />}
    >
      <Button data-done icon="check" onClick={event => actions.stepDone(due, event.currentTarget)} size="small">
        Done
      </Button>
      <Button
        data-next
        icon="calendar"
        onClick={event => actions.nextStep(row, event.currentTarget, step)}
        size="small"
      >
        {later}
      </Button>
      <StepMenu leadId={row.id} name={row.name} step={step} />
    </LeadItem>
  );
}

function StepWhat({ leadId, step }: { readonly leadId: string; readonly step: Step }) {
  const format = useFormat();
  const again = useReminders().againAt({ leadId, on: step.on, time: step.time });
  return (
    <span className={styles.what}>
      {stepText(step)}
      {step.repeats !== null && <span className={styles.reason}> ({repeatLabels[step.repeats]})</span>}
      {again !== null && <span className={styles.reason}> reminder {format.dateTime(again)}</span>}
    </span>
  );
}

function StepDay({ step }: { readonly step: Step }) {
  const { today } = useWorkspace();
  if (step.on === null) return <span className={styles.clock}>no date yet</span>;
  const overdue = step.on < today;
  return (
    <span className={styles.clock} data-state={overdue ? 'too-late' : undefined}>
      {overdue && <Icon name="warning" size={14} />}
      <span>
        <DateText as="away" date={step.on} />
        {step.time !== null && `, ${step.time}`}
      </span>
    </span>
  );
}

export const Nurtured = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.nurture}
    icon="undo"
    meaning="Their nurture date is due: move them back or snooze."
    title={['nurture date is due', 'nurture dates are due']}
  >
    {found.nurture.map(lead => (
      <LeadItem
        key={lead.id}
        lead={lead}
        actions={actions}
        status={
          <span className={styles.clock}>
            <DateText as="away" date={lead.nurtureUntil} />
          </span>
        }
        why={<Promised lead={lead} />}
      >
        <Button icon="arrow" onClick={event => actions.move(lead, 'lead', event.currentTarget)} size="small">
          Back to Lead
        </Button>
        <Button onClick={event => actions.move(lead, 'mql', event.currentTarget)} size="small">
          Send to sales
        </Button>
        <Button onClick={event => actions.move(lead, 'nurture', event.currentTarget)} size="small">
          Snooze
        </Button>
        <NextStep actions={actions} lead={lead} />
      </LeadItem>
    ))}
  </Section>
);

export const Touches = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.touches}
    icon="mail"
    meaning="Nurture e-mails due today. Ripen fills them in; you send them from your own mail program."
    title={['e-mail is due', 'e-mails are due']}
  >
    {found.touches.map(touch => (
      <TouchRow actions={actions} key={touch.id} touch={touch} />
    ))}
  </Section>
);

export const Quiet = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.quiet}
    icon="quiet"
    meaning="With sales, but no recent activity and no next step."
    title={['person is inactive', 'people are inactive']}
  >
    {found.quiet.map(({ row, days }) => (
      <LeadItem
        key={row.id}
        lead={row}
        actions={actions}
        status={
          <span className={styles.clock} data-state="late">
            {days} days
          </span>
        }
        why={
          <>
            <StageBadge stage={row.stage} />
            <Promised lead={row} />
          </>
        }
      >
        <NextStep actions={actions} lead={row} />
        <Button onClick={event => actions.move(row, 'lost', event.currentTarget)} size="small">
          Lost
        </Button>
      </LeadItem>
    ))}
  </Section>
);
