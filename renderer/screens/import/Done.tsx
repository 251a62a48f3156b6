// What an import has done, and the ways on from here.
import type { Output } from '../../../shared/contract.ts';
import { go } from '../../app/use-place.ts';
import { Button } from '../../ui/Button.tsx';
import { useDropped } from './dropped.ts';
import styles from './import.module.css';
import { Counts, Names, Refused, Warnings } from './Outcome.tsx';
import { useTakeBack } from './use-take-back.ts';

type Props = {
  readonly result: Output<'imports.run'>;
  readonly onAnother: () => void;
  readonly onSaveRefused: () => void;
};

export function Done({ result, onAnother, onSaveRefused }: Props) {
  const takeBack = useTakeBack(onAnother);
  const [next] = useDropped();
  return (
    <div className={styles.map}>
      <p className={styles.lead}>The file is imported.</p>
      <Counts counts={result.counts} />
      <Names names={result.promoted} open title="Became MQL" total={result.counts.promoted} />
      <Names names={result.created} open title="New" total={result.counts.created} />
      <Refused onSave={onSaveRefused} refused={result.refused} total={result.counts.refused} />
      <Warnings total={result.warned} warnings={result.warnings} />
      <div className={styles.foot}>
        <Button icon="undo" onClick={() => takeBack(result.batchId)}>
          Take this import back
        </Button>
        {next === undefined && <Button onClick={onAnother}>Import another file</Button>}
        <Button look={next === undefined ? 'primary' : 'quiet'} onClick={() => go('leads')}>
          See the leads
        </Button>
        {next !== undefined && (
          <Button look="primary" onClick={onAnother}>
            {`Go on with ${next.split(/[\\/]/).at(-1)}`}
          </Button>
        )}
      </div>
    </div>
  );
}
