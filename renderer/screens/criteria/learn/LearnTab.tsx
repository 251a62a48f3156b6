// Learn from the past: what every sign has meant so far, and the points that history suggests.
import { glossary } from '../../../../shared/glossary.ts';
import { Help } from '../../../ui/Help.tsx';
import { Lessons } from './Lessons.tsx';
import styles from './learn.module.css';

export const LearnTab = () => (
  <div className={styles.tab}>
    <header className={styles.intro}>
      <h2>What the past suggests</h2>
      <p>
        For each thing people did or were: how many of those with it became customers, and how many without it. Only
        people whose story is over count:{' '}
        <Help meaning={glossary.endedLead.meaning}>customers, lost, disqualified, or silent for 180 days</Help>. A
        suggestion goes into your draft when you take it, and nothing counts until you publish.
      </p>
    </header>
    <Lessons />
  </div>
);
