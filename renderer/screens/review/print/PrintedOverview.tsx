// Where we are, on paper: the sentences of the screen with the names behind them.
import type { Overview } from '../../../../shared/overview.ts';
import { Part } from '../../../parts/print/Part.tsx';
import styles from '../../../parts/print/print.module.css';
import { useFormat } from '../../../ui/format.tsx';
import { capacityText, gapText, openText, questionText, waitingText, yearText } from '../overview-text.ts';

type Props = { readonly overview: Overview; readonly names: Readonly<Record<string, string>> };

export function PrintedOverview({ overview, names }: Props) {
  const format = useFormat();
  const nameOf = (leadId: string) => names[leadId] ?? 'Deleted lead';
  const { waiting, questions, gaps, leads, capacity } = overview;
  if (leads === 0) return null;
  return (
    <Part title="Where we are">
      <p>
        {openText(format, overview)} {yearText(format, overview)}
      </p>
      <ul className={styles.list}>
        <li>
          {waitingText(format, overview)}
          {waiting.count > 0 && ` ${waiting.leads.map(({ leadId }) => nameOf(leadId)).join(', ')}`}
          {waiting.count > waiting.leads.length && ` and ${format.whole(waiting.count - waiting.leads.length)} more`}
        </li>
        {capacity.is !== 'too-early' && <li>{capacityText(format, capacity)}</li>}
        {questions.map(question => (
          <li key={question.leadId}>
            Call <b>{nameOf(question.leadId)}</b> and ask: {questionText(question)}
          </li>
        ))}
        {gaps.map(gap => (
          <li key={gap.id}>{gapText(format, gap).join(' ')}</li>
        ))}
      </ul>
    </Part>
  );
}
