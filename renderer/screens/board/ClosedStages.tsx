// Off-funnel stages and hidden columns: compact below the board, drop targets, opened as columns by a click.
import type { BoardColumn } from '../../../shared/contract/board.ts';
import { funnelStages, offFunnelStages, type Stage, stageLabels } from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { useFormat } from '../../ui/format.tsx';
import { useHoverCard } from '../../ui/hover-card/use-hover-card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './closed-stages.module.css';

type Props = {
  readonly columns: readonly BoardColumn[];
  readonly open: readonly Stage[];
  readonly onToggle: (stage: Stage) => void;
  /** Where a card carried by the keyboard is held. */
  readonly over: Stage | null;
};

export function ClosedStages({ columns, open, onToggle, over }: Props) {
  const back = useRead('today.glance', {}).data?.nurture ?? 0;
  const listed: readonly Stage[] = [...funnelStages.filter(stage => !open.includes(stage)), ...offFunnelStages];
  return (
    <ul aria-label="More stages" className={styles.stages}>
      {listed.map(stage => (
        <StageButton
          back={stage === 'nurture' ? back : 0}
          count={columns.find(column => column.stage === stage)?.count ?? 0}
          key={stage}
          onToggle={onToggle}
          open={open.includes(stage)}
          over={over === stage}
          stage={stage}
        />
      ))}
    </ul>
  );
}

type StageButtonProps = {
  readonly stage: Stage;
  readonly count: number;
  /** How many are due back from nurture. */
  readonly back: number;
  readonly open: boolean;
  readonly over: boolean;
  readonly onToggle: (stage: Stage) => void;
};

function StageButton({ stage, count, back, open, over, onToggle }: StageButtonProps) {
  const format = useFormat();
  const hoverCard = useHoverCard(() => stageLabels[stage].meaning);
  return (
    <li className={styles.stage} data-drop={stage} data-over={over} data-stage={stage}>
      <button
        aria-expanded={open}
        className={styles.button}
        onClick={() => onToggle(stage)}
        type="button"
        {...hoverCard}
      >
        <StageGlyph stage={stage} />
        <span>{stageLabels[stage].label}</span>
        <span className={styles.count}>{format.whole(count)}</span>
        {back > 0 && <span className={styles.back}>{back === 1 ? '1 due back' : `${back} due back`}</span>}
        <Icon name={open ? 'right' : 'left'} size={14} />
      </button>
    </li>
  );
}
