// An amount of money; "no amount" is a dash, never a nought.
import { useFormat } from './format.tsx';
import styles from './text.module.css';

type Props = {
  /** Minor units; null: not known. */
  readonly amount: number | null;
  /** "EUR 44K", for column heads. */
  readonly short?: boolean;
};

export function Money({ amount, short = false }: Props) {
  const format = useFormat();
  if (amount === null) return <Unknown />;
  return <span className={styles.figures}>{short ? format.shortMoney(amount) : format.money(amount)}</span>;
}

/** What stands where nothing is known. */
export const Unknown = ({ label = 'not known' }: { label?: string }) => (
  <span className={styles.unknown}>
    <span aria-hidden="true">–</span>
    <span className="hidden-visually">{label}</span>
  </span>
);
