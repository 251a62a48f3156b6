// A stage by name, with its glyph and color; the meaning is one hover away.
import { type Stage, stageWords } from '../../shared/stages.ts';
import { usePeek } from './peek/use-peek.tsx';
import { StageGlyph } from './StageGlyph.tsx';
import styles from './stage.module.css';

type Props = {
  readonly stage: Stage;
  /** plain: glyph and word; soft: on a tinted ground, for the head of a lead. */
  readonly look?: 'plain' | 'soft';
};

export function StageBadge({ stage, look = 'plain' }: Props) {
  const peek = usePeek(() => stageWords[stage].meaning);
  return (
    <span className={styles.badge} data-look={look} data-stage={stage} {...peek}>
      <StageGlyph stage={stage} />
      {stageWords[stage].label}
    </span>
  );
}
