// How the file is understood: how it was read, what each column is, what their words mean with us.

import type { ImportColumn, Mapping } from '../../../shared/import.ts';
import { type ImportTarget, importTargets } from '../../../shared/import-targets.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
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
  const policy = policies.some(one => one.value === mapping.policy) ? mapping.policy : 'fill';
  return (
    <div className={styles.map}>
      <p className={styles.lead}>
        {format.whole(preview.rowCount)} rows, {filled.length} columns with something in them
        {preview.source && <>, from {preview.source.label}</>}.
        {remembered && ' Such a file was imported before; it is understood the same way.'}
      </p>
      <Reading importing={importing} preview={preview} />
      {preview.problems.length > 0 && (
        <Notice tone="warning">
          {preview.problems.slice(0, 3).map(problem => (
            <p key={`${problem.line}${problem.message}`}>
              Line {problem.line}: {problem.message}
            </p>
          ))}
        </Notice>
      )}
      <div className={styles.scroll}>
        <table className={styles.columns}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">For example</th>
              <th scope="col">Becomes</th>
            </tr>
          </thead>
          <tbody>
            {filled.map(column => (
              <tr key={column.index}>
                <th scope="row">
                  <span className={styles.letter}>{column.letter}</span> {column.header || 'No header'}
                </th>
                <td className={styles.examples}>{column.examples.slice(0, 3).join('  ·  ')}</td>
                <td>
                  <Choice
                    clearable
                    label={`${column.header || column.letter} becomes`}
                    onChange={target =>
                      importing.setMapping(withTarget(mapping, column, target as ImportTarget | null))
                    }
                    options={targets}
                    placeholder="Left out"
                    value={mapping.columns.find(one => one.column === column.index)?.target ?? null}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Values columns={preview.columns} mapping={mapping} onMapping={importing.setMapping} />
      <div className={styles.policy}>
        <span>People who are here already:</span>
        <Segments
          label="People who are here already"
          onChange={next => importing.setMapping({ ...mapping, policy: next })}
          options={policies}
          value={policy}
        />
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => importing.back('choose')}>Another file</Button>
        <Button look="primary" onClick={importing.check}>
          See what would happen
        </Button>
      </div>
    </div>
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
