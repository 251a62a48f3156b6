// Column header: count, money, median days, and the entry condition.
import type { BoardColumn } from '../../../shared/contract/board.ts';
import { stageWords } from '../../../shared/stages.ts';
import { IconButton } from '../../ui/Button.tsx';
import { type Format, useFormat } from '../../ui/format.tsx';
import { Help } from '../../ui/Help.tsx';
import { Icon } from '../../ui/Icon.tsx';
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
  const { stage, count, amount, openAmount, medianDays, entry, all, limit } = column;
  const tooMany = limit !== null && all > limit ? all - limit : 0;
  const format = useFormat();
  const entryPeek = usePeek(() => entry);
  const moneyPeek = usePeek(() => moneyWords(column, format));
  const limitPeek = usePeek(() =>
    tooMany > 0
      ? `${format.whole(all)} cards with a limit of ${format.whole(limit ?? 0)}: ${format.whole(tooMany)} over the limit. Moves are not blocked.`
      : `Limit: ${format.whole(limit ?? 0)} cards.`,
  );
  const daysPeek = usePeek(() => `Half of them have been in this stage for more than ${daysWords(medianDays ?? 0)}.`);
  return (
    <header className={styles.head} data-stage={stage}>
      <h2 className={styles.title} id={id}>
        <StageGlyph stage={stage} />
        <Help meaning={stageWords[stage].meaning}>{stageWords[stage].label}</Help>
        <span className={styles.count}>
          {format.whole(count)}
          <span className="hidden-visually">{count === 1 ? ' person' : ' people'}</span>
        </span>
        {limit !== null && (
          <span className={styles.limit} data-over={tooMany > 0} {...limitPeek}>
            {count === all ? `of ${format.whole(limit)}` : `(${format.whole(all)} of ${format.whole(limit)})`}
            {tooMany > 0 && <Icon name="warning" size={14} />}
            {tooMany > 0 && <span className="hidden-visually">, {format.whole(tooMany)} over limit</span>}
          </span>
        )}
        {onClose && (
          <IconButton icon="close" label={`Fold ${stageWords[stage].label}`} onClick={onClose} size="small" />
        )}
      </h2>
      <p className={styles.facts}>
        {(amount > 0 || openAmount > 0) && <span {...moneyPeek}>{format.shortMoney(amount)}</span>}
        {medianDays !== null && <span {...daysPeek}>{format.whole(medianDays)} d</span>}
      </p>
      <p className={styles.entry} {...entryPeek}>
        {entry}
      </p>
    </header>
  );
}

/** What the money of the head is, and what of it is to be expected. */
function moneyWords({ stage, amount, openAmount, expectedAmount }: BoardColumn, format: Format): string {
  const open =
    openAmount > 0
      ? `${format.money(openAmount)} in open deals, ${format.money(expectedAmount)} weighted by probability.`
      : '';
  return stage === 'customer' ? `${format.money(amount)} won with these customers. ${open}`.trim() : open;
}

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
