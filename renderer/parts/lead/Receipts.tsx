// Stage history, and under each promotion by score its frozen receipt.

import { DateText } from '../../ui/DateText.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import { Points } from '../../ui/score/Points.tsx';
import { pathTo } from '../navigation/route.ts';
import { changeText } from './change-text.ts';
import { LineRows } from './LineRows.tsx';
import styles from './lead.module.css';
import type { LeadDetail } from './lead-detail.ts';

type Props = Pick<LeadDetail, 'receipts'> & { readonly changes: LeadDetail['stageChanges'] };

export const Receipts = ({ changes, receipts }: Props) => (
  <section aria-label="Stages and receipts" className={styles.section}>
    <ol className={styles.timeline}>
      {changes.toReversed().map(change => {
        const receipt = receipts.find(stored => stored.stageChangeId === change.id)?.receipt;
        return (
          <li data-stage="true" key={change.id}>
            <span className={styles.when}>
              <DateText at={change.at} as="both" />
            </span>
            <div className={styles.entry}>
              <span className={styles.moved}>
                <StageGlyph stage={change.to} /> {changeText(change)}
              </span>
              {receipt && <Receipt receipt={receipt} />}
            </div>
          </li>
        );
      })}
    </ol>
  </section>
);

type ReceiptProps = {
  readonly receipt: LeadDetail['receipts'][number]['receipt'];
  /** Shows its lines from the start, as in the meeting. */
  readonly open?: boolean;
};

export function Receipt({ receipt, open = false }: ReceiptProps) {
  return (
    <details className={styles.receipt} open={open}>
      <summary>
        Receipt: {receipt.because}, {receipt.total} points under criteria {receipt.criteriaNumber}
      </summary>
      <p className={styles.lineNote}>
        By{' '}
        <a href={`#${pathTo('criteria', `versions.${receipt.criteriaNumber}`)}`}>
          version {receipt.criteriaNumber} of the criteria
        </a>
      </p>
      <table className={styles.ledger}>
        <LineRows
          lines={receipt.lines.filter(line => line.part !== 'fit')}
          none="No activity yet."
          title="Engagement"
          total={receipt.engagement}
        />
        <LineRows
          lines={receipt.lines.filter(line => line.part === 'fit')}
          none="No matching fields."
          title="Fit"
          total={receipt.fit}
        />
        <tfoot>
          <tr className={styles.total}>
            <td className={styles.when}>
              <DateText at={receipt.at} />
            </td>
            <th scope="row">Score on that day</th>
            <td>
              <Points value={receipt.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </details>
  );
}
