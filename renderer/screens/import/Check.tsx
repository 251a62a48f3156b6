// Preview of an import: counts, names, uncertain matches, rejected rows.
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import { Counts, Names, Reasons, RejectedRows, Warnings } from './Outcome.tsx';
import type { DryRun, Importing, Understood } from './use-import.ts';

type Props = { readonly importing: Importing; readonly understood: Understood; readonly dryRun: DryRun };

export function Check({ importing, dryRun }: Props) {
  const format = useFormat();
  const { counts } = dryRun;
  const { created, updated, uncertain } = counts;
  const nothing = created + updated === 0;
  const decided = importing.decisions.rows.length + importing.decisions.alike.length > 0;
  return (
    <div className={styles.map}>
      <p className={styles.lead}>
        {nothing ? 'Nothing would change.' : 'Preview of the import. Nothing has been saved yet.'}
      </p>
      <Counts counts={counts} />
      {uncertain > 0 && (
        <Notice
          actions={
            <Button look={nothing ? 'primary' : 'quiet'} onClick={importing.decide}>
              {decided ? 'Continue reviewing' : 'Review one by one'}
            </Button>
          }
        >
          <b>
            {uncertain === 1
              ? 'One row may be an existing lead.'
              : `${format.whole(uncertain)} rows may be existing leads.`}
          </b>{' '}
          {undecidedText(dryRun)}
        </Notice>
      )}
      <Names names={dryRun.promoted} title="Would become MQL" total={counts.promoted} />
      <Names names={dryRun.created} title="New" total={created} />
      <Names names={dryRun.updated} title="Would be updated" total={updated} />
      <Names names={dryRun.unchanged} title="Unchanged" total={counts.unchanged} />
      <Reasons reasons={dryRun.reasons} />
      <RejectedRows onSave={importing.saveRejected} rejected={dryRun.rejected} total={counts.rejected} />
      <Warnings total={dryRun.warned} warnings={dryRun.warnings} />
      <div className={styles.foot}>
        <Button onClick={() => importing.back('map')}>Back</Button>
        <Button disabled={nothing} look="primary" onClick={importing.run}>
          {`Import ${format.whole(created + updated)}`}
        </Button>
      </div>
    </div>
  );
}

/** What is done with those nobody decides about. */
function undecidedText({ uncertain }: DryRun): string {
  const same = uncertain.some(({ likely }) => likely === 'same');
  const fresh = uncertain.some(({ likely }) => likely === 'new');
  if (same && fresh)
    return 'If you do not review them, some update the lead they match and some are added as new leads.';
  return same
    ? 'If you do not review them, they update the lead they match.'
    : 'If you do not review them, they are added as new leads.';
}
