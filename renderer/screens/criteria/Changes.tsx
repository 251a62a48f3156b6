// What differs between two sets of rules, a sentence each.
import styles from './changes.module.css';

type Props = {
  readonly text: readonly string[];
  /** They come in answer to a choice, and are read aloud when they do. */
  readonly live?: boolean;
};

export const Changes = ({ text, live = false }: Props) => (
  <ul aria-live={live ? 'polite' : undefined} className={styles.changes}>
    {text.map(word => (
      <li key={word}>{word}</li>
    ))}
  </ul>
);
