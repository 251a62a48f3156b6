// Footer of a move dialog: error, cancel, submit.
import { Button } from '../../ui/Button.tsx';
import styles from './moves.module.css';

type Props = {
  readonly label: string;
  readonly error: string | null;
  readonly busy: boolean;
  readonly onCancel: () => void;
};

export const FormFoot = ({ label, error, busy, onCancel }: Props) => (
  <>
    {error && (
      <p className={styles.error} role="alert">
        {error}
      </p>
    )}
    <div className={styles.foot}>
      <Button onClick={onCancel}>Cancel</Button>
      <Button disabled={busy} look="primary" type="submit">
        {label}
      </Button>
    </div>
  </>
);
