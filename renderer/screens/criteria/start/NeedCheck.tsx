// Do you need scoring yet? A plain check, and what to do first where it fails.

import { useRead } from '../../../api/use-read.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import styles from './start.module.css';

const titles = { leads: 'Enough leads', recorded: 'Enough activities', quality: 'Lead quality' } as const;
const looks = {
  well: { icon: 'check', text: 'well' },
  not: { icon: 'arrow', text: 'not yet' },
  unsure: { icon: 'help', text: 'cannot tell yet' },
} as const;

export function NeedCheck() {
  const need = useRead('scoringNeed.get', {});
  return (
    <section aria-labelledby="need" className={styles.section}>
      <h2 id="need">Do you need scoring yet?</h2>
      <QueryBoundary of={need}>
        {({ needed, checks }) => (
          <>
            <p className={styles.lead}>
              {needed
                ? 'Yes. You have enough leads and enough activities for a score to rank them.'
                : 'Not quite. A score would work already, but do this first:'}
            </p>
            <ul className={styles.checks}>
              {checks.map(({ id, state, found, todo }) => (
                <li data-state={state} key={id}>
                  <Icon name={looks[state].icon} />
                  <div>
                    <b>{titles[id]}</b>
                    <span className="hidden-visually">: {looks[state].text}</span>
                    <p className={styles.found}>{found}</p>
                    {todo && <p>{todo}</p>}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryBoundary>
    </section>
  );
}
