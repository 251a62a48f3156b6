// Cells without a field of their own: all of them opened, saved as a file, or made a custom field by one click.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { ImportColumn, Mapping } from '../../../shared/import.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './findings.module.css';
import { newFieldOf, withChoice } from './mapping-edits.ts';
import type { Importing } from './use-import.ts';

type Props = {
  readonly columns: readonly ImportColumn[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  readonly importing: Pick<Importing, 'cells' | 'saveCells' | 'job'>;
};

type Rows = Output<'imports.cells'>['rows'];

const nameOf = ({ header, letter }: ImportColumn): string => header.trim() || `Column ${letter}`;

/** The column becomes a custom field of its name and leaves the notes. */
const asField = (mapping: Mapping, column: ImportColumn): Mapping => {
  const use = mapping.columns.find(one => one.column === column.index) ?? null;
  return withChoice(mapping, column, use, `customField:${newFieldOf(column)}`);
};

export function Unplaced({ columns, mapping, onMapping, importing }: Props) {
  const [found, setFound] = useState<{ readonly rows: Rows; readonly more: boolean }>({ rows: [], more: true });
  const indices = columns.map(({ index }) => index);
  const show = async (): Promise<void> => {
    const next = await importing.cells(indices, found.rows.length);
    if (next) setFound({ rows: [...found.rows, ...next.rows], more: next.more });
  };
  const fields = columns.length === 1 ? columns : columns.slice(0, 12);
  return (
    <>
      <div className={styles.fields}>
        {fields.map(column => (
          <Button key={column.index} onClick={() => onMapping(asField(mapping, column))} size="small">
            {`Create custom field “${nameOf(column).slice(0, 40)}”`}
          </Button>
        ))}
        {columns.length > 1 && (
          <Button onClick={() => onMapping(columns.reduce(asField, mapping))} size="small">
            {`Create ${columns.length} custom fields`}
          </Button>
        )}
        <Button icon="file" onClick={() => void importing.saveCells(indices)} size="small">
          Save these cells
        </Button>
      </div>
      <details onToggle={event => event.currentTarget.open && found.rows.length === 0 && void show()}>
        <summary>Show all cells</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {columns.map(column => (
                <th dir="auto" key={column.index} scope="col">
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.rows.map(({ line, cells }) => (
              <tr key={line}>
                <td>{line}</td>
                {cells.map((cell, i) => (
                  <td dir="auto" key={columns[i]?.index ?? i}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {found.more && found.rows.length > 0 && (
          <Button disabled={importing.job !== null} onClick={() => void show()} size="small">
            Show more cells
          </Button>
        )}
      </details>
    </>
  );
}
