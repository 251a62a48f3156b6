// Column header: count, money, median days, and the entry condition.
import type { BoardColumn } from '../../../shared/contract/board.ts';
import { type Stage, stageLabels } from '../../../shared/stages.ts';
import { IconButton } from '../../ui/Button.tsx';
import { type Format, useFormat } from '../../ui/format.tsx';
import { Help } from '../../ui/Help.tsx';
import { useHoverCard } from '../../ui/hover-card/use-hover-card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { StageGlyph } from '../../ui/StageGlyph.tsx';
import styles from './column.module.css';

type Props = {
  readonly column: BoardColumn;
  readonly id: string;
  readonly onHide: (stage: Stage) => void;
};

export function ColumnHead({ column, id, onHide }: Props) {
  const { stage, count, amount, openAmount, medianDays, entry, all, limit } = column;
  const tooMany = limit !== null && all > limit ? all - limit : 0;
  const format = useFormat();
  const entryHoverCard = useHoverCard(() => entry);
  const moneyHoverCard = useHoverCard(() => moneyText(column, format));
  const limitHoverCard = useHoverCard(() =>
    tooMany > 0
      ? `${format.whole(all)} cards with a limit of ${format.whole(limit ?? 0)}: ${format.whole(tooMany)} over the limit. Moves are not blocked.`
      : `Limit: ${format.whole(limit ?? 0)} cards.`,
  );
  const daysHoverCard = useHoverCard(
    () => `Half of them have been in this stage for more than ${daysText(medianDays ?? 0)}.`,
  );
  return (
    <header className={styles.head} data-stage={stage}>
      <h2 className={styles.title} id={id}>
        <StageGlyph stage={stage} />
        <Help meaning={stageLabels[stage].meaning}>{stageLabels[stage].label}</Help>
        <span className={styles.count}>
          {format.whole(count)}
          <span className="hidden-visually">{count === 1 ? ' person' : ' people'}</span>
        </span>
        {limit !== null && (
          <span className={styles.limit} data-over={tooMany > 0} {...limitHoverCard}>
            {count === all ? `of ${format.whole(limit)}` : `(${format.whole(all)} of ${format.whole(limit)})`}
            {tooMany > 0 && <Icon name="warning" size={14} />}
            {tooMany > 0 && <span className="hidden-visually">, {format.whole(tooMany)} over limit</span>}
          </span>
        )}
        <span className={styles.hide}>
          <IconButton
            icon="close"
            label={`Hide ${stageLabels[stage].label}`}
            onClick={() => onHide(stage)}
            size="small"
          />
        </span>
      </h2>
      <p className={styles.attributes}>
        {(amount > 0 || openAmount > 0) && <span {...moneyHoverCard}>{format.shortMoney(amount)}</span>}
        {medianDays !== null && <span {...daysHoverCard}>{format.whole(medianDays)} d</span>}
      </p>
      <p className={styles.entry} {...entryHoverCard}>
        {entry}
      </p>
    </header>
  );
}

/** What the money of the head is, and what of it is to be expected. */
function moneyText({ stage, amount, openAmount, expectedAmount }: BoardColumn, format: Format): string {
  const open =
    openAmount > 0
      ? `${format.money(openAmount)} in open deals, ${format.money(expectedAmount)} weighted by probability.`
      : '';
  return stage === 'customer' ? `${format.money(amount)} won with these customers. ${open}`.trim() : open;
}

const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
