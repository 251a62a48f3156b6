// The parts of the line as chips: a click, or Alt with the digit, changes one.
import { Icon } from '../../../ui/Icon.tsx';
import type { Chip } from './chips.ts';
import styles from './line.module.css';
import type { PartId } from './shown.ts';

type Props = {
  readonly chips: readonly Chip[];
  readonly open: PartId | null;
  readonly onOpen: (at: PartId) => void;
};

export const LineChips = ({ chips, open, onOpen }: Props) => (
  <ul aria-label="What the line says" className={styles.chips}>
    {chips.map(chip => (
      <li key={`${chip.part} ${chip.index}`}>
        <button
          aria-expanded={open?.part === chip.part && open.index === chip.index}
          aria-keyshortcuts={`Alt+${chip.digit}`}
          className={styles.chip}
          data-state={chip.state}
          onClick={() => onOpen({ part: chip.part, index: chip.index })}
          type="button"
        >
          <Icon name={chip.state === 'ask' ? 'help' : chip.icon} size={16} />
          <span className={styles.chipText}>
            <span className={styles.chipLabel}>{chip.label}</span>
            <span className={styles.chipValue}>
              {chip.value} {chip.more && <small>{chip.more}</small>}
            </span>
          </span>
          <kbd aria-hidden className={styles.digit}>
            {chip.digit}
          </kbd>
        </button>
      </li>
    ))}
  </ul>
);
