// Work lists of Today, by priority.
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Output } from '../../../shared/contract.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { waitText } from '../../parts/leads/card-text.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { LeadItem, Section } from './Section.tsx';
import { TouchRow } from './TouchRow.tsx';
import styles from './today.module.css';
import type { TodayActions } from './use-today-actions.tsx';

export type SectionsProps = { readonly found: Output<'today.get'>; readonly actions: TodayActions };

type StepProps = { readonly lead: LeadRow; readonly actions: TodayActions; readonly label?: string };
export const NextStep = ({ lead, actions, label = 'Next step' }: StepProps) => (
  <Button icon="calendar" onClick={event => actions.nextStep(lead, event.currentTarget)} size="small">
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
        <LeadItem
          key={row.id}
          lead={row}
          actions={actions}
          why={<Clock {...wait} memberId={row.memberId} strongest={row.strongest} />}
        >
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
  readonly strongest: string | null;
  readonly memberId: string | null;
};
const clockText = { 'in-time': '', late: ', late', 'too-late': ', too late' } as const;

function Clock({ hours, state, touchedAt, strongest, memberId }: ClockProps) {
  const { members } = useWorkspace();
  const who = byId(members, memberId)?.name;
  return (
    <>
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
      {who !== undefined && (
        <span className={styles.reason}>
          <Icon name="person" size={14} /> {who}
        </span>
      )}
      {strongest !== null && <span className={styles.reason}>{strongest}</span>}
    </>
  );
}

export const Due = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.due}
    icon="calendar"
    meaning="Next steps due today or overdue."
    title={['next step is due', 'next steps are due']}
  >
    {found.due.map(lead => (
      <LeadItem key={lead.id} lead={lead} actions={actions} why={<Step lead={lead} />}>
        <Button icon="check" onClick={() => actions.stepDone(lead)} size="small">
          Done
        </Button>
        <NextStep actions={actions} label="Snooze" lead={lead} />
      </LeadItem>
    ))}
  </Section>
);

function Step({ lead }: { readonly lead: LeadRow }) {
  const { today } = useWorkspace();
  const overdue = lead.nextStepOn !== null && lead.nextStepOn < today;
  return (
    <>
      <span className={styles.what}>{lead.nextStep ?? 'Follow up'}</span>
      <span className={styles.clock} data-state={overdue ? 'too-late' : undefined}>
        {overdue && <Icon name="warning" size={14} />}
        {overdue && 'overdue, '}
        <DateText as="away" date={lead.nextStepOn} />
      </span>
    </>
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
        why={
          <span className={styles.reason}>
            due back <DateText as="away" date={lead.nurtureUntil} />
          </span>
        }
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
        why={
          <>
            <StageBadge stage={row.stage} />
            <span className={styles.clock} data-state="late">
              inactive for {days} days
            </span>
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
