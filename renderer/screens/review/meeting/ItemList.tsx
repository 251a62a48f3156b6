// List of action items with owner and due date.
import type { ActionItem } from '../../../../shared/meeting.ts';
import { rowKey } from '../../../api/row-key.ts';
import { useCommand } from '../../../api/use-command.ts';
import { byId, useWorkspace } from '../../../api/workspace.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { useFormat } from '../../../ui/format.tsx';
import styles from './item-list.module.css';

type Listed = ActionItem & {
  /** The name that closing kept; the team's own name otherwise. */
  readonly member?: string | null;
};
type Props = {
  readonly label: string;
  readonly items: readonly Listed[];
  /** False: they are only read. */
  readonly ticks?: boolean;
  readonly onChange?: (item: ActionItem) => void;
  readonly onRemove?: (item: ActionItem) => void;
};

export const ItemList = ({ label, items, ...rest }: Props) => (
  <ul aria-label={label} className={styles.items}>
    {items.map(item => (
      <Row item={item} key={rowKey(item.id)} {...rest} />
    ))}
  </ul>
);

type RowProps = Omit<Props, 'label' | 'items'> & { readonly item: Listed };

function Row({ item, ticks = true, onChange, onRemove }: RowProps) {
  const format = useFormat();
  const { members, today } = useWorkspace();
  const { run } = useCommand('meeting.tickItem');
  const { id, text, dueOn, doneAt } = item;
  const done = doneAt !== null;
  const who = item.member ?? byId(members, item.memberId)?.name ?? null;
  const late = !done && dueOn !== null && dueOn < today;
  const tick = () => run({ id, done: !done }, { done: done ? `Reopen: ${text}` : `Done: ${text}` });
  return (
    <li className={styles.item} data-done={done}>
      <label className={styles.tick}>
        <input aria-label={text} checked={done} disabled={!ticks} onChange={() => void tick()} type="checkbox" />
        <span className={styles.text}>{text}</span>
      </label>
      <span className={styles.meta}>
        {who ?? 'Unassigned'},{' '}
        <span data-late={late && ticks}>
          {done ? (
            <>
              done <DateText at={doneAt} />
            </>
          ) : dueOn === null ? (
            'no due date'
          ) : (
            `${late && ticks ? 'overdue since' : 'by'} ${format.date(dueOn)}`
          )}
        </span>
      </span>
      {(onChange || onRemove) && (
        <span className={styles.tools}>
          {onChange && <IconButton icon="edit" label={`Edit “${text}”`} onClick={() => onChange(item)} size="small" />}
          {onRemove && (
            <IconButton icon="trash" label={`Delete “${text}”`} onClick={() => onRemove(item)} size="small" />
          )}
        </span>
      )}
    </li>
  );
}
