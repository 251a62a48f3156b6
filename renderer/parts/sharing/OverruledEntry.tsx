// A line of a lead's history: two people entered the same field at the same time. Says which value stands, and offers the other.
import type { OverruledValue } from '../../../shared/contract/overruled.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../lead/lead.module.css';
import { useOverruledActions, useOverruledText } from './use-overruled.ts';

export function OverruledEntry({ entry }: { readonly entry: OverruledValue }) {
  const { label, other, stands, by, standsBy } = useOverruledText(entry);
  const { use } = useOverruledActions();
  return (
    <>
      <span className={styles.entry}>
        <span>
          {label}: {other}
          {by && ` (${by})`}, replaced by {stands}
          {standsBy && ` (${standsBy})`}
        </span>
        <span className={styles.by}>Changed on two computers; the later change was kept.</span>
      </span>
      {entry.canUse && (
        <Button
          aria-label={`Use this value: ${other} as ${label}`}
          onClick={() => use(entry.id, label, other)}
          size="small"
        >
          Use this value
        </Button>
      )}
    </>
  );
}
