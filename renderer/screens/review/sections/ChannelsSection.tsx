// Channels, campaigns and team side by side: each number with its n, holes in the records named.
import { useMemo, useState } from 'react';
import type { FigureTable, Measure, Unit } from '../../../../shared/figures.ts';
import { pathTo } from '../../../parts/navigation/route.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { Segments } from '../../../ui/fields/Segments.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { columnChart } from '../charts/shapes.ts';
import { FigureRows } from '../FigureRows.tsx';
import { withNumbers } from '../figure-layout.ts';
import { lowerFirst, nowText, wholeWords, withoutText } from '../figure-text.ts';
import { useReview } from '../review-context.tsx';
import { Since } from '../Since.tsx';
import { AttributionPart } from './AttributionPart.tsx';
import styles from './channels.module.css';

export function ChannelsSection() {
  const { data } = useReview();
  const { tables, dataGaps } = data.figures;
  const [by, setBy] = useState<FigureTable['by']>('channel');
  const found = tables.find(one => one.by === by);
  const shown = useMemo(() => found && withNumbers(found), [found]);
  const table = shown?.table;
  const missing = withoutText(shown?.without ?? []);
  const { mqlsWithoutChannel: without, weeksWithoutSpend: weeks } = dataGaps;
  return (
    <>
      <FigureRows section="channels" />
      <Segments
        label="Group by"
        onChange={setBy}
        options={tables.map(one => ({ value: one.by, label: one.label }))}
        value={by}
      />
      {table && <ColumnCharts table={table} />}
      {table && table.columns.length > 0 && <Table table={table} />}
      <AttributionPart />
      <ul className={styles.notes}>
        {missing && <li>{missing}</li>}
        {without.count > 0 && (
          <li>
            {without.count} of {without.of} MQLs have no channel.
          </li>
        )}
        {weeks.weeks.length > 0 && (
          <li>
            For {weeks.weeks.length} of the last {weeks.of} weeks have no spend recorded.{' '}
            <a href={`#${pathTo('campaigns', `weeks.${weeks.weeks.at(-1)}`)}`}>Enter spend</a>
          </li>
        )}
      </ul>
    </>
  );
}

const drawn = {
  channel: ['mql-volume', 'cost-per-mql'],
  campaign: ['mql-volume', 'cost-per-mql'],
  member: ['revenue', 'acceptance'],
} as const;

function ColumnCharts({ table }: { readonly table: FigureTable }) {
  const format = useFormat();
  const { openLeads } = useReview();
  const specs = useMemo(
    () => drawn[table.by].map(id => ({ id, spec: columnChart(format, table, id) })),
    [format, table],
  );
  return (
    <div className={styles.charts}>
      {specs.map(
        ({ id, spec }) =>
          spec && (
            <Chart
              height={3 + table.rows.length * 2.25}
              key={id}
              onPick={({ category }) => {
                const row = table.rows[category];
                const column = table.columns.find(({ figureId }) => figureId === id);
                if (!row || !column) return;
                openLeads({
                  title: `${row.label}: ${column.label}`,
                  figureId: id,
                  set: setOf(column.unit),
                  only: { by: table.by, id: row.id },
                });
              }}
              spec={spec}
            />
          ),
      )}
    </div>
  );
}

/** The list behind a number of a table: the upper part of a rate, else everybody counted. */
const setOf = (unit: Unit) => (['share', 'times'].includes(unit) ? 'numerator' : 'counted');

function Table({ table: { by, columns, rows, total } }: { readonly table: FigureTable }) {
  const { openLeads, now } = useReview();
  const present = now?.tables.find(table => table.by === by);
  /** The same cell as it would be now. */
  const nowAt = (rowId: string | null | undefined, figureId: string) => {
    const cells = rowId === undefined ? present?.total : present?.rows.find(({ id }) => id === rowId)?.cells;
    return cells?.[present?.columns.findIndex(column => column.figureId === figureId) ?? -1];
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Table of figures" className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map(({ figureId, label }) => (
              <th key={figureId} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, { id: undefined, label: 'Total', cells: total }].map(({ id, label, cells }) => (
            <tr data-total={id === undefined} key={id ?? label}>
              <th scope="row">{label}</th>
              {columns.map(({ figureId, unit }, at) => (
                <td key={figureId}>
                  <Cell
                    measure={cells[at]}
                    now={nowAt(id, figureId)}
                    onOpen={() =>
                      openLeads({
                        title: `${label}: ${columns[at]?.label}`,
                        figureId,
                        set: figureId === 'spend' ? null : setOf(unit),
                        only: id === undefined ? null : { by, id },
                      })
                    }
                    unit={unit}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = {
  readonly measure: Measure | undefined;
  /** Beside a closed review: as it would be now. */
  readonly now: Measure | undefined;
  readonly unit: Unit;
  readonly onOpen: () => void;
};

function Cell({ measure, now, unit, onOpen }: CellProps) {
  const format = useFormat();
  if (measure === undefined) return null;
  const since = <Since text={nowText(format, unit, measure, now)} />;
  if (measure.value === null)
    return (
      <>
        <small>{lowerFirst(measure.why ?? 'not known')}</small> {since}
      </>
    );
  const text = wholeWords(format, unit, measure.value);
  return (
    <>
      {measure.n > 0 ? (
        <button className={styles.number} onClick={onOpen} type="button">
          {text}
        </button>
      ) : (
        text
      )}
      {unit !== 'leads' && measure.n > 0 && (
        <small>{measure.numerator === null ? `n ${measure.n}` : `${measure.numerator} of ${measure.n}`}</small>
      )}{' '}
      {since}
    </>
  );
}
