// What differs between two sets of rules, a sentence each.
import styles from './changes.module.css';

type Props = {
  readonly words: readonly string[];
  /** They come in answer to a choice, and are read aloud when they do. */
  readonly live?: boolean;
};

export const Changes = ({ words, live = false }: Props) => (
  <ul aria-live={live ? 'polite' : undefined} className={styles.changes}>
    {words.map(word => (
      <li key={word}>{word}</li>
    ))}
  </ul>
);
