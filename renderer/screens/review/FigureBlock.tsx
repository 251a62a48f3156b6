// One figure of the list on the meeting's screen: number, n, change, interval over the band, verdict, and who is behind it.
import type { FigureValue, PeriodKind } from '../../../shared/figures.ts';
import { Figure } from '../../ui/figure/Figure.tsx';
import { IntervalStrip } from '../../ui/figure/IntervalStrip.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Term } from '../../ui/Term.tsx';
import { averageText, changeText, intervalText, numberText, sinceClosing, usualMeaning } from './figure-text.ts';
import styles from './figures.module.css';
import { LeadsCount } from './LeadsCount.tsx';
import { figureOf, useReview } from './review-context.tsx';
import { Since } from './Since.tsx';
import { hasSpendEntries } from './SpendBehindFigure.tsx';

type Props = {
  readonly figure: FigureValue;
  /** A shorter name where a heading above says the rest. */
  readonly label?: string;
};

export function FigureBlock({ figure, label = figure.label }: Props) {
  const format = useFormat();
  const { data, now, openLeads } = useReview();
  const { kind } = data.figures.period;
  const text = figure.value === null ? null : numberText(format, figure.unit, figure.value);
  const [main] = figure.sets;
  const since = now && sinceClosing(format, figure, figureOf(now, figure.id));
  const change = [changeText(format, figure, kind), averageText(format, figure)].filter(text => text !== null);
  return (
    <Figure
      change={change.join(', ')}
      label={label}
      meaning={<FigureHelp figure={figure} kind={kind} />}
      n={<StandsOn figure={figure} />}
      unit={text?.unit ?? ''}
      value={text?.value ?? null}
      {...((main && main.count > 0) || (hasSpendEntries(figure.id) && figure.value !== null)
        ? {
            onOpen: () =>
              openLeads({
                title: main?.label ?? figure.label,
                figureId: figure.id,
                set: main?.key ?? null,
                ...(main ? { count: main.count } : {}),
              }),
          }
        : {})}
    >
      <Since text={since} />
      {figure.interval !== null && figure.value !== null && (
        <IntervalStrip
          interval={figure.interval}
          value={figure.value}
          {...(figure.targetRange === null ? {} : { targetRange: figure.targetRange })}
        />
      )}
      {figure.interval !== null && (
        <p className={styles.between}>
          <Term id="interval">95 % CI</Term> {intervalText(format, figure)}
        </p>
      )}
      {figure.status && <p className={styles.status}>{figure.status.text}.</p>}
      {figure.why !== null && <p className={styles.note}>{figure.why}.</p>}
      {figure.immature && (
        <p className={styles.note}>
          <Icon name="clock" size={16} />
          <span>
            <b>Too recent.</b> {figure.immature.text}
          </span>
        </p>
      )}
      {figure.distribution && figure.distribution.n > 1 && (
        <p className={styles.note}>
          Half are between {format.decimal(figure.distribution.lowerQuartile)} and{' '}
          {format.decimal(figure.distribution.upperQuartile)} {figure.unit}; mean{' '}
          {format.decimal(figure.distribution.mean)}.
        </p>
      )}
      {figure.notes.map(note => (
        <p className={styles.note} key={note}>
          {note}
        </p>
      ))}
    </Figure>
  );
}

/** "4 of 13" or "n 19", each part opening its people. */
function StandsOn({ figure }: { readonly figure: FigureValue }) {
  // Why there is no number is said below; "0 of 0" says nothing.
  if (figure.value === null && figure.n === 0) return null;
  const numerator = figure.sets.find(({ key }) => key === 'numerator');
  const of = figure.sets.find(({ key }) => key === 'of');
  // Touches are not people: their lists name whom they went to, and count otherwise than the number.
  if (figure.numerator !== null && numerator && of && figure.group !== 'effort') {
    return (
      <>
        <LeadsCount figureId={figure.id} set={numerator} /> of <LeadsCount figureId={figure.id} set={of} />
      </>
    );
  }
  if (figure.numerator !== null) return `${figure.numerator} of ${figure.n}`;
  if (figure.unit === 'leads') return figure.nLabel;
  return figure.n === 0 ? `no ${figure.nLabel}` : `n ${figure.n}`;
}

function FigureHelp({ figure, kind }: { readonly figure: FigureValue; readonly kind: PeriodKind }) {
  const { meaning, formula, source } = figure.help;
  const usually = usualMeaning(figure, kind);
  return (
    <span className={styles.help}>
      <span>{meaning}</span>
      <span>
        <b>Formula:</b> {formula}
      </span>
      <span>
        <b>n:</b> {figure.nLabel}.
      </span>
      {usually && (
        <span>
          <b>Average:</b> {usually}
        </span>
      )}
      {source && (
        <span>
          <b>Target range:</b> {source} You can change it in Settings.
        </span>
      )}
    </span>
  );
}
