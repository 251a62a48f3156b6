// The ideal-customer questions: the answers write fit rules into the draft, and are remembered.
import { glossary } from '../../../../shared/glossary.ts';
import { useRead } from '../../../api/use-read.ts';
import { Help } from '../../../ui/Help.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { IdealCustomerForm } from './IdealCustomerForm.tsx';
import styles from './start.module.css';

export function IdealCustomerSection() {
  const known = useRead('idealCustomer.get', {});
  return (
    <section aria-labelledby="ideal" className={styles.section}>
      <h2 id="ideal">
        Describe your <Help meaning={glossary.idealCustomer.meaning}>ideal customer</Help>?
      </h2>
      <p className={styles.lead}>
        Think of the three best customers you have. Leave a question empty if it does not matter.
      </p>
      <QueryBoundary of={known}>
        {({ answers, frequent }) => (
          // Answers that came from elsewhere, by undo say, replace what stands in the form.
          <IdealCustomerForm answers={answers} frequent={frequent} key={JSON.stringify(answers)} />
        )}
      </QueryBoundary>
    </section>
  );
}
