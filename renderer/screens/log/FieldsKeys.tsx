// Below the three fields: their keys, and the last entry to repeat.
import { keysOf } from '../../../shared/actions.ts';
import { Button } from '../../ui/Button.tsx';
import { type LastLog, lastText } from './last.ts';
import styles from './log.module.css';
import type { LogLead } from './log-leads.ts';
import { namesOf } from './log-text.ts';

type Props = {
  /** Null: there is none, or it stands in the fields already. */
  readonly last: LastLog | null;
  readonly leads: readonly LogLead[];
  readonly onRepeat: (last: LastLog) => void;
};

export const FieldsKeys = ({ last, leads, onRepeat }: Props) => (
  <div className={styles.keys}>
    <p>
      Enter moves on, and logs after “What”. Tab moves to “When”. Shift+Enter adds another person. Paste a list to add
      many. {leads.length > 1 && `Logging for ${leads.length} people: ${namesOf(leads)}.`}
    </p>
    {last && (
      <p className={styles.again}>
        Last time: {lastText(last)}.
        <Button keys={keysOf('log-again')} look="plain" onClick={() => onRepeat(last)} size="small">
          Repeat
        </Button>
      </p>
    )}
  </div>
);
