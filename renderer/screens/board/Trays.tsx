// Off-funnel stages: compact below the board, drop targets, opened as columns by a click.
import type { BoardColumn } from '../../../shared/contract/board.ts';
import { type Stage, stageWords, type Tray, trays } from '../../../shared/stages.ts';
import { useRead } from '../../api/use-read.ts';
import { useFormat } from '../../ui/format.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { usePeek } from '../../ui/peek/use-peek.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './trays.module.css';

type Props = {
  readonly columns: readonly BoardColumn[];
  readonly open: readonly Tray[];
  readonly onToggle: (tray: Tray) => void;
  /** Where a card carried by the keyboard is held. */
  readonly over: Stage | null;
};

export function Trays({ columns, open, onToggle, over }: Props) {
  const back = useRead('today.glance', {}).data?.nurture ?? 0;
  return (
    <ul aria-label="Off-funnel stages" className={styles.trays}>
      {trays.map(tray => (
        <TrayButton
          back={tray === 'nurture' ? back : 0}
          count={columns.find(column => column.stage === tray)?.count ?? 0}
          key={tray}
          onToggle={onToggle}
          open={open.includes(tray)}
          over={over === tray}
          tray={tray}
        />
      ))}
    </ul>
  );
}

type TrayProps = {
  readonly tray: Tray;
  readonly count: number;
  /** How many are due back from nurture. */
  readonly back: number;
  readonly open: boolean;
  readonly over: boolean;
  readonly onToggle: (tray: Tray) => void;
};

function TrayButton({ tray, count, back, open, over, onToggle }: TrayProps) {
  const format = useFormat();
  const peek = usePeek(() => stageWords[tray].meaning);
  return (
    <li className={styles.tray} data-drop={tray} data-over={over} data-stage={tray}>
      <button aria-expanded={open} className={styles.button} onClick={() => onToggle(tray)} type="button" {...peek}>
        <StageGlyph stage={tray} />
        <span>{stageWords[tray].label}</span>
        <span className={styles.count}>{format.whole(count)}</span>
        {back > 0 && <span className={styles.back}>{back === 1 ? '1 due back' : `${back} due back`}</span>}
        <Icon name={open ? 'right' : 'left'} size={14} />
      </button>
    </li>
  );
}
