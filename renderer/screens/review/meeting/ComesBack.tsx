// A decision due for review: text, expected and actual effect, answer.
import type { ComingBack, DecisionVerdict } from '../../../../shared/meeting.ts';
import { verdictLabels, verdicts } from '../../../../shared/meeting.ts';
import { errorMessage, useCommand } from '../../../api/use-command.ts';
import { pathTo } from '../../../parts/navigation/route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chips } from '../../../ui/fields/Chips.tsx';
import { InlineText } from '../../../ui/fields/InlineText.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import { Unknown } from '../../../ui/Money.tsx';
import { useReview } from '../review-context.tsx';
import styles from './comes-back.module.css';
import { type EffectRow, effectRows, outcomeLabels, progressOf } from './effect-text.ts';

const heldMeaning =
  'Small numbers change a lot by chance. More or less is shown only where chance alone is unlikely (95 %).';
const options = verdicts.map(value => ({ value, label: verdictLabels[value] }));

type Props = {
  readonly decision: ComingBack;
  /** The week whose meeting asks; null: it is closed, and the answer is only read. */
  readonly date: string | null;
};

export function ComesBack({ decision, date }: Props) {
  const format = useFormat();
  const { text, weekStart, criteria, verdict, outcome } = decision;
  return (
    <article className={styles.decision}>
      <div className={styles.words}>
        <h4 className={styles.text}>{text}</h4>
        <p className={styles.aside}>
          Decided for the week of {format.date(weekStart)}
          {criteria && (
            <>
              , with <a href={`#${pathTo('criteria')}`}>version {criteria.number} of the criteria</a>
            </>
          )}
        </p>
        {progressOf(format, decision)?.map(text => (
          <p className={styles.progress} key={text}>
            {text}
          </p>
        ))}
        {date === null ? <Answered outcome={outcome} verdict={verdict} /> : <Ask date={date} decision={decision} />}
      </div>
      <Effects rows={effectRows(format, decision)} weeks={decision.since.weeks} />
    </article>
  );
}

function Ask({ decision, date }: { readonly decision: ComingBack; readonly date: string }) {
  const format = useFormat();
  const { goTo } = useReview();
  const { run } = useCommand('meeting.answerDecision');
  const { id, verdict, outcome } = decision;
  // The measured effect is prefilled and can be overwritten.
  const answer = (next: DecisionVerdict | null) =>
    run(
      { date, id, verdict: next, outcome: next === null ? null : (outcome ?? outcomeLabels(format, decision)) },
      { done: next === null ? 'Answer removed.' : `Answer saved: ${verdictLabels[next]}.` },
    );
  return (
    <div className={styles.ask}>
      <Chips
        label={`Answer to: ${decision.text}`}
        onChange={next => void answer(next)}
        options={options}
        value={verdict}
      />
      {verdict !== null && (
        <>
          <InlineText
            kind="notes"
            label="Outcome"
            onSave={async text => errorMessage(await run({ date, id, verdict, outcome: text }, { quiet: true }))}
            placeholder="One sentence"
            value={outcome}
          />
          <span className={styles.next}>
            {verdict === 'change' && (
              <Button onClick={() => goTo('decisions')} size="small">
                Add new decision
              </Button>
            )}
            {verdict === 'revert' && decision.criteria && (
              <Button onClick={() => goTo('what-if')} size="small">
                Open criteria
              </Button>
            )}
            <Button look="plain" onClick={() => void answer(null)} size="small">
              No answer yet
            </Button>
          </span>
        </>
      )}
    </div>
  );
}

const Answered = ({ verdict, outcome }: Pick<ComingBack, 'verdict' | 'outcome'>) => (
  <p className={styles.answered}>
    <b>{verdict === null ? 'Not answered.' : `${verdictLabels[verdict]}.`}</b> {outcome}
  </p>
);

function Effects({ rows, weeks }: { readonly rows: readonly EffectRow[]; readonly weeks: number }) {
  return (
    <table className={styles.effects}>
      <caption className="hidden-visually">Expected and actual</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">4 weeks before</th>
          <th scope="col">Expected</th>
          <th scope="col">{weeks} weeks since</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, label, before, expected, since, stands, held }) => (
          <tr key={what}>
            <th scope="row">
              {label}
              <small>{stands}</small>
            </th>
            <td>{before}</td>
            <td>{expected ?? <Unknown label="nothing expected" />}</td>
            <td data-since="true">
              {since}
              {held && (
                <small>
                  <Help meaning={heldMeaning}>{held}</Help>
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
