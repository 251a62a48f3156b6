// One part of the paper under its heading.
import type { ReactNode } from 'react';
import styles from './print.module.css';

/** A table of so many lines stands whole on one sheet; a longer one goes on, with its heads, on the next. */
export const shortTable = 16;

type Props = { readonly title: string; readonly children: ReactNode };

export const Part = ({ title, children }: Props) => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
);
