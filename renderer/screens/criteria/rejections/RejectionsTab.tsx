// Rules behind rejections: whom sales rejected and why, the rules behind them, and what would have stopped them.
import { useState } from 'react';
import { addDays } from '../../../../shared/dates.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Rejections } from '../../../parts/criteria/rejections/Rejections.tsx';
import styles from '../../../parts/criteria/rejections/rejections.module.css';
import { Segments } from '../../../ui/fields/Segments.tsx';

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
        <h2>Rules behind rejections</h2>
        <p>
          Each rejection says something about a rule. See which rules sent these people to sales, and the smallest
          changes that would have kept them back, tested on all recorded history.
        </p>
        <Segments label="Period of rejections" onChange={setSpan} options={spans} value={span} />
      </header>
      <Rejections from={days === null ? null : addDays(today, -days)} to={null} />
    </div>
  );
}
