// The head of a column: how many, how much money, how long they stay, and what it takes to get in.
import type { BoardColumn } from '../../../shared/contract/board.ts';
import { stageWords } from '../../../shared/stages.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Help } from '../../ui/Help.tsx';
import { usePeek } from '../../ui/peek/use-peek.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './column.module.css';

type Props = {
  readonly column: BoardColumn;
  readonly id: string;
  /** A tray can be put away again. */
  readonly onClose?: (() => void) | undefined;
};

export function ColumnHead({ column, id, onClose }: Props) {
  const { stage, count, amount, medianDays, entry } = column;
  const format = useFormat();
  const entryPeek = usePeek(() => entry);
  const moneyPeek = usePeek(() =>
    stage === 'customer' ? 'Won with the customers here.' : 'Open deals in this column.',
  );
  const daysPeek = usePeek(() => `Half of them have been here for more than ${daysWords(medianDays ?? 0)}.`);
  return (
    <header className={styles.head} data-stage={stage}>
      <h2 className={styles.title} id={id}>
        <StageGlyph stage={stage} />
        <Help meaning={stageWords[stage].meaning}>{stageWords[stage].label}</Help>
        <span className={styles.count}>
          {format.whole(count)}
          <span className="hidden-visually">{count === 1 ? ' person' : ' people'}</span>
        </span>
        {onClose && (
          <IconButton icon="close" label={`Put ${stageWords[stage].label} away`} onClick={onClose} size="small" />
        )}
      </h2>
      <p className={styles.facts}>
        {amount > 0 && <span {...moneyPeek}>{format.shortMoney(amount)}</span>}
        {medianDays !== null && <span {...daysPeek}>{format.whole(medianDays)} d</span>}
      </p>
      <p className={styles.entry} {...entryPeek}>
        {entry}
      </p>
    </header>
  );
}

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
