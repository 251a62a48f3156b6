// One figure on paper: what the screen says of it, without what opens.
import type { FigureValue } from '../../../../shared/figures.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { IntervalStrip } from '../../../ui/figure/IntervalStrip.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { intervalWords, numberWords, usualWords } from '../figure-words.ts';
import styles from './print.module.css';

type Props = { readonly figure: FigureValue; readonly label: string };

export function PrintFigure({ figure, label }: Props) {
  const format = useFormat();
  const words = figure.value === null ? null : numberWords(format, figure.unit, figure.value);
  const { interval, value, numerator, n, targetRange } = figure;
  return (
    <Figure
      change={usualWords(format, figure) ?? undefined}
      label={label}
      n={numerator !== null ? `${numerator} of ${n}` : figure.unit === 'leads' ? '' : `n ${n}`}
      unit={words?.unit ?? ''}
      value={words?.value ?? null}
    >
      {interval !== null && value !== null && (
        <IntervalStrip interval={interval} value={value} {...(targetRange === null ? {} : { targetRange })} />
      )}
      {interval !== null && <p className={styles.small}>95 % CI {intervalWords(format, figure)}</p>}
      {figure.status && <p className={styles.small}>{figure.status.words}.</p>}
      {figure.why !== null && <p className={styles.small}>{figure.why}.</p>}
      {figure.immature && <p className={styles.small}>Too recent: {figure.immature.words}</p>}
      {figure.notes.map(note => (
        <p className={styles.small} key={note}>
          {note}
        </p>
      ))}
    </Figure>
  );
}
