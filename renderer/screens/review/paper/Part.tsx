// One part of the paper under its heading.
import type { ReactNode } from 'react';
import styles from './paper.module.css';

type Props = { readonly title: string; readonly children: ReactNode };

export const Part = ({ title, children }: Props) => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
);
