// Per stage: how many should stand there at most, and how probable its open deals are.
import { type Stage, stages } from '../../../shared/stages.ts';
import { InlineNumber } from '../../ui/fields/InlineText.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import styles from './settings.module.css';
import { useSettings } from './use-settings.ts';

/** Where deals stand open as a rule. */
const withDeals: readonly Stage[] = ['mql', 'sql', 'opportunity', 'customer'];

export function Stages() {
  const { settings, save } = useSettings();
  const { stageLimits, probabilities } = settings;
  const withValue = (values: Readonly<Partial<Record<Stage, number>>>, stage: Stage, value: number | null) => {
    const { [stage]: _, ...others } = values;
    return value === null ? others : { ...others, [stage]: value };
  };
  return (
    <ul className={styles.rows}>
      {stages.map(stage => (
        <li className={styles.stage} key={stage}>
          <StageBadge stage={stage} />
          <InlineNumber
            after={<span className={styles.unit}>people at most</span>}
            kind="number"
            label="Limit"
            onSave={value => save('stageLimits')(withValue(stageLimits, stage, value))}
            placeholder="no limit"
            value={stageLimits[stage] ?? null}
          />
          {withDeals.includes(stage) ? (
            <InlineNumber
              after={<span className={styles.unit}>% probable</span>}
              kind="number"
              label="Deals"
              onSave={value => save('probabilities')(withValue(probabilities, stage, value))}
              placeholder="0"
              value={probabilities[stage] ?? null}
            />
          ) : (
            <span />
          )}
        </li>
      ))}
    </ul>
  );
}
