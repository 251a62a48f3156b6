// An empty place: what belongs here, and the one thing to do first.
import type { ReactNode } from 'react';
import type { Stage } from '../../../shared/stages.ts';
import { StageGlyph } from '../StageGlyph.tsx';
import styles from './feedback.module.css';

type Props = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Which drawing stands above it. */
  readonly glyph?: Stage;
};

export const EmptyState = ({ title, children, actions, glyph = 'stranger' }: Props) => (
  <div className={styles.empty}>
    <span className={styles.emptyGlyph}>
      <StageGlyph size={40} stage={glyph} />
    </span>
    <h2 className={styles.emptyTitle}>{title}</h2>
    {children && <div className={styles.emptyTexts}>{children}</div>}
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
