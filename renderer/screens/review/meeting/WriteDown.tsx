// Buttons of a meeting form.
import { Button } from '../../../ui/Button.tsx';
import styles from './talk.module.css';

type Props = {
  /** Something that is there already is being changed. */
  readonly editing: boolean;
  readonly onCancel: (() => void) | undefined;
};

export const WriteDown = ({ editing, onCancel }: Props) => (
  <span className={styles.end}>
    {onCancel && (
      <Button look="plain" onClick={onCancel}>
        Cancel
      </Button>
    )}
    <Button keys="Enter" look="primary" type="submit">
      {editing ? 'Save' : 'Add'}
    </Button>
  </span>
);
