// How the file is understood: how it was read, what each column is, what their words mean with us.

import type { ImportColumn, Mapping } from '../../../shared/import.ts';
import { type ImportTarget, importTargets } from '../../../shared/import-targets.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import { openQuestions, Questions } from './Questions.tsx';
import { Reading } from './Reading.tsx';
import type { Importing, Understood } from './use-import.ts';
import { Values } from './Values.tsx';

const targets = Object.entries(importTargets).map(([value, { label }]) => ({ value, label }));
const policies = [
  { value: 'fill', label: 'Fill in what is missing' },
  { value: 'overwrite', label: 'Overwrite' },
  { value: 'skip', label: 'Leave as they are' },
] as const;

export function MapColumns({ importing, understood }: { importing: Importing; understood: Understood }) {
  const format = useFormat();
  const { preview, mapping, remembered } = understood;
  const filled = preview.columns.filter(column => column.filled > 0);
  const used = new Set(mapping.columns.map(({ column }) => column));
  const understoodColumns = filled.filter(({ index }) => used.has(index));
  const leftOut = filled.filter(({ index }) => !used.has(index));
  const policy = policies.some(one => one.value === mapping.policy) ? mapping.policy : 'fill';
  const questions = openQuestions(preview.columns, mapping).length;
  const table = (columns: readonly ImportColumn[], label: string) => (
    <ColumnTable columns={columns} label={label} mapping={mapping} onMapping={importing.setMapping} />
  );
  return (
    <div className={styles.map}>
      <div className={styles.sentence}>
        <p>
          <b>{format.whole(preview.rowCount)}</b> {preview.rowCount === 1 ? 'row' : 'rows'}
          {preview.source && <>, from {preview.source.label}</>}. {understoodColumns.length} of {filled.length} columns
          are understood
          {questions === 1
            ? ', and one thing must be asked'
            : questions > 1 && `, and ${questions} things must be asked`}
          .
        </p>
        {remembered && <p className={styles.quiet}>Such a file was imported before; it is understood the same way.</p>}
      </div>
      <Questions columns={preview.columns} mapping={mapping} onMapping={importing.setMapping} />
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
      {table(understoodColumns, 'What is taken')}
      {leftOut.length > 0 && (
        <details className={styles.leftOut} open={understoodColumns.length === 0}>
          <summary>
            {leftOut.length === 1 ? 'One column is left out' : `${leftOut.length} columns are left out`}:{' '}
            <span className={styles.quiet}>
              {leftOut
                .slice(0, 6)
                .map(({ header, letter }) => header || letter)
                .join(', ')}
              {leftOut.length > 6 && ', …'}
            </span>
          </summary>
          {table(leftOut, 'What is left out')}
        </details>
      )}
      <Values columns={preview.columns} mapping={mapping} onMapping={importing.setMapping} />
      <Reading importing={importing} preview={preview} />
      <div className={styles.policy}>
        <span>People who are here already:</span>
        <Segments
          label="People who are here already"
          onChange={next => importing.setMapping({ ...mapping, policy: next })}
          options={policies}
          value={policy}
        />
      </div>
      <div className={styles.foot}>
        <Button onClick={() => importing.back('choose')}>Another file</Button>
        <Button look="primary" onClick={importing.check}>
          See what would happen
        </Button>
      </div>
    </div>
  );
}

type TableProps = {
  readonly label: string;
  readonly columns: readonly ImportColumn[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

function ColumnTable({ label, columns, mapping, onMapping }: TableProps) {
  if (columns.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
    <section aria-label={label} className={styles.scroll} tabIndex={0}>
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">For example</th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(column => (
            <tr key={column.index}>
              <th scope="row">
                <span className={styles.letter}>{column.letter}</span> {column.header || 'No header'}
              </th>
              <td className={styles.examples} dir="auto">
                {column.examples.slice(0, 3).join('  ·  ')}
              </td>
              <td>
                <Choice
                  clearable
                  label={`${column.header || column.letter} becomes`}
                  onChange={target => onMapping(withTarget(mapping, column, target as ImportTarget | null))}
                  options={targets}
                  placeholder="Left out"
                  value={mapping.columns.find(one => one.column === column.index)?.target ?? null}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The mapping with one column becoming something else, or nothing. */
function withTarget(mapping: Mapping, column: ImportColumn, target: ImportTarget | null): Mapping {
  const others = mapping.columns.filter(one => one.column !== column.index);
  if (target === null) return { ...mapping, columns: others };
  const { kind } = importTargets[target];
  const read = {
    ...(kind === 'date' ? { dateOrder: column.dateOrder ?? ('dmy' as const) } : {}),
    ...((kind === 'number' || kind === 'money') && column.decimal ? { decimal: column.decimal } : {}),
  };
  const columns = [...others, { column: column.index, target, ...read }].sort((a, b) => a.column - b.column);
  return { ...mapping, columns };
}
