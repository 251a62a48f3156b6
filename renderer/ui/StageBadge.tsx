// A stage by name, with its glyph and color; the meaning is one hover away.
import { type Stage, stageLabels } from '../../shared/stages.ts';
import { useHoverCard } from './hover-card/use-hover-card.tsx';
import { StageGlyph } from './StageGlyph.tsx';
import styles from './stage.module.css';

type Props = {
  readonly stage: Stage;
  /** plain: glyph and word; soft: on a tinted ground, for the head of a lead. */
  readonly look?: 'plain' | 'soft';
};

export function StageBadge({ stage, look = 'plain' }: Props) {
  const hoverCard = useHoverCard(() => stageLabels[stage].meaning);
  return (
    <span className={styles.badge} data-look={look} data-stage={stage} {...hoverCard}>
      <StageGlyph stage={stage} />
      {stageLabels[stage].label}
    </span>
  );
}
