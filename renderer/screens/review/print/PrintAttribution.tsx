// What brought MQLs, customers and revenue, on paper: credit shared evenly among all touches.
import type { Attribution } from '../../../../shared/figures.ts';
import { Part, shortTable } from '../../../parts/print/Part.tsx';
import styles from '../../../parts/print/print.module.css';
import { useFormat } from '../../../ui/format.tsx';
import { attributionColumns, byLabels, missingReason, modelMeanings } from '../attribution-columns.ts';

/** Lines on paper; the screen has the others. */
const most = 20;

export function PrintAttribution({ attribution }: { readonly attribution: Attribution }) {
  const format = useFormat();
  const columns = attributionColumns(format, attribution, 'every');
  const rows = attribution.rows.slice(0, most);
  const more = attribution.rows.length - rows.length + attribution.more;
  return (
    <Part title={`What brought them: ${byLabels[attribution.by].toLowerCase()}`}>
      <p>{modelMeanings.every}</p>
      <table className={styles.table} data-narrow="true" data-short={rows.length <= shortTable}>
        <thead>
          <tr>
            <td />
            {columns.map(({ label }) => (
              <th data-number="true" key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id ?? 'none'}>
              <th scope="row">{row.label}</th>
              {columns.map(({ label, text }) => {
                const cell = text(row);
                return (
                  <td data-number="true" key={label}>
                    {cell?.value ?? '–'}
                    {cell === null && <small>{missingReason(row)}</small>}
                    {cell?.small && <small>{cell.small}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p>{more} more with less credit.</p>}
    </Part>
  );
}
