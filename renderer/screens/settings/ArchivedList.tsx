// Archived rows, each with Restore.
import { rowKey } from '../../api/row-key.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './settings.module.css';

type Props<T> = {
  readonly title: string;
  readonly rows: readonly T[];
  readonly labelOf: (row: T) => string;
  readonly onBack: (row: T) => void;
};

export function ArchivedList<T extends { readonly id: string }>({ title, rows, labelOf, onBack }: Props<T>) {
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <details className={styles.away}>
      <summary>
        {title} <span>{format.whole(rows.length)}</span>
      </summary>
      <ul>
        {rows.map(row => (
          <li className={styles.row} key={rowKey(row.id)}>
            <span>{labelOf(row)}</span>
            <Button aria-label={`Restore ${labelOf(row)}`} onClick={() => onBack(row)} size="small">
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
