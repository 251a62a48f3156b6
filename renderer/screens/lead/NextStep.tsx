// The next step: what is to be done with this lead, and on which day.
import type { Lead } from '../../../shared/lead.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import styles from '../../parts/lead/lead.module.css';
import { InlineDate } from '../../ui/fields/InlineChoice.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { useFormat } from '../../ui/format.tsx';

export function NextStep({ lead }: { readonly lead: Lead }) {
  const format = useFormat();
  const { run } = useCommand('leads.setNextStep');
  const save = async (change: Partial<Pick<Lead, 'nextStep' | 'nextStepOn'>>) =>
    errorMessage(await run({ id: lead.id, ...change }, { quiet: true }));
  const late = lead.nextStepOn !== null && lead.nextStepOn < format.today;
  return (
    <section aria-label="Next step" className={styles.section}>
      <InlineText
        label="Next step"
        meaning="What you plan to do next. A lead with a next step does not count as inactive."
        onSave={nextStep => save({ nextStep })}
        placeholder="Plan a next step"
        value={lead.nextStep}
      />
      <InlineDate
        label={late ? 'On (overdue)' : 'On'}
        onSave={nextStepOn => save({ nextStepOn })}
        value={lead.nextStepOn}
      />
    </section>
  );
}
