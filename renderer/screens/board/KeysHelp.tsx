// The keys of the board, one hover or one Tab away.
import { IconButton } from '../../ui/Button.tsx';
import { useHoverCard } from '../../ui/hover-card/use-hover-card.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './board.module.css';

export const boardKeys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['←', '→', '↑', '↓'], 'Move between cards'],
  [['Enter'], 'Open'],
  [['Shift+→', 'Shift+←'], 'Move to the next or previous stage'],
  [['Alt+↑', 'Alt+↓'], 'Move up or down, in manual order'],
  [['Space'], 'Pick up, move with the arrow keys, drop'],
  [['M'], 'Card menu'],
  [['N'], 'Next step'],
  [['X'], 'Select'],
];

export function KeysHelp() {
  const hoverCard = useHoverCard(() => <KeyList />, 'card');
  return (
    <span {...hoverCard}>
      <IconButton {...hoverCard} icon="help" label="Board shortcuts" />
    </span>
  );
}

const KeyList = () => (
  <dl className={styles.keys}>
    {boardKeys.map(([pressed, does]) => (
      <div key={does}>
        <dt>
          {pressed.map(key => (
            <Kbd keys={key} key={key} />
          ))}
        </dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
);
