// News on Today: promotions, answers from sales, cooling leads.
import { disqualifyReasons, rejectReasons } from '../../../shared/stages.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { LeadItem, Section } from './Section.tsx';
import { NextStep, type SectionsProps } from './sections.tsx';
import styles from './today.module.css';

const reasons: Readonly<Record<string, string>> = { ...disqualifyReasons, ...rejectReasons };

export function Answered({ found, actions }: SectionsProps) {
  const { members } = useWorkspace();
  return (
    <Section
      count={found.counts.answered}
      icon="arrow"
      meaning="How sales answered MQLs in the last seven days: accepted, or rejected with a reason."
      title={['answer from sales', 'answers from sales']}
    >
      {found.answered.map(({ row, at, accepted, reason, note, memberId }) => (
        <LeadItem
          key={`${row.id}${at}`}
          lead={row}
          actions={actions}
          status={
            <span className={styles.clock} data-state={accepted ? 'contacted' : 'late'}>
              <Icon name={accepted ? 'check' : 'close'} size={14} />
              {accepted ? 'accepted' : 'rejected'}
            </span>
          }
          why={
            <>
              {reason !== null && <span className={styles.what}>{reasons[reason] ?? reason}</span>}
              <span className={styles.reason}>
                {byId(members, memberId)?.name} <DateText as="away" at={at} />
              </span>
              {note !== null && <span className={styles.what}>{note}</span>}
            </>
          }
        >
          {accepted ? (
            <Button icon="panel" onClick={() => actions.open(row.id)} size="small">
              Review
            </Button>
          ) : (
            <Button icon="mail" onClick={event => actions.plan(row, event.currentTarget)} size="small">
              Nurture plan
            </Button>
          )}
          {!accepted && <NextStep actions={actions} lead={row} />}
        </LeadItem>
      ))}
    </Section>
  );
}

export const Promoted = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.promoted}
    icon="up"
    meaning="Reached the MQL threshold in the last seven days."
    title={['new MQL by score this week', 'new MQLs by score this week']}
  >
    {found.promoted.map(({ row, at, because }) => (
      <LeadItem
        key={`${row.id}${at}`}
        lead={row}
        actions={actions}
        status={
          <span className={styles.clock}>
            <DateText at={at} />
          </span>
        }
        why={
          <>
            <span className={styles.what}>{because}</span>
            {row.stage !== 'mql' && <StageBadge stage={row.stage} />}
          </>
        }
      >
        <Button icon="panel" onClick={() => actions.open(row.id)} size="small">
          Receipt
        </Button>
      </LeadItem>
    ))}
  </Section>
);

export const Cooling = ({ found, actions }: SectionsProps) => (
  <Section
    count={found.counts.cooling}
    icon="down"
    meaning="They met the criteria before but no longer do. They are not moved back."
    title={['lead is cooling', 'leads are cooling']}
  >
    {found.cooling.map(lead => (
      <LeadItem key={lead.id} lead={lead} actions={actions} status={<StageBadge stage={lead.stage} />}>
        <NextStep actions={actions} lead={lead} />
        <Button onClick={event => actions.move(lead, 'nurture', event.currentTarget)} size="small">
          Nurture
        </Button>
      </LeadItem>
    ))}
  </Section>
);
