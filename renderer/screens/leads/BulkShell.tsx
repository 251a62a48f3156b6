// Frame of a bulk form.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Input as CallInput } from '../../../shared/contract.ts';
import type { Problem } from '../../api/lead-button.ts';
import { ProblemLine } from '../../parts/leads/ProblemLine.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './filters.module.css';
import type { Run } from './use-bulk.ts';

export type BulkInput = CallInput<'bulk.run'>['action'];

type ShellProps = {
  readonly button: string;
  /** The action, or the sentence that says what is missing. */
  readonly read: () => readonly [BulkInput, (count: string) => string] | string;
  readonly run: Run;
  readonly children: ReactNode;
};

export function BulkShell({ button, read, run, children }: ShellProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <form
      className={styles.form}
      onSubmit={async (event: FormEvent) => {
        event.preventDefault();
        const action = read();
        setProblem(typeof action === 'string' ? action : await run(...action));
      }}
    >
      {children}
      {problem && <ProblemLine className={styles.problem} problem={problem} />}
      <div className={styles.editorFoot}>
        <Button look="primary" size="small" type="submit">
          {button}
        </Button>
      </div>
    </form>
  );
}
