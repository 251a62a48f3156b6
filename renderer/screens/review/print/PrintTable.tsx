// Channels, campaigns or team on paper: the table of the screen, narrow enough for the sheet.
import type { FigureTable, Measure, Unit } from '../../../../shared/figures.ts';
import { Part, shortTable } from '../../../parts/print/Part.tsx';
import styles from '../../../parts/print/print.module.css';
import { useFormat } from '../../../ui/format.tsx';
import { withNumbers } from '../figure-layout.ts';
import { lowerFirst, wholeWords, withoutText } from '../figure-text.ts';

export function PrintTable({ table }: { readonly table: FigureTable }) {
  const shown = withNumbers(table);
  const { label, columns, rows, total } = shown.table;
  const missing = withoutText(shown.without);
  if (rows.length === 0 || columns.length === 0) return null;
  return (
    <Part title={label}>
      <table className={styles.table} data-narrow="true" data-short={rows.length <= shortTable}>
        <thead>
          <tr>
            <td />
            {columns.map(column => (
              <th data-number="true" key={column.figureId} scope="col">
                {column.label.replace(', of new MQLs', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, { id: 'total', label: 'Total', cells: total }].map(row => (
            <tr data-total={row.id === 'total'} key={row.id ?? 'none'}>
              <th scope="row">{row.label}</th>
              {columns.map(({ figureId, unit }, index) => (
                <td data-number="true" key={figureId}>
                  <Cell measure={row.cells[index]} unit={unit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {missing && <p className={styles.small}>{missing}</p>}
    </Part>
  );
}

function Cell({ measure, unit }: { readonly measure: Measure | undefined; readonly unit: Unit }) {
  const format = useFormat();
  if (measure === undefined) return null;
  if (measure.value === null) return <small>{lowerFirst(measure.why ?? 'not known')}</small>;
  return (
    <>
      {wholeWords(format, unit, measure.value)}
      {unit !== 'leads' && measure.n > 0 && (
        <small>{measure.numerator === null ? `n ${measure.n}` : `${measure.numerator} of ${measure.n}`}</small>
      )}
    </>
  );
}
