// The next step: what is to be done with this lead, and on which day.
import type { Lead } from '../../../shared/lead.ts';
import { refusalOf, useCommand } from '../../api/use-command.ts';
import { InlineDate } from '../../ui/fields/InlineChoice.tsx';
import { InlineText } from '../../ui/fields/InlineText.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './lead.module.css';

export function NextStep({ lead }: { readonly lead: Lead }) {
  const format = useFormat();
  const { run } = useCommand('leads.setNextStep');
  const save = async (change: Partial<Pick<Lead, 'nextStep' | 'nextStepOn'>>) =>
    refusalOf(await run({ id: lead.id, ...change }, { quiet: true }));
  const late = lead.nextStepOn !== null && lead.nextStepOn < format.today;
  return (
    <section aria-label="Next step" className={styles.section}>
      <InlineText
        label="Next step"
        meaning="What you mean to do next. While one is planned, this lead does not count as quiet."
        onSave={nextStep => save({ nextStep })}
        placeholder="Plan something"
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
