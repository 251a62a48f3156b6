// From rejection to rule: whom sales rejected and why, the rules behind them, and what would have stopped them.
import { useState } from 'react';
import { addDays } from '../../../../shared/dates.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Segments } from '../../../ui/fields/Segments.tsx';
import { Rejections } from './Rejections.tsx';
import styles from './rejections.module.css';

const spans = [
  { value: 'all', label: 'All time', days: null },
  { value: 'year', label: 'Last 12 months', days: 365 },
  { value: 'quarter', label: 'Last 90 days', days: 90 },
] as const;
type Span = (typeof spans)[number]['value'];

export function RejectionsTab() {
  const { today } = useWorkspace();
  const [span, setSpan] = useState<Span>('all');
  const days = spans.find(({ value }) => value === span)?.days ?? null;
  return (
    <div className={styles.tab}>
      <header className={styles.intro}>
        <h2>From rejection to rule</h2>
        <p>
          Every rejection says something about a rule. Here is which rules sent these people to sales, and the smallest
          changes that would have stopped them, tried over everything recorded.
        </p>
        <Segments label="Rejections of which time" onChange={setSpan} options={spans} value={span} />
      </header>
      <Rejections from={days === null ? null : addDays(today, -days)} to={null} />
    </div>
  );
}
