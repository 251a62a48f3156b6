// Skeleton: nothing for 300 ms, then gray shapes. Never a spinner.
import { type ReactNode, useEffect, useState } from 'react';
import styles from './feedback.module.css';

/** True once `ms` have passed since mounting. */
export function useDelayed(ms = 300): boolean {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return due;
}

type Props = {
  /** How many lines to draw. */
  readonly lines?: number;
  /** Another shape than lines. */
  readonly children?: ReactNode;
};

export function Skeleton({ lines = 3, children }: Props) {
  // What is waited for is said from the start, if only to assistive technology.
  if (!useDelayed()) return <div aria-busy="true" hidden />;
  return (
    <div aria-busy="true" className={styles.skeleton} role="status">
      <span className="hidden-visually">Loading</span>
      {children ?? Array.from({ length: lines }, (_, line) => `line ${line}`).map(line => <Bone key={line} />)}
    </div>
  );
}

/** One gray shape, as wide as it is told or as there is room. */
export const Bone = ({ width }: { readonly width?: string }) => (
  <span className={styles.bone} style={width === undefined ? undefined : { width }} />
);
