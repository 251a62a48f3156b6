// Decisions: one sentence with the expected effect, reviewed four weeks later.
import { useState } from 'react';
import { rowKey } from '../../../api/row-key.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { DecisionForm } from '../meeting/DecisionForm.tsx';
import { type DecisionDraft, emptyDecision } from '../meeting/decision-draft.ts';
import { expectedText } from '../meeting/effect-text.ts';
import styles from '../meeting/talk.module.css';
import { useVersions, type Version } from '../meeting/use-expectation.ts';
import { type MeetingData, useMeeting } from '../review-context.tsx';

export function DecisionsSection() {
  const meeting = useMeeting();
  const format = useFormat();
  const [changing, setChanging] = useState<string | null>(null);
  const [start, setStart] = useState<DecisionDraft | null>(null);
  const { run: remove } = useCommand('meeting.removeDecision');
  const versions = useVersions();
  const fresh = start === null ? unwritten(meeting, versions) : null;
  return (
    <>
      {meeting.decisions.length === 0 && (
        <p className={styles.none}>
          No decisions yet. A decision returns for review in four weeks, with what happened since.
        </p>
      )}
      <ul aria-label="Decisions" className={styles.lines}>
        {meeting.decisions.map(decision => {
          const { id, text, criteria, expected, comesBack } = decision;
          if (id === changing) {
            return (
              <li key={rowKey(id)}>
                <DecisionForm decision={decision} onDone={() => setChanging(null)} />
              </li>
            );
          }
          const expects = expectedText(format, expected);
          return (
            <li key={rowKey(id)}>
              <span className={styles.text}>{text}</span>
              <span className={styles.aside}>
                {[
                  criteria && `version ${criteria.number} of the criteria`,
                  expects && `expects ${expects}`,
                  comesBack ? `review in the week of ${format.date(comesBack)}` : 'no review planned',
                ]
                  .filter(Boolean)
                  .join('; ')}
              </span>
              <span className={styles.tools}>
                <IconButton icon="edit" label={`Edit “${text}”`} onClick={() => setChanging(id)} size="small" />
                <IconButton
                  icon="trash"
                  label={`Delete “${text}”`}
                  onClick={() => void remove({ id }, { done: 'Decision deleted.' })}
                  size="small"
                />
              </span>
            </li>
          );
        })}
      </ul>
      {fresh && (
        <p className={styles.hint}>
          <span>
            {fresh.publishedAt === null
              ? `Version ${fresh.number} of the criteria is a draft. Add the decision here to review its effect later.`
              : `Version ${fresh.number} of the criteria has been current since ${format.date(format.plainDate(fresh.publishedAt))}, without a decision that says why.`}
          </span>
          <Button
            onClick={() =>
              setStart({
                ...emptyDecision,
                criteriaId: fresh.id,
                text: fresh.reason ?? `Version ${fresh.number} of the criteria.`,
              })
            }
            size="small"
          >
            Add
          </Button>
        </p>
      )}
      <DecisionForm
        decision={null}
        key={start?.criteriaId ?? 'new'}
        start={start}
        {...(start ? { onDone: () => setStart(null) } : {})}
      />
    </>
  );
}

/** The draft, or the latest version published since the last meeting, that no decision in sight names. */
function unwritten({ decisions, cameBack, lastTime }: MeetingData, versions: readonly Version[]): Version | null {
  const [latest] = versions;
  // The first version comes with the workspace; nobody decided it.
  if (!latest || latest.number === 1) return null;
  if (latest.publishedAt !== null && lastTime !== null && latest.publishedAt <= lastTime.closedAt) return null;
  const named = [...decisions, ...cameBack, ...(lastTime?.decisions ?? [])].some(
    ({ criteria }) => criteria?.id === latest.id,
  );
  return named ? null : latest;
}
