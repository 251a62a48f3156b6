// The deals of a lead: what is open and how probable it is, what was won and lost, and a new one for who may buy again.

import { useRef, useState } from 'react';
import type { PlainDate } from '../../../shared/dates.ts';
import type { Deal } from '../../../shared/deal.ts';
import { chanceOf } from '../../../shared/deal.ts';
import { lostReasons, type Stage } from '../../../shared/stages.ts';
import { rowKey } from '../../api/row-key.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import styles from '../../parts/lead/lead.module.css';
import { SectionTitle } from '../../parts/lead/SectionTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Help } from '../../ui/Help.tsx';
import { Money } from '../../ui/Money.tsx';
import { type DealAction, DealSheet } from './DealSheet.tsx';

const reasons: Readonly<Record<string, string>> = lostReasons;

type Props = { readonly lead: { readonly id: string; readonly stage: Stage }; readonly deals: readonly Deal[] };

export function Deals({ lead, deals }: Props) {
  const { settings } = useWorkspace();
  const format = useFormat();
  const [action, setAction] = useState<DealAction | null>(null);
  const section = useRef<HTMLElement>(null);
  const mayOpen = lead.stage === 'customer' || lead.stage === 'opportunity';
  if (deals.length === 0 && !mayOpen) return null;
  return (
    <section aria-labelledby="deals" className={styles.section} ref={section}>
      <SectionTitle id="deals">Deals</SectionTitle>
      <ul className={styles.deals}>
        {deals.map(deal => {
          const chance = chanceOf({ probability: deal.probability, stage: lead.stage }, settings);
          return (
            <li key={rowKey(deal.id)}>
              <span>{deal.name}</span>
              <span className={styles.lineNote}>
                {systemFields(deal, format.today)}
                {deal.status === 'open' && (
                  <>
                    {', '}
                    <Help
                      meaning={
                        deal.amount === null
                          ? 'How likely the deal is to be won.'
                          : `Weighted value ${format.money(Math.round((deal.amount * chance) / 100))}.`
                      }
                    >
                      {chance} %
                    </Help>
                  </>
                )}
              </span>
              <Money amount={deal.amount} />
              {deal.status === 'open' ? (
                <Menu
                  button={props => (
                    <Button {...props} aria-label={`Actions for ${deal.name}`} icon="more" look="plain" size="small">
                      {''}
                    </Button>
                  )}
                  label={deal.name}
                  align="end"
                  sections={[
                    {
                      items: [
                        { id: 'won', label: 'Won…', run: () => setAction({ what: 'won', deal }) },
                        { id: 'lost', label: 'Lost…', run: () => setAction({ what: 'lost', deal }) },
                        { id: 'edit', label: 'Change…', run: () => setAction({ what: 'edit', deal }) },
                      ],
                    },
                  ]}
                />
              ) : (
                <span />
              )}
            </li>
          );
        })}
      </ul>
      {mayOpen && (
        <p>
          <Button icon="plus" onClick={() => setAction({ what: 'edit', deal: null })} size="small">
            {lead.stage === 'customer' ? 'New opportunity' : 'New deal'}
          </Button>
        </p>
      )}
      {action && (
        <DealSheet
          anchor={section}
          action={action}
          leadId={lead.id}
          losesLead={losesLead(lead, deals, action)}
          onClose={() => setAction(null)}
        />
      )}
    </section>
  );
}

/** Losing the last deal of an opportunity loses the lead. */
const losesLead = ({ stage }: Props['lead'], deals: readonly Deal[], { deal }: DealAction): boolean =>
  stage === 'opportunity' && !deals.some(other => other.id !== deal?.id && other.status !== 'lost');

function systemFields({ status, closedAt, expectedClose, reason }: Deal, today: PlainDate) {
  switch (status) {
    case 'open':
      return expectedClose ? (
        <>
          open,{' '}
          <span className={expectedClose < today ? styles.late : undefined}>
            {expectedClose < today ? 'was expected' : 'expected'} <DateText date={expectedClose} />
          </span>
        </>
      ) : (
        'open'
      );
    case 'won':
      return (
        <>
          won <DateText at={closedAt} />
          {reason && `, ${reason}`}
        </>
      );
    case 'lost':
      return (
        <>
          lost <DateText at={closedAt} />
          {reason && `, ${(reasons[reason] ?? reason).toLowerCase()}`}
        </>
      );
    default:
      return status satisfies never;
  }
}
