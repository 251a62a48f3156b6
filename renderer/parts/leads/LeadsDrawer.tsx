// The people behind a number, in a panel over the screen; each opens the lead.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CallError } from '../../api/call.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { SidePanel } from '../screen/SidePanel.tsx';
import { type LeadsPage, LeadsRows } from './LeadsRows.tsx';
import styles from './leads-drawer.module.css';

type Props = {
  readonly title: string;
  /** Under the title, before how many they are. */
  readonly aside?: ReactNode;
  /** Under that: what is to be known about the list. */
  readonly note?: ReactNode;
  /** Null: there is nobody behind it, only what stands before. */
  readonly of: UseQueryResult<LeadsPage, CallError> | null;
  /** Before the people: bills. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
};

export function LeadsDrawer({ title, aside, note, of, children, onClose }: Props) {
  const format = useFormat();
  const total = of?.data?.total;
  const count = total === undefined ? null : `${format.whole(total)} ${total === 1 ? 'person' : 'people'}`;
  return (
    <SidePanel label={title} onClose={onClose}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{title}</h2>
          <p className={styles.aside}>
            {aside}
            {aside && count && ', '}
            {count}
          </p>
          {note && <p className={styles.aside}>{note}</p>}
        </div>
        <IconButton icon="close" keys="Escape" label="Close" onClick={onClose} />
      </header>
      <div className={styles.body}>
        {children}
        {of && <QueryBoundary of={of}>{page => <LeadsRows page={page} />}</QueryBoundary>}
      </div>
    </SidePanel>
  );
}
