// Preview of an imported criteria file with its differences.
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { call } from '../../../api/call.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { Segments } from '../../../ui/fields/Segments.tsx';
import styles from './start.module.css';

type Read = Output<'criteriaFile.read'>;
type Props = { readonly path: string; readonly onClose: () => void };

const ways = [
  { value: 'add', label: 'Add them' },
  { value: 'leave-out', label: 'Skip their rules' },
] as const;

export function FileDialog({ path, onClose }: Props) {
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [unknown, setUnknown] = useState<'add' | 'leave-out'>('add');
  const take = useCommand('criteriaFile.take');
  useEffect(() => {
    let isWanted = true;
    void call('criteriaFile.read', { path }).then(result => {
      if (!isWanted) return;
      if (result.ok) setRead(result.value);
      else setProblem(result.error.message);
    });
    return () => {
      isWanted = false;
    };
  }, [path]);

  return (
    <Dialog
      help="criteria"
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {read && (
            <Button
              data-autofocus
              disabled={take.busy || read.changes.length === 0}
              look="primary"
              onClick={async () => {
                const result = await take.run(
                  { path, unknown },
                  { done: `“${read.name}” is now your draft. Publish it under Rules.` },
                );
                if (result.ok) onClose();
              }}
            >
              Add to draft
            </Button>
          )}
        </>
      }
      onClose={onClose}
      title={read?.name ?? 'A criteria file'}
      width="wide"
    >
      {problem && <Notice tone="problem">{problem}</Notice>}
      {!problem && !read && <Skeleton />}
      {read && <Differences onUnknown={setUnknown} read={read} unknown={unknown} />}
    </Dialog>
  );
}

type DifferencesProps = {
  readonly read: Read;
  readonly unknown: 'add' | 'leave-out';
  readonly onUnknown: (way: 'add' | 'leave-out') => void;
};

function Differences({
  read: { text, changes, unknown: names, rulesOnUnknown },
  unknown,
  onUnknown,
}: DifferencesProps) {
  return (
    <div className={styles.sheet}>
      <h3>{changes.length === 0 ? 'No differences from your rules' : 'Differences from your rules'}</h3>
      <ul className={styles.text}>
        {changes.map(change => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {names.length > 0 && (
        <div className={styles.unknown}>
          <p>
            You do not log “{names.join('”, “')}” yet; {rulesOnUnknown}{' '}
            {rulesOnUnknown === 1 ? 'rule asks' : 'rules ask'} for it.
          </p>
          <Segments label="Activity types you do not have" onChange={onUnknown} options={ways} value={unknown} />
        </div>
      )}
      <details className={styles.details}>
        <summary>All {text.length} rules in words</summary>
        <ul className={styles.text}>
          {text.map(word => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
