// Step "Map columns": row meaning, columns, values, file format.
import type { DuplicatePolicy, ImportColumn } from '../../../shared/import.ts';
import { otherCurrencies } from '../../../shared/import-currency.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { Fixed } from './Fixed.tsx';
import styles from './import.module.css';
import { Meaning } from './Meaning.tsx';
import { Questions } from './Questions.tsx';
import { questionsOf } from './questions-of.ts';
import { Reading } from './Reading.tsx';
import { Recalled } from './Recalled.tsx';
import type { Importing, Understood } from './use-import.ts';
import { Values } from './Values.tsx';

const policies: readonly { readonly value: DuplicatePolicy; readonly label: string }[] = [
  { value: 'fill', label: 'Fill in missing values' },
  { value: 'overwrite', label: 'Overwrite' },
  { value: 'skip', label: 'Leave unchanged' },
  { value: 'create', label: 'Add again' },
];

export function MapColumns({ importing, understood }: { importing: Importing; understood: Understood }) {
  const format = useFormat();
  const { preview, mapping, remembered } = understood;
  const { setMapping } = importing;
  const filled = preview.columns.filter(column => column.filled > 0);
  const used = new Set(mapping.columns.map(({ column }) => column));
  const understoodColumns = filled.filter(({ index }) => used.has(index));
  const leftOut = filled.filter(({ index }) => !used.has(index));
  const questions = questionsOf(preview, mapping, remembered).length;
  const { currency } = useWorkspace().settings;
  const foreign = otherCurrencies(preview, mapping, currency);
  const table = (columns: readonly ImportColumn[], label: string) => (
    <ColumnTable all={preview.columns} columns={columns} label={label} mapping={mapping} onMapping={setMapping} />
  );
  return (
    <div className={styles.map}>
      <div className={styles.sentence}>
        <p>
          <b>{format.whole(preview.rowCount)}</b> {preview.rowCount === 1 ? 'row' : 'rows'}
          {preview.source && <>, from {preview.source.label}</>}. {understoodColumns.length} of {filled.length} columns
          recognized
          {questions === 1 ? ', and one question is open' : questions > 1 && `, and ${questions} questions are open`}.
        </p>
      </div>
      <Recalled importing={importing} understood={understood} />
      <Questions mapping={mapping} onMapping={setMapping} preview={preview} remembered={remembered} />
      {foreign.length > 0 && (
        <Notice tone="warning">
          Amounts in this file are in {foreign.join(' and ')}; this workspace uses {currency}. They are imported without
          conversion.
        </Notice>
      )}
      {preview.problems.length > 0 && (
        <Notice tone="warning">
          {preview.problems.slice(0, 3).map(problem => (
            <p key={`${problem.line}${problem.message}`}>
              {problem.line > 0 && `Line ${problem.line}: `}
              {problem.message}
            </p>
          ))}
        </Notice>
      )}
      <Meaning mapping={mapping} onMapping={setMapping} />
      {table(understoodColumns, 'Mapped columns')}
      {leftOut.length > 0 && (
        <details className={styles.leftOut} open={understoodColumns.length === 0}>
          <summary>
            {leftOut.length === 1 ? 'One column is skipped' : `${leftOut.length} columns are skipped`}:{' '}
            <span className={styles.quiet}>
              {leftOut
                .slice(0, 6)
                .map(({ header, letter }) => header || letter)
                .join(', ')}
              {leftOut.length > 6 && ', …'}
            </span>
          </summary>
          {table(leftOut, 'Skipped columns')}
        </details>
      )}
      <Fixed mapping={mapping} onMapping={setMapping} />
      <Values columns={preview.columns} mapping={mapping} onMapping={setMapping} />
      <Reading importing={importing} preview={preview} />
      {mapping.rows !== 'campaigns' && mapping.rows !== 'reach' && (
        <div className={styles.policy}>
          <span>Existing leads:</span>
          <Segments
            label="Existing leads"
            onChange={policy => setMapping({ ...mapping, policy })}
            options={policies}
            value={mapping.policy}
          />
        </div>
      )}
      <div className={styles.foot}>
        <Button onClick={() => importing.back('choose')}>Choose another file</Button>
        <Button look="primary" onClick={importing.check}>
          Preview import
        </Button>
      </div>
    </div>
  );
}
