// The frozen minutes of a closed review.
import { type Minutes, slaText } from '../../../../shared/meeting.ts';
import { go } from '../../../parts/navigation/use-route.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Term } from '../../../ui/Term.tsx';
import styles from '../meeting/close.module.css';
import { expectedText } from '../meeting/effect-text.ts';
import { ItemList } from '../meeting/ItemList.tsx';
import talk from '../meeting/talk.module.css';
import { ReviewExportMenu } from '../print/ReviewExportMenu.tsx';
import { type MeetingData, useMeeting } from '../review-context.tsx';
import { writeComparison } from '../review-route.ts';

export function MinutesSection() {
  const meeting = useMeeting();
  const format = useFormat();
  const before = meeting.lastTime?.weekStart;
  const { attendees, notes, decisions, items, sla } = keptOf(meeting);
  return (
    <div className={styles.minutes}>
      <section aria-labelledby="there">
        <h3 className={talk.heading} id="there">
          Attendees
        </h3>
        <p className={styles.leads}>{attendees.length === 0 ? 'No attendees recorded.' : attendees.join(', ')}</p>
      </section>
      <section aria-labelledby="decided">
        <h3 className={talk.heading} id="decided">
          <Term id="decision">Decided</Term>
        </h3>
        {decisions.length === 0 && <p className={talk.none}>No decisions.</p>}
        <ul className={talk.lines}>
          {decisions.map(({ id, text, criteria, expected, comesBack }) => (
            <li key={id}>
              <span className={talk.text}>{text}</span>
              <span className={talk.aside}>
                {[
                  criteria && `version ${criteria.number} of the criteria`,
                  expectedText(format, expected) && `expects ${expectedText(format, expected)}`,
                  comesBack && `review in the week of ${format.date(comesBack)}`,
                  answerOf(meeting, id),
                ]
                  .filter(Boolean)
                  .join('; ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="to-do">
        <h3 className={talk.heading} id="to-do">
          <Term id="actionItem">Action items</Term>
          <span className={talk.count}>{items.length > 0 && sinceText(meeting)}</span>
        </h3>
        {items.length === 0 ? (
          <p className={talk.none}>None.</p>
        ) : (
          <ItemList items={items} label="Action items" ticks={false} />
        )}
      </section>
      <section aria-labelledby="promised">
        <h3 className={talk.heading} id="promised">
          <Term id="sla">Commitments</Term>
        </h3>
        <p className={talk.none}>{sla ? `${slaText(sla)}.` : 'No new commitments.'}</p>
      </section>
      {notes && (
        <section aria-labelledby="noted">
          <h3 className={talk.heading} id="noted">
            Notes
          </h3>
          <p className={styles.notes}>{notes}</p>
        </section>
      )}
      <p className={styles.close}>
        <ReviewExportMenu />
        {before && (
          <Button onClick={() => go('review', writeComparison(before, meeting.weekStart))}>
            Compare with previous review
          </Button>
        )}
      </p>
    </div>
  );
}

/** A review closed by an older Ripen kept no minutes; then what is recorded now stands for them. */
const keptOf = (meeting: MeetingData): Pick<Minutes, 'attendees' | 'notes' | 'decisions' | 'items' | 'sla'> =>
  meeting.minutes ?? {
    ...meeting,
    items: meeting.items.map(item => ({ ...item, member: null })),
  };

/** What a later meeting answered to a decision of this one. */
function answerOf({ decisions }: MeetingData, id: string): string | null {
  const decision = decisions.find(one => one.id === id);
  if (decision?.verdict == null) return null;
  const sentence = { keep: 'kept', change: 'changed', revert: 'removed' }[decision.verdict];
  return `later ${sentence}${decision.outcome ? `: ${decision.outcome}` : ''}`;
}

/** How many of its action items have been done since. */
function sinceText({ items, minutes }: MeetingData): string {
  const openThen = new Set((minutes?.items ?? []).filter(({ doneAt }) => doneAt === null).map(({ id }) => id));
  const since = items.filter(({ id, doneAt }) => doneAt !== null && openThen.has(id)).length;
  if (openThen.size === 0) return '';
  return since === openThen.size ? 'all done since' : since === 0 ? 'as of then' : `as of then; ${since} done since`;
}
