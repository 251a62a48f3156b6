// Two reviews side by side, each with the figures that closing kept, and the difference between them.
import type { FigureValue, ReviewFigures } from '../../../../shared/figures.ts';
import { figureGroups } from '../../../../shared/figures.ts';
import { useRead } from '../../../api/use-read.ts';
import { pathTo } from '../../../parts/navigation/route.ts';
import { go } from '../../../parts/navigation/use-route.ts';
import { Screen } from '../../../parts/screen/Screen.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import { Unknown } from '../../../ui/Money.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { differenceText, wholeWords } from '../figure-text.ts';
import type { MeetingData } from '../review-context.tsx';
import { formatReviewRoute } from '../review-route.ts';
import styles from './past.module.css';

type Props = { readonly weeks: readonly [string, string] };

export function Compare({ weeks: [first, second] }: Props) {
  const one = useRead('meeting.get', { date: first });
  const two = useRead('meeting.get', { date: second });
  return (
    <Screen
      filters={
        <Button icon="left" look="plain" onClick={() => go('review', 'past')}>
          Past reviews
        </Button>
      }
      title="Two reviews"
    >
      <QueryBoundary of={one}>
        {a => (
          <QueryBoundary of={two}>
            {b =>
              a.figures && b.figures ? (
                <>
                  <Figures one={a.figures} two={b.figures} />
                  <div className={styles.decided}>
                    <Decided label={a.figures.period.label} meeting={a} />
                    <Decided label={b.figures.period.label} meeting={b} />
                  </div>
                </>
              ) : (
                <EmptyState title="One of these weeks has no closed review">
                  Only closed reviews can be compared. Choose two past reviews.
                </EmptyState>
              )
            }
          </QueryBoundary>
        )}
      </QueryBoundary>
    </Screen>
  );
}

const groupLabels: Readonly<Record<(typeof figureGroups)[number], string>> = {
  volume: 'Volume',
  rates: 'Rates',
  handoff: 'Handoff',
  time: 'Time',
  money: 'Money',
  effort: 'Effort',
  threshold: 'MQL threshold',
};

function Figures({ one, two }: { readonly one: ReviewFigures; readonly two: ReviewFigures }) {
  const format = useFormat();
  const later = new Map(two.figures.map(figure => [figure.id, figure]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Figures side by side" className={styles.scroll} tabIndex={0}>
      <table className={styles.compare}>
        <thead>
          <tr>
            <td />
            {[one, two].map(({ period }) => (
              <th key={period.from} scope="col">
                <a
                  href={`#${pathTo('review', formatReviewRoute({ kind: 'week', date: period.from, section: 'figures', meeting: false }))}`}
                >
                  {period.label}
                </a>
                <small>from {format.date(period.from)}</small>
              </th>
            ))}
            <th scope="col">Difference</th>
          </tr>
        </thead>
        {figureGroups.map(group => {
          const figures = one.figures.filter(figure => figure.group === group && later.has(figure.id));
          return (
            figures.length > 0 && (
              <tbody key={group}>
                <tr>
                  <th colSpan={4} data-group="true" scope="rowgroup">
                    {groupLabels[group]}
                  </th>
                </tr>
                {figures.map(figure => (
                  <Line figure={figure} key={figure.id} later={later.get(figure.id)} />
                ))}
              </tbody>
            )
          );
        })}
      </table>
    </section>
  );
}

function Line({ figure, later }: { readonly figure: FigureValue; readonly later: FigureValue | undefined }) {
  const format = useFormat();
  if (!later) return null;
  return (
    <tr>
      <th scope="row">
        <Help meaning={figure.help.meaning}>{figure.label}</Help>
      </th>
      <Cell figure={figure} />
      <Cell figure={later} />
      <td>{differenceText(format, figure, later) ?? <Unknown label="cannot be compared" />}</td>
    </tr>
  );
}

function Cell({ figure: { unit, value, why, numerator, n } }: { readonly figure: FigureValue }) {
  const format = useFormat();
  return (
    <td>
      {value === null ? <Unknown label={why ?? 'not known'} /> : wholeWords(format, unit, value)}
      {unit !== 'leads' && value !== null && <small>{numerator === null ? `n ${n}` : `${numerator} of ${n}`}</small>}
    </td>
  );
}

const Decided = ({ label, meeting }: { readonly label: string; readonly meeting: MeetingData }) => (
  <section aria-label={`Decided in the review of ${label}`}>
    <h2>Decided, {label}</h2>
    <ul>
      {meeting.decisions.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
    {meeting.decisions.length === 0 && <p className={styles.aside}>No decisions.</p>}
  </section>
);
