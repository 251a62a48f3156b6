// What is planned for the leads of a move: said where it ends, asked where it may stay.
import type { Who } from '../../../shared/contract/lead-table.ts';
import type { Output } from '../../../shared/contract.ts';
import { stepText } from '../../../shared/next-step.ts';
import { useRead } from '../../api/use-read.ts';
import { Chips } from '../../ui/fields/Chips.tsx';
import { type Format, useFormat } from '../../ui/format.tsx';
import styles from './moves.module.css';

type PlannedOf = Output<'nextSteps.planned'>;
export type StepsEnd = 'keep' | 'end';

type Props = {
  readonly who: Who;
  /** Null: they end in any case, and are only named. */
  readonly value: StepsEnd | null;
  readonly onChange: (value: StepsEnd) => void;
};

const choices = [
  { value: 'keep', label: 'Keep' },
  { value: 'end', label: 'End' },
] as const;

/** Draws nothing where nothing is planned. */
export function Planned({ who, value, onChange }: Props) {
  const format = useFormat();
  const planned = useRead('nextSteps.planned', { who }).data;
  if (!planned) return null;
  const ends = value === null;
  const named = stepsNamed(planned, format);
  return (
    <>
      {planned.count > 0 && ends && (
        <p className={styles.small}>
          {planned.count === 1 ? 'The next step ends' : `${planned.count} next steps end`}: {named}.
        </p>
      )}
      {planned.count > 0 && !ends && (
        <div>
          <Chips
            label={planned.count === 1 ? 'Next step' : `${planned.count} next steps`}
            onChange={onChange}
            options={choices}
            titled
            value={value}
          />
          <p className={styles.small}>{named}</p>
        </div>
      )}
      {planned.onPlan > 0 && ends && (
        <p className={styles.small}>
          {planned.onPlan === 1 ? 'The nurture plan ends.' : `${planned.onPlan} nurture plans end.`}
        </p>
      )}
    </>
  );
}

/** "Chase quote (Jun 3), Call and 2 more". */
function stepsNamed({ count, first }: PlannedOf, format: Format): string {
  const named = first.map(step => (step.on === null ? stepText(step) : `${stepText(step)} (${format.date(step.on)})`));
  const more = count - first.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
