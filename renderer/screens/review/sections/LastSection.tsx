// Last meeting: decisions due for review, commitments kept or broken, open action items and the latest decisions.

import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Term } from '../../../ui/Term.tsx';
import { ComesBack } from '../meeting/ComesBack.tsx';
import { expectedText } from '../meeting/effect-text.ts';
import { ItemList } from '../meeting/ItemList.tsx';
import { Kept } from '../meeting/Kept.tsx';
import styles from '../meeting/talk.module.css';
import { useMeeting, useReview } from '../review-context.tsx';

export function LastSection() {
  const meeting = useMeeting();
  const { cameBack, kept, earlierItems, lastTime, closedAt, weekStart, minutes } = meeting;
  const open = closedAt === null;
  if (lastTime === null && cameBack.length === 0 && earlierItems.length === 0 && kept.length === 0)
    return <FirstEver />;
  const unanswered = cameBack.filter(({ verdict }) => verdict === null).length;
  return (
    <div className={styles.parts}>
      {cameBack.length > 0 && (
        <section aria-labelledby="came-back" className={styles.part}>
          <h3 className={styles.heading} id="came-back">
            <span>
              <Term id="decision">Decisions</Term> due for review
            </span>
            {open && (
              <span className={styles.count}>
                {unanswered === 0
                  ? 'all answered'
                  : unanswered === 1
                    ? '1 needs an answer'
                    : `${unanswered} need an answer`}
              </span>
            )}
          </h3>
          {cameBack.map(decision => (
            <ComesBack date={open ? weekStart : null} decision={decision} key={decision.id} />
          ))}
        </section>
      )}
      <div className={styles.two}>
        <section aria-labelledby="kept" className={styles.part}>
          <h3 className={styles.heading} id="kept">
            <span>
              <Term id="sla">Commitments</Term> for this week
            </span>
          </h3>
          {kept.length === 0 ? <p className={styles.none}>No commitments for this week.</p> : <Kept parts={kept} />}
        </section>
        <section aria-labelledby="earlier" className={styles.part}>
          <h3 className={styles.heading} id="earlier">
            <span>
              <Term id="actionItem">Action items</Term> from earlier meetings
            </span>
          </h3>
          {earlierItems.length === 0 ? (
            <p className={styles.none}>Nothing is open from earlier meetings.</p>
          ) : (
            <ItemList
              items={minutes?.earlierItems ?? earlierItems}
              label="Action items from earlier meetings"
              ticks={open}
            />
          )}
        </section>
      </div>
      {lastTime && <DecidedLast lastTime={lastTime} />}
    </div>
  );
}

type Last = NonNullable<ReturnType<typeof useMeeting>['lastTime']>;

function DecidedLast({ lastTime: { closedAt, decisions } }: { readonly lastTime: Last }) {
  const format = useFormat();
  return (
    <section aria-labelledby="decided-last" className={styles.part}>
      <h3 className={styles.heading} id="decided-last">
        Decided in the last meeting
        <span className={styles.count}>{format.longDate(format.plainDate(closedAt))}</span>
      </h3>
      {decisions.length === 0 && <p className={styles.none}>No decisions.</p>}
      <ul className={styles.lines}>
        {decisions.map(({ id, text, comesBack, expected }) => (
          <li key={id}>
            <span className={styles.text}>{text}</span>
            <span className={styles.aside}>
              {[
                expectedText(format, expected) && `expects ${expectedText(format, expected)}`,
                comesBack && `review in the week of ${format.date(comesBack)}`,
              ]
                .filter(Boolean)
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FirstEver() {
  const { goTo, meeting } = useReview();
  if (meeting?.closedAt != null) return <p className={styles.none}>This was the first meeting.</p>;
  return (
    <EmptyState
      actions={
        <Button icon="arrow" look="primary" onClick={() => goTo('figures')}>
          Start with the figures
        </Button>
      }
      glyph="lead"
      title="This is the first meeting"
    >
      <p>
        Marketing and sales look at one screen for half an hour. First the figures of the week and each MQL by name;
        then your decisions, action items and commitments.
      </p>
      <p>
        Closing the review saves all of it for good. The next meeting starts here with the results: action items after
        one week, decisions after four.
      </p>
    </EmptyState>
  );
}
