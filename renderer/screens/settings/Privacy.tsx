// Privacy: the retention rule with its review, the record of processing, and the log of erasures.
import { useState } from 'react';
import { addDays } from '../../../shared/dates.ts';
import { type Processing, processingLabels } from '../../../shared/privacy.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { EraseDialog } from '../../parts/privacy/EraseDialog.tsx';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { InlineNumber, InlineText } from '../../ui/fields/InlineText.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Rows } from './Rows.tsx';
import styles from './settings.module.css';

export function Privacy() {
  const { settings, save } = useSettings();
  return (
    <>
      <div className={styles.numbers}>
        <InlineNumber
          after={<span className={styles.unit}>months without activity</span>}
          kind="number"
          label="Review leads after"
          meaning="Leads without any activity for so long are listed here, for you to keep or erase. Empty: no rule."
          onSave={save('retentionMonths')}
          value={settings.retentionMonths}
        />
      </div>
      <Retention />
      <h3 className={styles.subtitle}>Record of processing</h3>
      <Record />
      <h3 className={styles.subtitle}>Erasures</h3>
      <Erasures />
    </>
  );
}

const keptDays = 365;

/** Who is due, each with the two answers; nothing happens to the others. */
function Retention() {
  const review = useRead('privacy.retention', {}).data;
  const keep = useCommand('privacy.keep');
  const format = useFormat();
  const [erasing, setErasing] = useState<{ readonly id: string; readonly name: string } | null>(null);
  if (!review || review.months === null) return null;
  if (review.rows.length === 0) return <p className={styles.note}>No leads to review.</p>;
  return (
    <>
      <p className={styles.note}>
        {review.rows.length === 1 ? '1 lead' : `${review.rows.length} leads`} without activity for {review.months}{' '}
        months.
      </p>
      <Rows>
        {review.rows.map(({ id, name, lastAt }) => (
          <li className={styles.row} key={id}>
            <span>{name}</span>
            <span className={styles.unit}>
              last activity <DateText at={lastAt} />
            </span>
            <Button
              aria-label={`Keep a year: ${name}`}
              onClick={() =>
                keep.run({ ids: [id], until: addDays(format.today, keptDays) }, { done: `${name} kept for a year.` })
              }
              size="small"
            >
              Keep a year
            </Button>
            <Button aria-label={`Erase: ${name}`} look="plain" onClick={() => setErasing({ id, name })} size="small">
              Erase
            </Button>
          </li>
        ))}
      </Rows>
      {erasing && (
        <EraseDialog {...erasing} onClose={() => setErasing(null)} onGone={() => undefined} reason="retention" />
      )}
    </>
  );
}

/** What only the owner knows; the rest of the record is filled in. */
function Record() {
  const { settings, save } = useSettings();
  const saveRecord = useOnce(async (format: 'text' | 'pdf') => {
    const result = await call('privacy.saveRecord', { format });
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
    else if (result.value.path !== null) showToast(`The record is in ${result.value.path}.`);
  });
  return (
    <>
      <p className={styles.note}>
        Categories of data, sources, profiling and time limits are filled in by Ripen. Add what only you know.
      </p>
      {(Object.keys(processingLabels) as (keyof Processing)[]).map(key => (
        <InlineText
          key={key}
          kind="notes"
          label={processingLabels[key]}
          onSave={value => save('processing')({ ...settings.processing, [key]: value ?? '' })}
          placeholder="Add"
          value={settings.processing[key] || null}
        />
      ))}
      <div className={styles.buttons}>
        <Button onClick={() => saveRecord('pdf')}>Save record as PDF</Button>
        <Button onClick={() => saveRecord('text')}>Save as text</Button>
      </div>
    </>
  );
}

const reasons = { request: 'on request', retention: 'retention review', restored: 'restored backup' } as const;

/** The log holds no names. */
function Erasures() {
  const log = useRead('privacy.erasures', {}).data;
  if (!log) return null;
  if (log.length === 0)
    return <p className={styles.note}>None yet. Erase a person under Privacy on the page of their lead.</p>;
  return (
    <Rows>
      {log.map(({ id, at, reason, counts }) => (
        <li className={styles.row} key={id}>
          <span>
            <DateText at={at} />
          </span>
          <span className={styles.unit}>
            {counts.lead === 1 ? '1 person' : `${counts.lead} people`}, {counts.activity}{' '}
            {counts.activity === 1 ? 'activity' : 'activities'}, {reasons[reason]}
          </span>
        </li>
      ))}
    </Rows>
  );
}
