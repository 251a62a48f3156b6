// What the ripeness bar shows on hover: engagement and fit, the three strongest lines, and the way to all of them.
import { useEffect, useState } from 'react';
import type { Score, ScoreLine } from '../../../shared/score.ts';
import { Button } from '../Button.tsx';
import { DateText } from '../DateText.tsx';
import { Points } from './Points.tsx';
import styles from './score-hover-card.module.css';
import { scoreNote } from './score-text.ts';

type Props = {
  readonly score: Score;
  readonly lines: readonly ScoreLine[] | (() => Promise<readonly ScoreLine[]>);
  readonly onWhy?: (() => void) | undefined;
};

export function ScoreHoverCard({ score, lines, onWhy }: Props) {
  const [known, setKnown] = useState(typeof lines === 'function' ? null : lines);
  useEffect(() => {
    if (typeof lines !== 'function') return;
    let wanted = true;
    lines().then(value => wanted && setKnown(value));
    return () => {
      wanted = false;
    };
  }, [lines]);
  const note = scoreNote(score);
  return (
    <div className={styles.card}>
      <p className={styles.sum}>
        <b>{score.total}</b>
        <span>
          engagement <Points value={score.engagement} /> + fit <Points value={score.fit} />
        </span>
      </p>
      <ol className={styles.lines}>
        {strongest(known ?? []).map(line => (
          <li key={`${line.what}${line.at}${line.ruleId}`}>
            <span className={styles.when}>{line.at === null ? 'fit' : <DateText at={line.at} />}</span>
            <span className={styles.what}>{line.what}</span>
            <Points sign value={line.points} />
          </li>
        ))}
      </ol>
      {known?.length === 0 && <p className={styles.note}>No points yet.</p>}
      {note && <p className={styles.note}>{note}</p>}
      {onWhy && (
        <Button look="plain" onClick={onWhy} size="small">
          Why this score
        </Button>
      )}
    </div>
  );
}

/** The three lines that weigh most, in either direction. */
export const strongest = (lines: readonly ScoreLine[]): readonly ScoreLine[] =>
  lines.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, 3);
