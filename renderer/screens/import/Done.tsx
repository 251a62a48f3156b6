// Result of an import, and next actions.
import type { Output } from '../../../shared/contract.ts';
import { go } from '../../parts/navigation/use-route.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { holdDropped, useDropped } from './dropped.ts';
import styles from './import.module.css';
import type { FileDone } from './import-store.ts';
import { Counts, Names, RejectedRows, Warnings } from './Outcome.tsx';
import { nameOf } from './source-text.ts';
import { useTakeBack } from './use-take-back.ts';

type Props = {
  readonly result: Output<'imports.run'>;
  /** Files that were imported the same way before it. */
  readonly before: readonly FileDone[];
  readonly fileName: string;
  readonly isMail: boolean;
  readonly onRest: () => void;
  readonly onAnother: () => void;
  readonly onSaveRejected: () => void;
};

export function Done({ result, before, fileName, isMail, onAnother, onRest, onSaveRejected }: Props) {
  const takeBack = useTakeBack(() => {
    holdDropped();
    onAnother();
  });
  const waiting = useDropped();
  const [next] = waiting;
  const format = useFormat();
  return (
    <div className={styles.map}>
      <p className={styles.lead}>File imported.</p>
      {before.length > 0 && (
        <ul className={styles.names}>
          {[...before, { fileName, counts: result.counts }].map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
            <li key={index}>
              <b>{file.fileName}</b> {format.whole(file.counts.created)} new, {format.whole(file.counts.updated)}{' '}
              updated
              {file.counts.rejected > 0 && `, ${format.whole(file.counts.rejected)} rejected`}
            </li>
          ))}
        </ul>
      )}
      <Counts counts={result.counts} isMail={isMail} />
      <Names names={result.promoted} open title="Became MQL" total={result.counts.promoted} />
      <Names names={result.created} open title="New" total={result.counts.created} />
      <RejectedRows onSave={onSaveRejected} rejected={result.rejected} total={result.counts.rejected} />
      <Warnings total={result.warned} warnings={result.warnings} />
      <div className={styles.foot}>
        <Button icon="undo" onClick={() => takeBack(result.batchId)}>
          Undo import
        </Button>
        {next === undefined && <Button onClick={onAnother}>Import another file</Button>}
        <Button look={next === undefined ? 'primary' : 'quiet'} onClick={() => go('leads')}>
          Open leads
        </Button>
        {next !== undefined && (
          <>
            <Button onClick={onAnother}>{`Continue with ${nameOf(next)}`}</Button>
            <Button look="primary" onClick={onRest}>
              {waiting.length === 1
                ? 'Import the other file the same way'
                : `Import the other ${waiting.length} the same way`}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
