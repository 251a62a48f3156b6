// A few people by name in a line; each opens the lead, and those who do not fit come with one press.
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useRoute } from '../navigation/use-route.ts';
import styles from './names.module.css';

type Props = {
  readonly leads: readonly { readonly leadId: string; readonly name: string }[];
  /** How many are shown at first. */
  readonly few?: number;
};

export function Names({ leads, few = 8 }: Props) {
  const { openLead } = useRoute();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? leads : leads.slice(0, few);
  return (
    <ul className={styles.names}>
      {shown.map(({ leadId, name }) => (
        <li key={leadId}>
          <button onClick={() => openLead(leadId)} type="button">
            {name}
          </button>
        </li>
      ))}
      {leads.length > few && (
        <li>
          <Button look="plain" onClick={() => setAll(!all)} size="small">
            {all ? 'Show fewer' : `and ${format.whole(leads.length - few)} more`}
          </Button>
        </li>
      )}
    </ul>
  );
}
