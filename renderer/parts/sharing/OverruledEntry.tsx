// A line of a lead's history: two people entered the same field at the same time. Says which value is current, and offers the other.
import type { OverruledValue } from '../../../shared/contract/overruled.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../lead/lead.module.css';
import { useOverruledActions, useOverruledText } from './use-overruled.ts';

const by = (name: string | undefined): string => (name ? ` (${name})` : '');

export function OverruledEntry({ entry }: { readonly entry: OverruledValue }) {
  const { label, values, by: otherBy, standsBy } = useOverruledText(entry);
  const { use } = useOverruledActions();
  return (
    <>
      <span className={styles.entry}>
        <span>
          {values ? `${label}: ${values.other}${by(otherBy)}, replaced by ${values.stands}${by(standsBy)}` : label}
        </span>
        <span className={styles.by}>Changed on two computers; the later change was kept.</span>
      </span>
      {values && entry.canUse && (
        <Button
          aria-label={`Use this value: ${values.other} as ${label}`}
          onClick={() => use(entry.id, label, values.other)}
          size="small"
        >
          Use this value
        </Button>
      )}
    </>
  );
}
