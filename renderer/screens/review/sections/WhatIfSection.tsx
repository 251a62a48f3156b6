// What if: another threshold or other points, run over everything recorded, before anybody decides it.
import { pathTo } from '../../../app/place.ts';
import styles from '../meeting/talk.module.css';

export const WhatIfSection = () => (
  <p className={styles.none}>
    Try other criteria over everything recorded before you decide on them.{' '}
    <a href={`#${pathTo('criteria')}`}>Open the criteria</a>
  </p>
);
