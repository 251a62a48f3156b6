// Commitments of marketing and sales from next week on.
import type { ReactNode } from 'react';
import type { Sla } from '../../../../shared/meeting.ts';
import { nothingPromised, slaText } from '../../../../shared/meeting.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/Button.tsx';
import { InlineNumber } from '../../../ui/fields/InlineText.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { currentText } from '../figure-text.ts';
import styles from '../meeting/sla.module.css';
import talk from '../meeting/talk.module.css';
import { figureOf, useMeeting, useReview } from '../review-context.tsx';

type Part = keyof Sla;

export function SlaSection() {
  const { weekStart, sla, inForce } = useMeeting();
  const { run } = useCommand('meeting.saveSla');
  const now = sla ?? inForce ?? nothingPromised;
  const save = (next: Partial<Sla> | null, done: string) => run({ date: weekStart, sla: next }, { done, quiet: true });
  const saver = (part: Part, most: number) => async (value: number | null) => {
    if (value !== null && (value < (part === 'answerHours' ? 1 : 0) || value > most))
      return `From ${part === 'answerHours' ? 1 : 0} to ${most}.`;
    const result = await save({ [part]: value }, 'Commitment saved.');
    return result.ok ? null : result.error.message;
  };
  const before = inForce && slaText(inForce);
  return (
    <>
      <div className={styles.sides}>
        <Side title="Marketing commits to">
          <Line
            after="MQLs a week"
            figure="mql-volume"
            label="MQLs a week"
            onSave={saver('mqlsAWeek', 1_000_000)}
            value={now.mqlsAWeek}
          />
          <Line
            after="% of them accepted by sales"
            figure="acceptance"
            label="Share accepted, in percent"
            onSave={saver('acceptedPercent', 100)}
            value={now.acceptedPercent}
          />
        </Side>
        <Side title="Sales commits to">
          <Line
            after="hours to an answer, at most"
            figure="time-to-first-touch"
            label="Hours to an answer"
            onSave={saver('answerHours', 1000)}
            value={now.answerHours}
          />
        </Side>
      </div>
      <p className={styles.state}>
        {sla === null
          ? before === null
            ? 'No commitments yet. Enter a number; it applies from next week.'
            : 'These are the current commitments. They continue until you change them.'
          : before === null || before === slaText(sla)
            ? 'Saved. Applies from next week.'
            : `Saved. Applies from next week and replaces: ${before}.`}
        {sla !== null && (
          <Button
            look="plain"
            onClick={() => void save(null, inForce ? 'The current commitments continue.' : 'No commitments.')}
            size="small"
          >
            {inForce ? 'Keep as before' : 'Remove commitments'}
          </Button>
        )}
        {sla === null && inForce !== null && (
          <Button look="plain" onClick={() => void save(inForce, 'Commitment renewed.')} size="small">
            Renew commitments
          </Button>
        )}
      </p>
      <p className={talk.none}>The next meeting shows whether they were kept and who waited too long.</p>
    </>
  );
}

const Side = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className={styles.side}>
    <h3>{title}</h3>
    {children}
  </section>
);

type LineProps = {
  readonly label: string;
  readonly after: string;
  /** Which figure says how it has been. */
  readonly figure: string;
  readonly value: number | null;
  readonly onSave: (value: number | null) => Promise<string | null>;
};

function Line({ label, after, figure, value, onSave }: LineProps) {
  const format = useFormat();
  const { data } = useReview();
  const found = figureOf(data.figures, figure);
  const usual = found?.usual;
  return (
    <div className={styles.line}>
      <span className={styles.number}>
        <InlineNumber kind="number" label={label} layout="bare" onSave={onSave} placeholder="–" value={value} />
        <span>{after}</span>
      </span>
      {found && (
        <span className={styles.been}>
          This week: {currentText(format, found.unit, found)}
          {usual && usual.value !== null && `; average ${currentText(format, found.unit, usual)}`}
        </span>
      )}
    </div>
  );
}
