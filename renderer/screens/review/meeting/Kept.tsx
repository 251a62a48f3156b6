// Commitments compared with the week: met, missed or open, with names.
import type { SlaResult } from '../../../../shared/meeting.ts';
import { useRoute } from '../../../parts/navigation/use-route.ts';
import { useFormat } from '../../../ui/format.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './kept.module.css';

const states = {
  kept: { icon: 'check', label: 'Met' },
  broken: { icon: 'close', label: 'Missed' },
  open: { icon: 'clock', label: 'Open' },
} as const;

export const Kept = ({ parts }: { readonly parts: readonly SlaResult[] }) => (
  <ul className={styles.parts}>
    {parts.map(part => (
      <li className={styles.part} data-state={part.state} key={part.what}>
        <span className={styles.mark}>
          <Icon name={states[part.state].icon} size={16} />
          {states[part.state].label}
        </span>
        <div>
          <p className={styles.text}>
            <span className={styles.side}>{part.side === 'sales' ? 'Sales' : 'Marketing'}</span> {part.text}
          </p>
          <p className={styles.happened}>{part.happened}</p>
          {part.leads.length > 0 && <Late leads={part.leads} />}
        </div>
      </li>
    ))}
  </ul>
);

function Late({ leads }: Pick<SlaResult, 'leads'>) {
  const format = useFormat();
  const { openLead } = useRoute();
  return (
    <ul className={styles.late}>
      {leads.map(({ leadId, name, member, hours }) => (
        <li key={leadId}>
          <button className={styles.lead} onClick={() => openLead(leadId)} type="button">
            {name}
          </button>{' '}
          {format.whole(hours)} hours{member && `, owner ${member}`}
        </li>
      ))}
    </ul>
  );
}
