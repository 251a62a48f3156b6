// The ripeness bar: score against threshold. The only component that draws it.
import type { CSSProperties } from 'react';
import type { Score, ScoreLine } from '../../../shared/score.ts';
import type { Stage } from '../../../shared/stages.ts';
import { useHoverCard } from '../hover-card/use-hover-card.tsx';
import { barShape, isRipe } from './bar-geometry.ts';
import styles from './ripeness.module.css';
import { ScoreCell } from './ScoreCell.tsx';
import { ScoreHoverCard } from './ScoreHoverCard.tsx';
import { scoreText } from './score-text.ts';

type Props = {
  readonly score: Score;
  /** The ripe color says ready and waiting: beyond MQL, and where the score alone makes no MQL, the bar stays quiet. Left out: it may be ripe. */
  readonly stage?: Stage;
  /** row: in tables and lists; card: 4 px; page: 8 px with large figures, a stop for Tab. */
  readonly size?: 'row' | 'card' | 'page';
  /** Shown on hover and focus: the lines, or how to get them (asked only when looked at). */
  readonly lines?: readonly ScoreLine[] | (() => Promise<readonly ScoreLine[]>);
  /** Opens "Why this score". */
  readonly onWhy?: (() => void) | undefined;
  /** False: the bar alone, without number and cell. */
  readonly figures?: boolean;
};

export function RipenessBar({ score, stage = 'mql', size = 'card', lines = [], onWhy, figures = true }: Props) {
  const content = () => <ScoreHoverCard lines={lines} onWhy={onWhy} score={score} />;
  // On the board it opens beside the whole card: the ones above and below stay readable.
  const isCard = size === 'card';
  const hoverCard = useHoverCard(content, 'card', isCard ? 'right' : undefined, isCard ? '[data-card]' : undefined);
  const shape = barShape(score);
  const stop = size === 'page';
  const ripe = stage === 'mql' && isRipe(score);
  return (
    <span
      aria-label={scoreText(score)}
      className={styles.ripeness}
      data-size={size}
      role="img"
      tabIndex={stop ? 0 : undefined}
      {...hoverCard}
    >
      <span className={styles.bar} data-ripe={ripe}>
        <span className={styles.fill}>
          {segments
            .filter(part => shape[part] > 0)
            .map(part => (
              <span className={styles[part]} key={part} style={{ '--length': `${shape[part]}%` } as CSSProperties} />
            ))}
        </span>
        <span className={styles.tick} style={{ '--at': `${shape.tick}%` } as CSSProperties} />
      </span>
      {figures && (
        <>
          <span className={styles.number} data-ripe={ripe}>
            {score.total}
          </span>
          <ScoreCell grade={score.grade} level={score.level} silent />
        </>
      )}
    </span>
  );
}

const segments = ['engagement', 'fit', 'taken', 'ghost'] as const;
