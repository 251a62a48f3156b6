// One figure on paper: what the screen says of it, without what opens.
import type { FigureValue } from '../../../../shared/figures.ts';
import styles from '../../../parts/print/print.module.css';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { IntervalStrip } from '../../../ui/figure/IntervalStrip.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { averageText, intervalText, numberText } from '../figure-text.ts';

type Props = { readonly figure: FigureValue; readonly label: string };

function standsOn({ value, numerator, n, nLabel, unit }: FigureValue): string {
  if (unit === 'leads' || (value === null && n === 0))
    return numerator === null || n === 0 ? '' : `${numerator} of ${n}`;
  return n === 0 ? `no ${nLabel}` : numerator === null ? `n ${n}` : `${numerator} of ${n}`;
}

export function PrintFigure({ figure, label }: Props) {
  const format = useFormat();
  const text = figure.value === null ? null : numberText(format, figure.unit, figure.value);
  const { interval, value, targetRange } = figure;
  return (
    <Figure
      change={averageText(format, figure) ?? undefined}
      label={label}
      n={standsOn(figure)}
      unit={text?.unit ?? ''}
      value={text?.value ?? null}
    >
      {interval !== null && value !== null && (
        <IntervalStrip interval={interval} value={value} {...(targetRange === null ? {} : { targetRange })} />
      )}
      {interval !== null && <p className={styles.small}>95 % CI {intervalText(format, figure)}</p>}
      {figure.status && <p className={styles.small}>{figure.status.text}.</p>}
      {figure.why !== null && <p className={styles.small}>{figure.why}.</p>}
      {figure.immature && <p className={styles.small}>Too recent: {figure.immature.text}</p>}
      {figure.notes.map(note => (
        <p className={styles.small} key={note}>
          {note}
        </p>
      ))}
    </Figure>
  );
}
