// The numbers of a chart as a table, each of which still opens what stands behind it.
import styles from './chart.module.css';
import { chartTable } from './chart-table.ts';
import type { ChartSpec, PickedMark } from './types.ts';

type Props = { readonly spec: ChartSpec; readonly onPick?: ((picked: PickedMark) => void) | undefined };

export function ChartTable({ spec, onPick }: Props) {
  const { heads, rows, seriesOf } = chartTable(spec);
  const opens = (category: number, series: number): boolean => {
    const one = spec.series[series];
    return one !== undefined && one.kind !== 'curve' && (one.values[category] ?? 0) !== 0;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={`${spec.title}, as a table`} className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ category, cells: [name = '', ...cells] }) => (
            <tr key={category}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => {
                const series = seriesOf[index + 1] ?? null;
                return (
                  <td key={heads[index + 1]}>
                    {onPick && series !== null && opens(category, series) ? (
                      <button className={styles.number} onClick={() => onPick({ category, series })} type="button">
                        {cell}
                      </button>
                    ) : (
                      cell
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
