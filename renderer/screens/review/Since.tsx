// Beside a number that closing has kept: what it would be now, where that is something else.
import styles from './figures.module.css';

export const Since = ({ words }: { readonly words: string | null }) =>
  words === null ? null : <span className={styles.since}>{words}</span>;
