// Today's value beside a frozen one.
import styles from './figures.module.css';

export const Since = ({ text }: { readonly text: string | null }) =>
  text === null ? null : <span className={styles.since}>{text}</span>;
