// A sentence that must be read before going on: what is odd (warning) or what went wrong (problem).
import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import styles from './feedback.module.css';

type Props = {
  readonly tone?: 'info' | 'warning' | 'problem';
  readonly children: ReactNode;
  /** Buttons: what to do about it. */
  readonly actions?: ReactNode;
};

export const Notice = ({ tone = 'info', children, actions }: Props) => (
  <div className={styles.notice} data-tone={tone} role={tone === 'problem' ? 'alert' : undefined}>
    <Icon name={tone === 'info' ? 'help' : 'warning'} />
    <div className={styles.noticeWords}>{children}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
