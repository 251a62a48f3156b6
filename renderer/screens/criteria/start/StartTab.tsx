// Tab "Start": need check, ideal customer, templates, criteria files.
import { CriteriaFiles } from './CriteriaFiles.tsx';
import { IdealCustomerSection } from './IdealCustomerSection.tsx';
import { NeedCheck } from './NeedCheck.tsx';
import { ReadySets } from './ReadySets.tsx';
import styles from './start.module.css';

export const StartTab = () => (
  <div className={styles.tab}>
    <NeedCheck />
    <IdealCustomerSection />
    <ReadySets />
    <CriteriaFiles />
  </div>
);
