// Tab "Learn": conversion by trait, and suggested points.
import { glossary } from '../../../../shared/glossary.ts';
import { Help } from '../../../ui/Help.tsx';
import { Insights } from './Insights.tsx';
import styles from './learn.module.css';

export const LearnTab = () => (
  <div className={styles.tab}>
    <header className={styles.intro}>
      <h2>Suggested points</h2>
      <p>
        For each activity and field value: the share of leads with it that became customers, and the share without it.
        Only closed leads count:{' '}
        <Help meaning={glossary.endedLead.meaning}>customers, lost, disqualified, or inactive for 180 days</Help>.
        Adding a suggestion changes your draft only; publish it to make it count.
      </p>
    </header>
    <Insights />
  </div>
);
