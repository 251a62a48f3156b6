// Preview of an import: counts, names, uncertain matches, rejected rows.
import { useRef, useState } from 'react';
import { columnFindings } from '../../../shared/import-column-findings.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Changes } from './Changes.tsx';
import { Findings } from './Findings.tsx';
import styles from './import.module.css';
import { Counts, Names, Reasons, RejectedRows, Warnings } from './Outcome.tsx';
import { PlanStarts } from './PlanStarts.tsx';
import type { DryRun, Importing, Understood } from './use-import.ts';

type Props = { readonly importing: Importing; readonly understood: Understood; readonly dryRun: DryRun };

export function Check({ importing, dryRun, understood }: Props) {
  const format = useFormat();
  const { currency } = useWorkspace().settings;
  const { preview, mapping } = understood;
  // What was tried out, and with which mapping: a change wants another preview.
  const seen = useRef({ dryRun, mapping });
  if (seen.current.dryRun !== dryRun) seen.current = { dryRun, mapping };
  const stale = seen.current.mapping !== mapping;
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [startPlans, setStartPlans] = useState(false);
  const own = useRead('imports.memory', {}).data?.addresses ?? [];
  const all = [...columnFindings(preview, mapping, currency), ...dryRun.findings].filter(
    one => !own.some(({ address }) => address === one.address),
  );
  const findings = [...all.filter(({ odd }) => odd), ...all.filter(({ odd }) => !odd)];
  const open = findings.filter(({ odd, key }) => odd && !confirmed.has(key)).length;
  const { counts } = dryRun;
  const { created, updated, uncertain } = counts;
  const nothing = created + updated === 0;
  const decided = importing.decisions.rows.length + importing.decisions.alike.length > 0;
  return (
    <div className={styles.map}>
      <p className={styles.lead}>
        {nothing ? 'Nothing would change.' : 'Preview of the import. Nothing has been saved yet.'}
      </p>
      <Findings
        confirmed={confirmed}
        findings={findings}
        importing={importing}
        mapping={mapping}
        onConfirm={(key, yes) =>
          setConfirmed(now => new Set(yes ? [...now, key] : [...now].filter(one => one !== key)))
        }
        onMapping={importing.setMapping}
        preview={preview}
      />
      <Counts counts={counts} isMail={preview.mail !== undefined} />
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
      <PlanStarts onTurn={setStartPlans} starts={dryRun.planStarts} value={startPlans} />
      <Changes changes={dryRun.changes} total={created + updated} />
      <Reasons reasons={dryRun.reasons} />
      <RejectedRows onSave={importing.saveRejected} rejected={dryRun.rejected} total={counts.rejected} />
      <Warnings total={dryRun.warned} warnings={dryRun.warnings} />
      <div className={styles.foot}>
        <Button onClick={() => importing.back('map')}>Back</Button>
        {stale ? (
          <Button look="primary" onClick={importing.check}>
            Preview again
          </Button>
        ) : (
          <Button
            disabled={nothing || open > 0}
            look="primary"
            onClick={() => void importing.run([...confirmed], startPlans)}
          >
            {`Import ${format.whole(created + updated)}`}
          </Button>
        )}
        {open > 0 && !stale && (
          <span className={styles.quiet}>
            {open === 1 ? 'Confirm the marked sentence first.' : `Confirm the ${open} marked sentences first.`}
          </span>
        )}
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
