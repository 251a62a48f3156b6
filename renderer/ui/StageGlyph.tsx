// One drawing per stage, so that color is never the only cue: seed, sprout, leaf, bud, blossom, fruit, basket; and the off-funnel stages.
import type { ReactNode } from 'react';
import type { Stage } from '../../shared/stages.ts';
import styles from './stage.module.css';

const petals = [0, 72, 144, 216, 288];

const drawings: Readonly<Record<Stage, ReactNode>> = {
  stranger: (
    <>
      <path className={styles.body} d="M13.9 4.2c1.4 4.3 1 7.5-1.3 9.9a5 5 0 0 1-7-7c2.3-2.3 5-3.3 8.3-2.9Z" />
      <path d="M9.3 10.4 6.5 13.2" />
    </>
  ),
  visitor: (
    <>
      <path className={styles.body} d="M10 12.5C10 9.2 7.7 7 3.8 7c0 3.5 2.3 5.5 6.2 5.5Z" />
      <path className={styles.body} d="M10 10.5c0-3.8 2.4-6.2 6.3-6.3 0 3.9-2.3 6.3-6.3 6.3Z" />
      <path d="M10 10.5V16.5M6.5 16.5h7" />
    </>
  ),
  lead: (
    <>
      <path className={styles.body} d="M5.6 14.4C3.2 8.2 7.5 3.5 16.3 3.7c.6 8.7-4.3 13.1-10.7 10.7Z" />
      <path d="M3.5 16.5C6 12.6 8.7 9.9 12.3 7.7" />
    </>
  ),
  mql: (
    <>
      <path className={styles.body} d="M10 2.8c2.7 2.2 4 4.4 4 6.5a4 4 0 0 1-8 0c0-2.1 1.3-4.3 4-6.5Z" />
      <path d="M6.1 9.2c1.9.4 3.2 1.7 3.9 4 .7-2.3 2-3.6 3.9-4M10 13.3v4" />
    </>
  ),
  sql: (
    <>
      {petals.map(turn => (
        <ellipse
          className={styles.body}
          cx="10"
          cy="5.7"
          key={turn}
          rx="2.3"
          ry="2.7"
          transform={`rotate(${turn} 10 10)`}
        />
      ))}
      <circle className={styles.solid} cx="10" cy="10" r="1.5" />
    </>
  ),
  opportunity: (
    <>
      <path
        className={styles.body}
        d="M10 7.2c1.3-1 2.8-1.3 4.1-.7 2 .9 2.7 3.2 2 5.7-.8 3-2.9 5-4.5 5-.6 0-1-.2-1.6-.2s-1 .2-1.6.2c-1.6 0-3.7-2-4.5-5-.7-2.5 0-4.8 2-5.7 1.3-.6 2.8-.3 4.1.7Z"
      />
      <path d="M10 7.2c-.1-1.9.6-3.3 2.2-4.4" />
    </>
  ),
  customer: (
    <>
      <path d="M5.6 9c0-3.3 1.8-5.5 4.4-5.5s4.4 2.2 4.4 5.5" />
      <path className={styles.body} d="M3.3 9h13.4l-1.2 6.1a1.7 1.7 0 0 1-1.7 1.4H6.2a1.7 1.7 0 0 1-1.7-1.4L3.3 9Z" />
      <path d="M8 11.3v2.9M12 11.3v2.9" />
    </>
  ),
  nurture: <path className={styles.body} d="M16.2 12.1A6.8 6.8 0 0 1 7.9 3.8a6.8 6.8 0 1 0 8.3 8.3Z" />,
  disqualified: (
    <>
      <circle className={styles.body} cx="10" cy="10" r="6.3" />
      <path d="m5.6 14.4 8.8-8.8" />
    </>
  ),
  lost: (
    <>
      <path className={styles.body} d="M14.3 8.3c2.3 1.6 2.7 4 1 6.7-2.5-1.2-3-3.7-1-6.7Z" />
      <path d="M7.5 16.5V9.3c0-3.1 1.5-5 3.7-5 2 0 3.1 1.5 3.1 4M4.5 16.5h6" />
    </>
  ),
};

type Props = {
  readonly stage: Stage;
  /** Pixels at 100 %; 16 in text, 20 in heads, 40 in empty places. */
  readonly size?: number;
};

/** The glyph alone, in the stage's color, silent to screen readers: a word always stands beside it. */
export function StageGlyph({ stage, size = 16 }: Props) {
  const rem = `${size / 16}rem`;
  return (
    <svg aria-hidden="true" className={styles.glyph} data-stage={stage} height={rem} viewBox="0 0 20 20" width={rem}>
      {drawings[stage]}
    </svg>
  );
}
