// Off-funnel stages: compact below the board, drop targets, opened as columns by a click.
import type { BoardColumn } from '../../../shared/contract/board.ts';
import { type OffFunnelStage, offFunnelStages, type Stage, stageLabels } from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { useFormat } from '../../ui/format.tsx';
import { useHoverCard } from '../../ui/hover-card/use-hover-card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './off-funnel-stages.module.css';

type Props = {
  readonly columns: readonly BoardColumn[];
  readonly open: readonly OffFunnelStage[];
  readonly onToggle: (offFunnel: OffFunnelStage) => void;
  /** Where a card carried by the keyboard is held. */
  readonly over: Stage | null;
};

export function OffFunnelStages({ columns, open, onToggle, over }: Props) {
  const back = useRead('today.glance', {}).data?.nurture ?? 0;
  return (
    <ul aria-label="Off-funnel stages" className={styles.offFunnelStages}>
      {offFunnelStages.map(offFunnel => (
        <OffFunnelButton
          back={offFunnel === 'nurture' ? back : 0}
          count={columns.find(column => column.stage === offFunnel)?.count ?? 0}
          key={offFunnel}
          onToggle={onToggle}
          open={open.includes(offFunnel)}
          over={over === offFunnel}
          offFunnel={offFunnel}
        />
      ))}
    </ul>
  );
}

type OffFunnelProps = {
  readonly offFunnel: OffFunnelStage;
  readonly count: number;
  /** How many are due back from nurture. */
  readonly back: number;
  readonly open: boolean;
  readonly over: boolean;
  readonly onToggle: (offFunnel: OffFunnelStage) => void;
};

function OffFunnelButton({ offFunnel, count, back, open, over, onToggle }: OffFunnelProps) {
  const format = useFormat();
  const hoverCard = useHoverCard(() => stageLabels[offFunnel].meaning);
  return (
    <li className={styles.offFunnel} data-drop={offFunnel} data-over={over} data-stage={offFunnel}>
      <button
        aria-expanded={open}
        className={styles.button}
        onClick={() => onToggle(offFunnel)}
        type="button"
        {...hoverCard}
      >
        <StageGlyph stage={offFunnel} />
        <span>{stageLabels[offFunnel].label}</span>
        <span className={styles.count}>{format.whole(count)}</span>
        {back > 0 && <span className={styles.back}>{back === 1 ? '1 due back' : `${back} due back`}</span>}
        <Icon name={open ? 'right' : 'left'} size={14} />
      </button>
    </li>
  );
}
