// The funnel on paper: of the period, and of those who became lead in it.
import type { ReviewFigures } from '../../../../shared/figures.ts';
import { Part } from '../../../parts/print/Part.tsx';
import styles from '../../../parts/print/print.module.css';
import { useFormat } from '../../../ui/format.tsx';
import { figuresIn } from '../figure-layout.ts';
import { PrintFigures } from './PrintFigures.tsx';

export function PrintFunnel({ figures }: { readonly figures: ReviewFigures }) {
  const format = useFormat();
  const share = (value: number | null, first: boolean) =>
    value === null ? (first ? '' : 'none before') : format.percent(value);
  return (
    <Part title="Funnel">
      <table className={styles.table} data-short="true">
        <thead>
          <tr>
            <th scope="col">Stage</th>
            {[
              `Entered in the ${figures.period.kind}`,
              'from previous stage',
              'of these unnamed',
              'Became lead then, stage reached',
              'from previous stage',
              'Median days there',
            ].map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two heads say the same; their order never changes
              <th data-number="true" key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.funnel.period.map((step, index) => {
            const cohort = figures.funnel.cohort[index];
            const time = figuresIn(figures, 'funnel', 'stage').find(({ id }) => id === `time-in-${step.stage}`);
            return (
              <tr key={step.stage}>
                <th scope="row">{step.label}</th>
                <td data-number="true">{format.whole(step.count)}</td>
                <td data-number="true">{share(step.share, index === 0)}</td>
                <td data-number="true">{step.reach === 0 ? '' : format.whole(step.reach)}</td>
                <td data-number="true">{format.whole(cohort?.count ?? 0)}</td>
                <td data-number="true">{share(cohort?.share ?? null, index === 0)}</td>
                <td data-number="true">
                  {time?.value == null ? 'none moved on' : `${format.decimal(time.value)} (n ${time.n})`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <PrintFigures figures={figures} section="funnel" />
    </Part>
  );
}
