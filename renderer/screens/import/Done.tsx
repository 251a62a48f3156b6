// What an import has done, and the ways on from here.
import type { Output } from '../../../shared/contract.ts';
import { go } from '../../app/use-place.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './import.module.css';
import { Counts, Names, Refused } from './Outcome.tsx';
import { useTakeBack } from './use-take-back.ts';

type Props = { readonly result: Output<'imports.run'>; readonly onAnother: () => void };

export function Done({ result, onAnother }: Props) {
  const takeBack = useTakeBack(onAnother);
  return (
    <div className={styles.map}>
      <p className={styles.lead}>The file is imported.</p>
      <Counts counts={result.counts} />
      <Names names={result.promoted} open title="Became MQL" total={result.counts.promoted} />
      <Names names={result.created} open title="New" total={result.counts.created} />
      <Refused refused={result.refused} total={result.counts.refused} />
      <div className={styles.buttons}>
        <Button icon="undo" onClick={() => takeBack(result.batchId)}>
          Take this import back
        </Button>
        <Button onClick={onAnother}>Import another file</Button>
        <Button look="primary" onClick={() => go('leads')}>
          See the leads
        </Button>
      </div>
    </div>
  );
}
