// The end of the meeting: who was there, the notes, what will be kept, and closing, which keeps it for good.
import { slaText } from '../../../../shared/meeting.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useOnce } from '../../../api/use-once.ts';
import { useRead } from '../../../api/use-read.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Term } from '../../../ui/Term.tsx';
import { labelOf, type SectionId } from '../agenda.ts';
import { Attendees } from '../meeting/Attendees.tsx';
import styles from '../meeting/close.module.css';
import { Notes } from '../meeting/Notes.tsx';
import talk from '../meeting/talk.module.css';
import { type MeetingData, useMeeting, useReview } from '../review-context.tsx';

export function CloseSection() {
  const meeting = useMeeting();
  const { data, goTo } = useReview();
  const { period } = data.figures;
  const { run, busy } = useCommand('meeting.close');
  const close = useOnce(async () => {
    const result = await run(
      { date: meeting.weekStart },
      { done: `Review of ${period.label} closed. Its figures and minutes are now frozen.` },
    );
    if (result.ok) goTo('minutes');
  });
  return (
    <div className={talk.parts}>
      <section aria-labelledby="there">
        <h3 className={talk.heading} id="there">
          Attendees
        </h3>
        <Attendees meeting={meeting} />
      </section>
      <Notes meeting={meeting} />
      <section aria-labelledby="kept-for-good">
        <h3 className={talk.heading} id="kept-for-good">
          <Term id="closedReview">What is saved</Term>
        </h3>
        <Summary meeting={meeting} />
        <Missing meeting={meeting} />
        {period.partial && (
          <div className={styles.warning}>
            <Notice tone="warning">
              {period.label} is not over yet. Anything that happens in the rest of it will not be in a closed review.
            </Notice>
          </div>
        )}
        <p className={styles.close}>
          <Button disabled={busy} look="primary" onClick={() => void close()} size="large">
            Close review of {period.label}
          </Button>
          <span className={talk.aside}>Later edits do not change it. Only undo reopens it.</span>
        </p>
      </section>
    </div>
  );
}

/** Everything that closing keeps, in the order of the minutes. */
function Summary({ meeting }: { readonly meeting: MeetingData }) {
  const { data } = useReview();
  const format = useFormat();
  const { decisions, items, sla, inForce, cameBack } = meeting;
  const { figures, mqls } = data.figures;
  const answered = cameBack.filter(({ verdict }) => verdict !== null).length;
  const count = (n: number, one: string, many: string) => (n === 1 ? `one ${one}` : `${format.whole(n)} ${many}`);
  return (
    <ul className={styles.summary}>
      <li>
        <b>{figures.length}</b> figures of the week, each with its n, and {count(mqls.length, 'MQL', 'MQLs')} with the
        receipts
      </li>
      {cameBack.length > 0 && (
        <li>
          <b>{answered}</b> {answered === 1 ? 'answer' : 'answers'} to {count(cameBack.length, 'decision', 'decisions')}{' '}
          due for review
        </li>
      )}
      <li>
        <b>{decisions.length}</b> {decisions.length === 1 ? 'decision' : 'decisions'}
        {decisions.length > 0 && `: ${decisions.map(({ text }) => text).join(' · ')}`}
      </li>
      <li>
        <b>{items.length}</b> {items.length === 1 ? 'action item' : 'action items'}
        {items.length > 0 && `: ${items.map(({ text }) => text).join(' · ')}`}
      </li>
      <li>
        {sla ? (
          <>Commitment: {slaText(sla)}</>
        ) : inForce ? (
          <>Current commitment: {slaText(inForce)}</>
        ) : (
          'No commitment'
        )}
      </li>
    </ul>
  );
}

/** What one may have forgotten; each leads there. None of it stops anybody. */
function Missing({ meeting }: { readonly meeting: MeetingData }) {
  const { goTo } = useReview();
  const { members } = useWorkspace();
  const unanswered = meeting.cameBack.filter(({ verdict }) => verdict === null).length;
  const draft = useRead('criteria.draft', {}).data?.draft ?? null;
  const onDraft = meeting.decisions.some(({ criteria }) => criteria?.id === draft?.id) ? draft : null;
  const nobody = meeting.items.filter(({ memberId }) => memberId === null).length;
  const missing: readonly (readonly [SectionId, string] | null)[] = [
    unanswered > 0
      ? [
          'last',
          unanswered === 1
            ? 'One decision due for review has no answer.'
            : `${unanswered} decisions due for review have no answer.`,
        ]
      : null,
    onDraft
      ? ['what-if', `Version ${onDraft.number} of the criteria was decided but is still a draft. Publish it.`]
      : null,
    meeting.decisions.length === 0 ? ['decisions', 'No decisions recorded.'] : null,
    nobody > 0 && members.length > 0
      ? ['items', nobody === 1 ? 'One action item has no owner.' : `${nobody} action items have no owner.`]
      : null,
  ];
  const found = missing.filter(entry => entry !== null);
  if (found.length === 0) return null;
  return (
    <ul aria-label="Before you close" className={styles.missing}>
      {found.map(([section, sentence]) => (
        <li key={section}>
          {sentence}{' '}
          <Button look="plain" onClick={() => goTo(section)} size="small">
            {labelOf(section)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
