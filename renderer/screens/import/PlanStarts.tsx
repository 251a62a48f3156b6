// Asks whether nurture plans that start by themselves do so for the downloads and rejections of a file.
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import type { DryRun } from './use-import.ts';

type Props = {
  readonly starts: DryRun['planStarts'];
  readonly value: boolean;
  readonly onTurn: (on: boolean) => void;
};

/** Draws nothing where the file has nothing that starts one. */
export function PlanStarts({ starts: { count, rejected, plans, names }, value, onTurn }: Props) {
  const format = useFormat();
  if (count === 0) return null;
  const because =
    rejected === 0
      ? 'The file holds their downloads'
      : rejected === count
        ? 'The file puts them in Nurture with a reason'
        : 'The file holds their downloads, or puts them in Nurture with a reason';
  const more = count > names.length ? ` and ${format.whole(count - names.length)} more` : '';
  return (
    <section className={styles.names}>
      <h2>
        {count === 1
          ? 'A nurture plan could start for 1 person'
          : `Nurture plans could start for ${format.whole(count)} people`}
      </h2>
      <p>
        {because}: {names.join(', ')}
        {more}.
      </p>
      <label>
        <input checked={value} onChange={event => onTurn(event.target.checked)} type="checkbox" />{' '}
        {`Start ${plans.map(plan => `“${plan}”`).join(', ')} for ${count === 1 ? 'this person' : 'them'}`}
      </label>
    </section>
  );
}
