// File format settings with the first rows.
import type { Preview } from '../../../shared/import.ts';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import styles from './import.module.css';
import type { Importing } from './use-import.ts';

const delimiters = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Pipe' },
];
/** Rows and columns of the preview: enough to see whether it is right. */
const shownRows = 5;
const shownColumns = 12;

export function Reading({ importing, preview }: { readonly importing: Importing; readonly preview: Preview }) {
  const { reread } = importing;
  const lines = Math.max(12, preview.headerRow + 4);
  const heads = Array.from({ length: lines }, (_, row) => ({ value: String(row), label: `Line ${row + 1}` }));
  const known = delimiters.some(({ value }) => value === preview.delimiter);
  const dividers = known ? delimiters : [...delimiters, { value: preview.delimiter, label: preview.delimiter }];
  return (
    <details className={styles.reading} open={preview.problems.length > 0}>
      <summary>File format</summary>
      <div className={styles.choices}>
        {(preview.format === 'text' || preview.format === 'cards') && (
          <Field label="Encoding" layout="stack" meaning="How characters are stored. Change it if names look garbled.">
            {ids => (
              <Choice
                {...ids}
                label="Encoding"
                onChange={encoding => encoding && reread({ encoding })}
                options={preview.encodings.map(({ id, label }) => ({ value: id, label }))}
                value={preview.encoding}
              />
            )}
          </Field>
        )}
        {preview.format === 'text' && (
          <Field label="Delimiter" layout="stack">
            {ids => (
              <Choice
                {...ids}
                label="Delimiter"
                onChange={delimiter => delimiter && reread({ delimiter })}
                options={dividers}
                value={preview.delimiter}
              />
            )}
          </Field>
        )}
        {preview.sheets.length > 1 && (
          <Field label="Sheet" layout="stack">
            {ids => (
              <Choice
                {...ids}
                label="Sheet"
                onChange={sheet => sheet && reread({ sheet: Number(sheet) })}
                options={preview.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
                value={String(preview.sheet)}
              />
            )}
          </Field>
        )}
        {preview.format !== 'cards' && (
          <Field label="Header row" layout="stack">
            {ids => (
              <Choice
                {...ids}
                label="Header row"
                onChange={row => row && reread({ headerRow: Number(row), headerRows: 1 })}
                options={[{ value: '-1', label: 'No header row' }, ...heads]}
                value={String(preview.headerRow)}
              />
            )}
          </Field>
        )}
        {preview.format !== 'cards' && preview.headerRow >= 0 && (
          <Field label="Header height" layout="stack">
            {ids => (
              <Choice
                {...ids}
                label="Header height"
                onChange={rows => rows && reread({ headerRow: preview.headerRow, headerRows: rows === '2' ? 2 : 1 })}
                options={[
                  { value: '1', label: 'One row' },
                  { value: '2', label: 'Two rows, combined' },
                ]}
                value={String(preview.headerRows)}
              />
            )}
          </Field>
        )}
      </div>
      <div className={styles.scroll}>
        <table className={styles.preview}>
          <thead>
            <tr>
              {preview.columns.slice(0, shownColumns).map(column => (
                <th key={column.index} scope="col">
                  {column.header || column.letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, shownRows).map((row, index) => (
              <tr key={preview.lines[index]}>
                {preview.columns.slice(0, shownColumns).map(column => (
                  <td dir="auto" key={column.index}>
                    {row[column.index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
