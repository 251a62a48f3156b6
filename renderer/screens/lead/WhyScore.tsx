// Why this score: every line with date, what and points. The lines add up, and one can see that they do.
import type { ScoreDetail } from '../../../shared/score.ts';
import { Help } from '../../ui/Help.tsx';
import { Points } from '../../ui/score/Points.tsx';
import { LineRows } from './LineRows.tsx';
import styles from './lead.module.css';

export function WhyScore({ score }: { readonly score: ScoreDetail }) {
  const engagement = score.lines.filter(line => line.part !== 'fit');
  const fit = score.lines.filter(line => line.part === 'fit');
  const [missing] = score.missing;
  return (
    <section aria-labelledby="why" className={styles.section}>
      <h3 id="why">Why {score.total}</h3>
      <table className={styles.ledger}>
        <thead className="hidden-visually">
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <LineRows
          lines={engagement.toReversed()}
          none="Nothing has happened yet."
          title="Engagement"
          total={score.engagement}
        />
        <LineRows lines={fit} none="Nothing is known that counts." title="Fit" total={score.fit} />
        <tfoot>
          <tr className={styles.total}>
            <td />
            <th scope="row">
              <Help
                meaning={`Engagement ${score.engagement} and fit ${score.fit}. MQL from ${score.threshold} points.`}
              >
                Score
              </Help>
            </th>
            <td>
              <Points value={score.total} />
            </td>
          </tr>
        </tfoot>
      </table>
      {missing && (
        <p className={styles.question}>
          {score.total} now, up to {score.possible} if more were known. The answer that matters most:{' '}
          <b>{missing.question}</b> (up to <Points sign value={missing.upTo} />)
        </p>
      )}
      {score.cooling && (
        <p className={styles.question}>Cooling: this lead was ready once; by today’s count it is not.</p>
      )}
    </section>
  );
}
