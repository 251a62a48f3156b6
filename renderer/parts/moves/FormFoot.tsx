// Footer of a move dialog: error, cancel, submit.
import type { Problem } from '../../api/lead-button.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemLine } from '../leads/ProblemLine.tsx';
import styles from './moves.module.css';

type Props = {
  readonly label: string;
  readonly error: Problem | null;
  readonly busy: boolean;
  readonly onCancel: () => void;
};

export const FormFoot = ({ label, error, busy, onCancel }: Props) => (
  <>
    {error && <ProblemLine className={styles.error} problem={error} />}
    <div className={styles.foot}>
      <Button onClick={onCancel}>Cancel</Button>
      <Button disabled={busy} look="primary" type="submit">
        {label}
      </Button>
    </div>
  </>
);
