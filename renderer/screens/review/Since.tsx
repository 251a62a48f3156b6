// Today's value beside a frozen one.
import styles from './figures.module.css';

export const Since = ({ words }: { readonly words: string | null }) =>
  words === null ? null : <span className={styles.since}>{words}</span>;
