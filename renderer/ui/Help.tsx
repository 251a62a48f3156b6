// A term of the field with its meaning one hover, or one Tab, away.
import type { ReactNode } from 'react';
import styles from './help.module.css';
import { useHoverCard } from './hover-card/use-hover-card.tsx';

type Props = {
  readonly meaning: ReactNode;
  readonly children: ReactNode;
  /** False inside a button or a row, which are stops themselves. */
  readonly stop?: boolean;
};

export function Help({ meaning, children, stop = true }: Props) {
  const hoverCard = useHoverCard(() => meaning);
  return (
    <span className={styles.term} tabIndex={stop ? 0 : undefined} {...hoverCard}>
      {children}
    </span>
  );
}
