// Range of a score with missing fields, and the question that matters most.
import { useEffect, useRef } from 'react';
import { and } from '../../../shared/criteria-text.ts';
import { customKey, fieldLabel, isCustomKey } from '../../../shared/custom-field.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import styles from '../../parts/lead/lead.module.css';
import type { LeadDetail } from '../../parts/lead/lead-detail.ts';
import { announce } from '../../ui/feedback/announce.tsx';
import { CustomFieldRow } from './CustomFieldRow.tsx';
import { FieldRow } from './FieldRow.tsx';

export function OneQuestion({ detail: { lead, score, customValues } }: { readonly detail: LeadDetail }) {
  const { customFields } = useWorkspace();
  const box = useRef<HTMLDivElement>(null);
  const answered = useRef<string | null>(null);
  const [missing] = score.missing;
  const field = missing?.field;
  useEffect(() => {
    const element = box.current;
    const savePreference = () => {
      answered.current = field ?? null;
    };
    element?.addEventListener('focusin', savePreference);
    return () => element?.removeEventListener('focusin', savePreference);
  }, [field]);
  // After an answer the next question gets the focus.
  useEffect(() => {
    const before = answered.current;
    answered.current = null;
    if (before === null || before === field) return;
    announce(`Score ${score.total}`);
    if (document.activeElement === document.body) box.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [field, score.total]);
  if (!missing || field === undefined) return null;

  const customField = customFields.find(({ id }) => customKey(id) === field);
  const nameOf = (one: typeof field) =>
    customFields.find(({ id }) => customKey(id) === one)?.label ??
    fieldLabel(one).replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase());
  const withIt = score.total + missing.upTo;
  /** No answer alone adds points. */
  const together = missing.upTo === 0;
  return (
    <div className={styles.question} ref={box}>
      <p>
        <b>{score.total} now</b>, up to <b>{together ? score.possible : withIt}</b> if{' '}
        {together ? `${and(score.missing.map(one => nameOf(one.field)))} are` : `${nameOf(field)} is`} known
        {!together && score.possible > withIt && `, ${score.possible} if everything were`}.
      </p>
      {customField && (
        <CustomFieldRow
          field={customField}
          key={field}
          label={missing.question}
          leadId={lead.id}
          missing={missing.upTo}
          value={customValues[customField.id] ?? null}
        />
      )}
      {!isCustomKey(field) && (
        <FieldRow field={field} key={field} label={missing.question} lead={lead} missing={missing.upTo} />
      )}
    </div>
  );
}
