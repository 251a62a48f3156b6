// Templates: each previewed in plain words with its changes, and used with one button.
import { useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useRead } from '../../../api/use-read.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import styles from './start.module.css';

type ReadySet = Output<'sets.list'>[number];

export function ReadySets() {
  const sets = useRead('sets.list', {});
  const [reading, setReading] = useState<string | null>(null);
  return (
    <section aria-labelledby="sets" className={styles.section}>
      <h2 id="sets">Templates</h2>
      <p className={styles.lead}>Choose the closest one and change what does not fit. Your ideal customer stays.</p>
      <QueryBoundary of={sets}>
        {list => (
          <>
            <ul className={styles.sets}>
              {list.map(set => (
                <li key={set.id}>
                  <h3>{set.label}</h3>
                  <p>{set.about}</p>
                  <p className={styles.quiet}>{changeText(set)}</p>
                  <Button aria-label={`Preview ${set.label}`} onClick={() => setReading(set.id)}>
                    Preview
                  </Button>
                </li>
              ))}
            </ul>
            {list
              .filter(({ id }) => id === reading)
              .map(set => (
                <SetDialog key={set.id} onClose={() => setReading(null)} set={set} />
              ))}
          </>
        )}
      </QueryBoundary>
    </section>
  );
}

const changeText = ({ changes }: ReadySet): string =>
  changes.length === 0
    ? 'Same as your current rules.'
    : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} to your rules.`;

function SetDialog({ set, onClose }: { readonly set: ReadySet; readonly onClose: () => void }) {
  const { label, about, text, changes, newTypes } = set;
  const take = useCommand('sets.take');
  return (
    <Dialog
      help="criteria"
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button
            data-autofocus
            disabled={take.busy || changes.length === 0}
            look="primary"
            onClick={async () => {
              const result = await take.run(
                { id: set.id },
                { done: `“${label}” is now your draft. Publish it under Rules.` },
              );
              if (result.ok) onClose();
            }}
          >
            Use template
          </Button>
        </>
      }
      onClose={onClose}
      title={label}
      width="wide"
    >
      <div className={styles.sheet}>
        <p>{about}</p>
        {newTypes.length > 0 && <p className={styles.quiet}>It adds the activity type “{newTypes.join('”, “')}”.</p>}
        <h3>{changes.length === 0 ? 'No changes' : 'Changes'}</h3>
        <ul className={styles.text}>
          {changes.map(change => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <details className={styles.details}>
          <summary>All {text.length} rules in words</summary>
          <ul className={styles.text}>
            {text.map(word => (
              <li key={word}>{word}</li>
            ))}
          </ul>
        </details>
      </div>
    </Dialog>
  );
}
