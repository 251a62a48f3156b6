// Details and mapping of an earlier import.
import type { Output } from '../../../shared/contract.ts';
import type { ColumnMapping, DuplicatePolicy, Mapping } from '../../../shared/import.ts';
import { importTargets, newMark } from '../../../shared/import-targets.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import styles from './import.module.css';
import { Counts } from './Outcome.tsx';

const policyLabels: Readonly<Record<DuplicatePolicy, string>> = {
  fill: 'missing values filled in',
  overwrite: 'existing values overwritten',
  skip: 'existing values kept',
  create: 'added again',
};

type Props = {
  readonly batch: Output<'imports.list'>[number];
  readonly onAnother: () => void;
};

export function HowUnderstood({ batch, onAnother }: Props) {
  const mapping = useRead('imports.mapping', { id: batch.id });
  const customFields = useRead('customFields.list', {}).data ?? [];
  const types = useRead('activityTypes.list', {}).data ?? [];
  const nameOf = ({ target, fieldId, typeId }: ColumnMapping): string => {
    if (fieldId !== undefined) {
      const made = fieldId.startsWith(newMark) ? fieldId.split(':').slice(2).join(':') : undefined;
      return made ?? customFields.find(({ id }) => id === fieldId)?.label ?? importTargets.customField.label;
    }
    return types.find(({ id }) => id === typeId)?.label ?? importTargets[target].label;
  };
  return (
    <div className={styles.understood}>
      <Counts counts={batch.counts} />
      <QueryBoundary of={mapping}>
        {known => (
          <>
            <ul className={styles.pairs}>
              {known.columns.map((use, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column may become the same thing twice
                <li key={index}>
                  <span className={styles.theirs}>{headerOf(known, use)}</span>
                  <span className={styles.quiet}>becomes</span>
                  <span>{nameOf(use)}</span>
                </li>
              ))}
            </ul>
            <p className={styles.quiet}>
              Existing leads {policyLabels[known.policy]}
              {known.fixed.length > 0 &&
                `; for every row: ${known.fixed.map(({ target, value }) => `${importTargets[target].label} ${value}`).join(', ')}`}
              .
            </p>
          </>
        )}
      </QueryBoundary>
      <div>
        <Button icon="file" onClick={onAnother} size="small">
          Import another file like this
        </Button>
      </div>
    </div>
  );
}

const headerOf = ({ headers }: Mapping, { column, part }: ColumnMapping): string =>
  `${headers?.[column] || `Column ${column + 1}`}${part ? `, part ${part.index + 1}` : ''}`;
