// Which channels, campaigns and content brought the outcomes of the period, by the touches before each.
import { useMemo, useState } from 'react';
import {
  type Attribution,
  type AttributionBy,
  type AttributionModel,
  attributionFigure,
  attributionModels,
} from '../../../../shared/figures.ts';
import { Segments } from '../../../ui/fields/Segments.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import { Unknown } from '../../../ui/Money.tsx';
import {
  attributionColumns,
  byLabels,
  missingReason,
  modelLabels,
  modelMeanings,
  noAttributionText,
} from '../attribution-columns.ts';
import { useReview } from '../review-context.tsx';
import styles from './channels.module.css';

export function AttributionPart() {
  const { data } = useReview();
  const tables = data.figures.attribution ?? [];
  const [by, setBy] = useState<AttributionBy>('channel');
  const [model, setModel] = useState<AttributionModel>('every');
  const table = tables.find(one => one.by === by) ?? tables[0];
  if (!table) return <p className={styles.fold}>{noAttributionText(data.figures.attribution)}</p>;
  return (
    <section aria-labelledby="attribution" className={styles.attribution}>
      <h3 id="attribution">
        <Help meaning="Each outcome is shared among the touches before it: where the person came from, and their activities that name a campaign or content. The shares of one outcome add up to one.">
          What brought them
        </Help>
      </h3>
      <div className={styles.choices}>
        {tables.length > 1 && (
          <Segments
            label="Credit by"
            onChange={setBy}
            options={tables.map(one => ({ value: one.by, label: byLabels[one.by] }))}
            value={table.by}
          />
        )}
        <Segments
          label="Credit to"
          onChange={setModel}
          options={attributionModels.map(value => ({ value, label: modelLabels[value] }))}
          value={model}
        />
      </div>
      <p className={styles.fold}>{modelMeanings[model]}</p>
      <CreditTable model={model} table={table} />
      {table.more > 0 && <p className={styles.fold}>{table.more} more with less credit are not listed.</p>}
    </section>
  );
}

function CreditTable({ table, model }: { readonly table: Attribution; readonly model: AttributionModel }) {
  const format = useFormat();
  const { openLeads } = useReview();
  const columns = useMemo(() => attributionColumns(format, table, model), [format, table, model]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="What brought them, in numbers" className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(row => (
            <tr key={row.id ?? 'none'}>
              <th scope="row">{row.label}</th>
              {columns.map(({ label, outcome, text }) => {
                const cell = text(row);
                const credited = outcome !== null && row.credits[model][outcome] > 0;
                return (
                  <td key={label}>
                    {cell === null && <Unknown label={missingReason(row)} />}
                    {cell !== null &&
                      (credited ? (
                        <button
                          className={styles.number}
                          onClick={() =>
                            openLeads({
                              title: `${row.label}: ${label}`,
                              figureId: attributionFigure(table.by, model),
                              set: outcome,
                              only: { by: table.by, id: row.id },
                            })
                          }
                          type="button"
                        >
                          {cell.value}
                        </button>
                      ) : (
                        cell.value
                      ))}
                    {cell?.small && <small>{cell.small}</small>}
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
