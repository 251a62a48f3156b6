// Handoff rules: response times, inactivity and benchmark.
import { glossary } from '../../../shared/glossary.ts';
import { needed, useSettings } from '../../parts/settings/use-settings.ts';
import { InlineNumber } from '../../ui/fields/InlineText.tsx';
import { DaysOff } from './DaysOff.tsx';
import styles from './settings.module.css';

const number = 'Enter a number.';

export function Rules() {
  const { settings, save } = useSettings();
  return (
    <>
      <div className={styles.numbers}>
        <InlineNumber
          after={<Unit>hours</Unit>}
          kind="number"
          label="Answer within"
          meaning={glossary.responseClock.meaning}
          onSave={needed(save('answerWithinHours'), number)}
          value={settings.answerWithinHours}
        />
        <InlineNumber
          after={<Unit>hours</Unit>}
          kind="number"
          label="Maximum"
          meaning="An MQL that waits longer than this counts as answered too late, on Today and in the figures."
          onSave={needed(save('answerAtMostHours'), number)}
          value={settings.answerAtMostHours}
        />
        <InlineNumber
          after={<Unit>days without activity</Unit>}
          kind="number"
          label="Inactive after"
          meaning={glossary.quiet.meaning}
          onSave={needed(save('quietAfterDays'), number)}
          value={settings.quietAfterDays}
        />
        <InlineNumber
          after={<Unit>% of MQLs become SQL</Unit>}
          kind="number"
          label="Benchmark from"
          meaning={glossary.benchmark.meaning}
          onSave={needed(save('targetFrom'), number)}
          value={settings.targetFrom}
        />
        <InlineNumber
          after={<Unit>%</Unit>}
          kind="number"
          label="Benchmark to"
          meaning={glossary.benchmark.meaning}
          onSave={needed(save('targetTo'), number)}
          value={settings.targetTo}
        />
      </div>
      <DaysOff />
    </>
  );
}

const Unit = ({ children }: { readonly children: string }) => <span className={styles.unit}>{children}</span>;
