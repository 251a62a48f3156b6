// Rejections of a span by reason, each traced to its rules. Stands alone: the Criteria screen and the meeting show the same.

import { useRead } from '../../../api/use-read.ts';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { Points } from '../../../ui/score/Points.tsx';
import { Names } from '../../leads/Names.tsx';
import { intervalText, ofText, percentText } from '../share-text.ts';
import { Remedies } from './Remedies.tsx';
import type { SpanProps, TracedReason } from './reason.ts';
import styles from './rejections.module.css';

export function Rejections({ from, to }: SpanProps) {
  const traced = useRead('rejections.trace', { from, to }, { keep: true });
  const format = useFormat();
  return (
    <QueryBoundary of={traced}>
      {({ rejected, reasons }) =>
        reasons.length === 0 ? (
          <EmptyState glyph="mql" title="No rejections">
            <p>
              {rejected.n === 0
                ? 'Sales answered no MQLs in this period. When sales rejects one, the rules behind it appear here.'
                : `All ${format.whole(rejected.n)} answered MQLs were accepted.`}
            </p>
          </EmptyState>
        ) : (
          <div className={styles.reasons}>
            <p className={styles.total}>
              Sales rejected <b>{ofText(format, rejected)}</b> MQLs it answered: {percentText(format, rejected)},{' '}
              {intervalText(format, rejected)}.
            </p>
            {reasons.map(reason => (
              <OneReason from={from} key={reason.reason} reason={reason} to={to} />
            ))}
          </div>
        )
      }
    </QueryBoundary>
  );
}

const fewRules = 5;

function OneReason({ reason, from, to }: SpanProps & { readonly reason: TracedReason }) {
  const format = useFormat();
  const { label, leads, count, rules, manual } = reason;
  const most = Math.max(1, ...rules.map(({ points }) => points));
  return (
    <section aria-label={label} className={styles.reason}>
      <h3>
        <span className={styles.many}>{format.whole(count)}</span> {label}
      </h3>
      <Names leads={leads} />
      <div className={styles.columns}>
        <div>
          <h4>Where the points came from</h4>
          <ul className={styles.rules}>
            {rules.slice(0, fewRules).map(rule => (
              <li key={rule.what}>
                <span>{rule.what}</span>
                <span className={styles.bar}>
                  <span style={{ width: `${(rule.points / most) * 100}%` }} />
                </span>
                <Points sign value={rule.points} />
                <span className={styles.n}>
                  {format.whole(rule.leads)} {rule.leads === 1 ? 'person' : 'people'}
                </span>
              </li>
            ))}
          </ul>
          {manual > 0 && (
            <p className={styles.aside}>
              {manual === count && manual > 1 ? 'All of them were' : `${format.whole(manual)} of them was`} moved to MQL
              manually, without the score.
            </p>
          )}
        </div>
        <Remedies from={from} reason={reason} to={to} />
      </div>
    </section>
  );
}
