// The frame every screen stands in: its title, what narrows it, its search, and "Log", which is always there.
import type { ReactNode } from 'react';
import { keysOf } from '../../../shared/actions.ts';
import { Button } from '../../ui/Button.tsx';
import { act } from '../actions/actions.ts';
import styles from './screen.module.css';

type Props = {
  readonly title: ReactNode;
  /** Small, beside the title: a count, a week. */
  readonly aside?: ReactNode;
  /** Filters, at the left after the title. */
  readonly filters?: ReactNode;
  /** Search and the screen's own buttons, at the right before "Log". */
  readonly tools?: ReactNode;
  /** page: scrolls, with a margin and a width for reading; full: the screen fills the room and scrolls by itself. */
  readonly layout?: 'page' | 'full';
  readonly children: ReactNode;
};

export function Screen({ title, aside, filters, tools, layout = 'page', children }: Props) {
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title} id="screen-title">
          {title}
        </h1>
        {aside && <div className={styles.aside}>{aside}</div>}
        <div className={styles.filters}>{filters}</div>
        <div className={styles.tools}>
          {tools}
          <Button icon="plus" keys={keysOf('log')} look="primary" onClick={() => act('log')}>
            Log
          </Button>
        </div>
      </header>
      <div className={styles.body} data-layout={layout}>
        {children}
      </div>
    </>
  );
}
