// Export dialog: data, program, file type; progress and cancel.
import { useState } from 'react';
import type { ExportFor, ExportKind, ExportWhat } from '../../../shared/contract/exports.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './export.module.css';
import type { ExportRequest } from './open-export.ts';
import { useExport } from './use-export.ts';

const whats: readonly { readonly value: ExportWhat; readonly label: string }[] = [
  { value: 'leads', label: 'Leads' },
  { value: 'activities', label: 'Activities' },
  { value: 'stages', label: 'Stage history' },
  { value: 'deals', label: 'Deals' },
];
const programs: readonly { readonly value: ExportFor; readonly label: string }[] = [
  { value: 'ripen', label: 'A spreadsheet or Ripen' },
  { value: 'hubspot', label: 'HubSpot' },
  { value: 'pipedrive', label: 'Pipedrive' },
  { value: 'zoho', label: 'Zoho' },
];
const kinds: readonly { readonly value: ExportKind; readonly label: string }[] = [
  { value: 'csv', label: 'CSV' },
  { value: 'xlsx', label: 'Excel workbook' },
];
const says: Readonly<Record<ExportWhat, string>> = {
  leads: 'One row per lead: all fields, custom fields and tags, the current stage and its date, and the latest deal.',
  activities: 'One row per activity: lead, type, date and note.',
  stages: 'One row per stage change: lead, stage, date and reason.',
  deals: 'One row per deal: lead, amount, dates and result.',
};
const units: Readonly<Record<ExportWhat, readonly [one: string, many: string]>> = {
  leads: ['lead', 'leads'],
  activities: ['activity', 'activities'],
  stages: ['step', 'steps'],
  deals: ['deal', 'deals'],
};

type Props = { readonly request: ExportRequest; readonly onClose: () => void };

export function ExportDialog({ request, onClose }: Props) {
  const format = useFormat();
  const [what, setWhat] = useState<ExportWhat>('leads');
  const [as, setAs] = useState<ExportFor>('ripen');
  const [kind, setKind] = useState<ExportKind>('csv');
  const counts = useRead('exports.count', {}).data;
  const job = useExport(onClose);
  const program = what === 'leads' ? as : 'ripen';
  const rows = request.who === null ? (counts?.[what] ?? null) : what === 'leads' ? request.count : null;
  const some = request.who !== null && request.count !== null;
  const unit = (count: number) => units[what][count === 1 ? 0 : 1];
  return (
    <Dialog
      help="import"
      actions={
        <>
          {job.running ? <Button onClick={job.stop}>Stop</Button> : <Button onClick={onClose}>Close</Button>}
          <Button
            disabled={job.running || rows === 0}
            look="primary"
            onClick={() => void job.save({ what, as: program, kind, who: request.who })}
          >
            {rows === null ? 'Export' : `Export ${format.whole(rows)} ${unit(rows)}`}
          </Button>
        </>
      }
      onClose={job.running ? () => undefined : onClose}
      title={
        some ? `Export of ${format.whole(request.count ?? 0)} ${request.count === 1 ? 'lead' : 'leads'}` : 'Export'
      }
    >
      <div className={styles.form}>
        <div>
          <Segments label="Data" onChange={setWhat} options={whats} value={what} />
          <p className={styles.says}>{says[what]}</p>
        </div>
        {what === 'leads' && <Chips label="Format for" onChange={setAs} options={programs} titled value={as} />}
        <div>
          <Segments label="File type" onChange={setKind} options={kinds} value={kind} />
          <p className={styles.says}>
            {program === 'ripen'
              ? 'Safe to open in a spreadsheet (no cell can run as a formula), and Ripen can import it again unchanged.'
              : 'Uses the column names this program recognizes.'}
          </p>
        </div>
        {job.running && (
          <ProgressBar
            done={job.progress?.done ?? 0}
            label="Writing file"
            total={job.progress?.total ?? rows}
            unit={unit(2)}
          />
        )}
        {job.problem && <Notice tone="problem">{job.problem}</Notice>}
      </div>
    </Dialog>
  );
}
