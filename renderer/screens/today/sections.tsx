// The six lists of Today, in the order in which they matter.
import type { LeadRow } from '../../../shared/contract/parts.ts';
import type { Output } from '../../../shared/contract.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { waitText } from '../board/card-words.ts';
import { PersonRow, Section } from './Section.tsx';
import styles from './today.module.css';
import type { Deeds } from './use-deeds.tsx';

type Props = { readonly found: Output<'today.get'>; readonly deeds: Deeds };

type StepProps = { readonly lead: LeadRow; readonly deeds: Deeds; readonly label?: string };
const NextStep = ({ lead, deeds, label = 'Next step' }: StepProps) => (
  <Button icon="calendar" onClick={event => deeds.nextStep(lead, event.currentTarget)} size="small">
    {label}
  </Button>
);

export function Waiting({ found, deeds }: Props) {
  const { settings } = useWorkspace();
  return (
    <Section
      count={found.counts.waiting}
      icon="clock"
      meaning={`MQLs whom sales has not accepted or rejected yet. Answer within ${settings.answerWithinHours} hours, ${settings.answerAtMostHours} at most.`}
      title={['person is waiting for sales', 'people are waiting for sales']}
    >
      {found.waiting.map(({ row, ...wait }) => (
        <PersonRow key={row.id} lead={row} deeds={deeds} why={<Clock {...wait} strongest={row.strongest} />}>
          <Button icon="check" onClick={event => deeds.move(row, 'sql', event.currentTarget)} size="small">
            Accept
          </Button>
          <Button icon="close" onClick={event => deeds.move(row, 'nurture', event.currentTarget)} size="small">
            Reject
          </Button>
        </PersonRow>
      ))}
    </Section>
  );
}

type ClockProps = {
  readonly hours: number;
  readonly state: 'in-time' | 'late' | 'too-late';
  readonly touchedAt: number | null;
  readonly strongest: string | null;
};
const clockWords = { 'in-time': '', late: ', late', 'too-late': ', too late' } as const;

const Clock = ({ hours, state, touchedAt, strongest }: ClockProps) => (
  <>
    <span className={styles.clock} data-state={touchedAt === null ? state : 'touched'}>
      <Icon name={touchedAt !== null ? 'phone' : state === 'in-time' ? 'clock' : 'warning'} size={14} />
      {touchedAt === null ? (
        `${waitText(hours)}${clockWords[state]}`
      ) : (
        <>
          touched <DateText as="away" at={touchedAt} />
        </>
      )}
    </span>
    {strongest !== null && <span className={styles.reason}>{strongest}</span>}
  </>
);

export const Due = ({ found, deeds }: Props) => (
  <Section
    count={found.counts.due}
    icon="calendar"
    meaning="What you planned to do, today or before."
    title={['next step is due', 'next steps are due']}
  >
    {found.due.map(lead => (
      <PersonRow key={lead.id} lead={lead} deeds={deeds} why={<Step lead={lead} />}>
        <Button icon="check" onClick={() => deeds.stepDone(lead)} size="small">
          Done
        </Button>
        <NextStep deeds={deeds} label="Later" lead={lead} />
      </PersonRow>
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

export const Nurtured = ({ found, deeds }: Props) => (
  <Section
    count={found.counts.nurture}
    icon="undo"
    meaning="Their nurture date has come: bring them back, or give them more time."
    title={['nurture date has come', 'nurture dates have come']}
  >
    {found.nurture.map(lead => (
      <PersonRow
        key={lead.id}
        lead={lead}
        deeds={deeds}
        why={
          <span className={styles.reason}>
            due back <DateText as="away" date={lead.nurtureUntil} />
          </span>
        }
      >
        <Button icon="arrow" onClick={event => deeds.move(lead, 'lead', event.currentTarget)} size="small">
          Back to Lead
        </Button>
        <Button onClick={event => deeds.move(lead, 'mql', event.currentTarget)} size="small">
          To sales
        </Button>
        <NextStep deeds={deeds} lead={lead} />
      </PersonRow>
    ))}
  </Section>
);

export const Quiet = ({ found, deeds }: Props) => (
  <Section
    count={found.counts.quiet}
    icon="quiet"
    meaning="With sales, but nothing has happened for a while and nothing is planned."
    title={['person has gone quiet', 'people have gone quiet']}
  >
    {found.quiet.map(({ row, days }) => (
      <PersonRow
        key={row.id}
        lead={row}
        deeds={deeds}
        why={
          <>
            <StageBadge stage={row.stage} />
            <span className={styles.clock} data-state="late">
              quiet for {days} days
            </span>
          </>
        }
      >
        <NextStep deeds={deeds} lead={row} />
        <Button onClick={event => deeds.move(row, 'lost', event.currentTarget)} size="small">
          Lost
        </Button>
      </PersonRow>
    ))}
  </Section>
);

export const Promoted = ({ found, deeds }: Props) => (
  <Section
    count={found.counts.promoted}
    icon="up"
    meaning="The score made them MQLs in the last seven days."
    title={['new MQL by score this week', 'new MQLs by score this week']}
  >
    {found.promoted.map(({ row, at, because }) => (
      <PersonRow
        key={`${row.id}${at}`}
        lead={row}
        deeds={deeds}
        why={
          <>
            <span className={styles.what}>{because}</span>
            <span className={styles.reason}>
              <DateText at={at} />
            </span>
            {row.stage !== 'mql' && <StageBadge stage={row.stage} />}
          </>
        }
      >
        <Button icon="panel" onClick={() => deeds.open(row.id)} size="small">
          Receipt
        </Button>
      </PersonRow>
    ))}
  </Section>
);

export const Cooling = ({ found, deeds }: Props) => (
  <Section
    count={found.counts.cooling}
    icon="down"
    meaning="They met the criteria once and do not now. Nobody is moved back by it."
    title={['lead is cooling', 'leads are cooling']}
  >
    {found.cooling.map(lead => (
      <PersonRow key={lead.id} lead={lead} deeds={deeds} why={<StageBadge stage={lead.stage} />}>
        <NextStep deeds={deeds} lead={lead} />
        <Button onClick={event => deeds.move(lead, 'nurture', event.currentTarget)} size="small">
          Nurture
        </Button>
      </PersonRow>
    ))}
  </Section>
);
