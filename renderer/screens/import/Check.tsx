// What would happen, tried out in full and taken back: counts, the first names, and what is refused and why.
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import { Counts, Names, Refused, Warnings } from './Outcome.tsx';
import type { Importing, Tried, Understood } from './use-import.ts';

type Props = { readonly importing: Importing; readonly understood: Understood; readonly tried: Tried };

export function Check({ importing, tried }: Props) {
  const format = useFormat();
  const { created, updated } = tried.counts;
  const nothing = created + updated === 0;
  return (
    <div className={styles.map}>
      <p className={styles.lead}>
        {nothing ? 'This would change nothing.' : 'This is what would happen. Nothing has been written yet.'}
      </p>
      <Counts counts={tried.counts} />
      <Names names={tried.promoted} title="Would become MQL" total={tried.counts.promoted} />
      <Names names={tried.created} title="New" total={created} />
      <Names names={tried.updated} title="Would be updated" total={updated} />
      <Refused onSave={importing.saveRefused} refused={tried.refused} total={tried.counts.refused} />
      <Warnings total={tried.warned} warnings={tried.warnings} />
      <div className={styles.foot}>
        <Button onClick={() => importing.back('map')}>Back</Button>
        <Button disabled={nothing} look="primary" onClick={importing.run}>
          {`Import ${format.whole(created + updated)}`}
        </Button>
      </div>
    </div>
  );
}
