// Fixes for one rejection reason, each with the leads it affects.
import { useState } from 'react';
import { remediesJob } from '../../../../shared/contract/past.ts';
import type { Remedy } from '../../../../shared/what-if.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useRead } from '../../../api/use-read.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { Term } from '../../../ui/Term.tsx';
import { Names } from '../../leads/Names.tsx';
import { WaitWithProgress } from '../WaitWithProgress.tsx';
import type { SpanProps, TracedReason } from './reason.ts';
import styles from './rejections.module.css';

type Props = SpanProps & { readonly reason: TracedReason };

export function Remedies(props: Props) {
  const [request, setRequest] = useState(false);
  return (
    <div aria-live="polite">
      <h4>
        <Term id="remedy">What would have prevented these rejections</Term>
      </h4>
      {request ? (
        <Found {...props} />
      ) : (
        <>
          <p className={styles.aside}>Tests one small change at a time on all recorded history.</p>
          <Button aria-label={`Find a fix for ${props.reason.label}`} onClick={() => setRequest(true)}>
            Find a fix
          </Button>
        </>
      )}
    </div>
  );
}

function Found({ reason: { reason }, from, to }: Props) {
  const found = useRead('rejections.remedies', { reason, from, to }, { keep: true });
  return (
    <QueryBoundary
      of={found}
      waiting={<WaitWithProgress job={remediesJob(reason)} label="Testing changes" unit="tried" />}
    >
      {({ rejected, stillPromoted, onDraft, remedies }) => {
        const rules = onDraft ? 'Your draft' : 'The current rules';
        return (
          <div className={styles.remedies}>
            {stillPromoted < rejected && (
              <p className={styles.aside}>
                {stillPromoted === 0
                  ? `${rules} would no longer make any of them MQL.`
                  : `${rules} would still make ${stillPromoted} of ${rejected} MQL; the fixes are for those.`}
              </p>
            )}
            {stillPromoted > 0 && remedies.length === 0 && (
              <p className={styles.aside}>
                No single small change would have prevented half of them. Look at them one by one: what do they have in
                common that no field records yet?
              </p>
            )}
            {remedies.length > 0 && (
              <ul>
                {remedies.map(remedy => (
                  <OneRemedy key={remedy.text} remedy={remedy} />
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </QueryBoundary>
  );
}

function OneRemedy({ remedy: { text, changes, stops, of, costs, others } }: { readonly remedy: Remedy }) {
  const format = useFormat();
  const { run } = useCommand('criteria.changeDraft');
  return (
    <li className={styles.remedy}>
      <p className={styles.text}>{text}</p>
      <p>
        Prevents <b>{format.whole(stops.count)}</b> of {format.whole(of)}
        {costs.count === 0 ? (
          <span className={styles.free}>, loses no customers</span>
        ) : (
          <>
            , loses <b>{format.whole(costs.count)}</b> {costs.count === 1 ? 'customer' : 'customers'}
          </>
        )}
        {others > 0 && (
          <span className={styles.aside}>
            , and {format.whole(others)} other {others === 1 ? 'MQL' : 'MQLs'}
          </span>
        )}
      </p>
      {costs.count > 0 && (
        <div className={styles.costs}>
          <span className={styles.aside}>Customers who would not have become MQL:</span>
          <Names few={5} leads={costs.leads} />
        </div>
      )}
      <Button
        aria-label={`Add to draft: ${text}`}
        onClick={() =>
          run({ changes, what: 'add a fix for rejections' }, { done: 'Added to the draft. Publish it under Rules.' })
        }
        size="small"
      >
        Add to draft
      </Button>
    </li>
  );
}
