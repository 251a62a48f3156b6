// News on Today: promotions, answers from sales, cooling leads.
import { disqualifyReasons, rejectReasons } from '../../../shared/stages.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { PersonRow, Section } from './Section.tsx';
import { NextStep, type SectionsProps } from './sections.tsx';
import styles from './today.module.css';

const reasons: Readonly<Record<string, string>> = { ...disqualifyReasons, ...rejectReasons };

export function Answered({ found, deeds }: SectionsProps) {
  const { members } = useWorkspace();
  return (
    <Section
      count={found.counts.answered}
      icon="arrow"
      meaning="How sales answered MQLs in the last seven days: accepted, or rejected with a reason."
      title={['answer from sales', 'answers from sales']}
    >
      {found.answered.map(({ row, at, accepted, reason, note, memberId }) => (
        <PersonRow
          key={`${row.id}${at}`}
          lead={row}
          deeds={deeds}
          why={
            <>
              <span className={styles.clock} data-state={accepted ? 'contacted' : 'late'}>
                <Icon name={accepted ? 'check' : 'close'} size={14} />
                {accepted ? 'accepted' : 'rejected'}
                {reason !== null && `: ${(reasons[reason] ?? reason).toLowerCase()}`}
              </span>
              <span className={styles.reason}>
                {byId(members, memberId)?.name} <DateText as="away" at={at} />
              </span>
              {note !== null && <span className={styles.what}>{note}</span>}
            </>
          }
        >
          {accepted ? (
            <Button icon="panel" onClick={() => deeds.open(row.id)} size="small">
              Review
            </Button>
          ) : (
            <Button icon="mail" onClick={event => deeds.plan(row, event.currentTarget)} size="small">
              Nurture plan
            </Button>
          )}
          {!accepted && <NextStep deeds={deeds} lead={row} />}
        </PersonRow>
      ))}
    </Section>
  );
}

export const Promoted = ({ found, deeds }: SectionsProps) => (
  <Section
    count={found.counts.promoted}
    icon="up"
    meaning="Reached the MQL threshold in the last seven days."
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

export const Cooling = ({ found, deeds }: SectionsProps) => (
  <Section
    count={found.counts.cooling}
    icon="down"
    meaning="They met the criteria before but no longer do. They are not moved back."
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
