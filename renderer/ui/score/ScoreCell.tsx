// The cell: fit grade A to D and engagement 1 to 4, such as B2.
import type { Score } from '../../../shared/score.ts';
import { useHoverCard } from '../hover-card/use-hover-card.tsx';
import styles from './ripeness.module.css';

type Props = Pick<Score, 'grade' | 'level'> & {
  /** Inside something that explains it already. */
  readonly silent?: boolean;
};

export function ScoreCell({ grade, level, silent = false }: Props) {
  const hoverCard = useHoverCard(() => cellMeaning(grade, level));
  return (
    <span className={styles.cell} {...(silent ? {} : hoverCard)}>
      {grade}
      {level}
    </span>
  );
}

export const cellMeaning = (grade: Score['grade'], level: number) =>
  `Fit ${grade}, from A (best fit) to D. Engagement ${level}, from 1 (most active) to 4.`;
