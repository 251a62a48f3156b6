// Range of a score with missing fields, and the question that matters most.
import { useEffect, useRef } from 'react';
import { fieldLabel, isOwnKey, ownKey } from '../../../shared/own-field.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { Fact } from './Fact.tsx';
import type { LeadDetail } from './LeadBody.tsx';
import styles from './lead.module.css';
import { OwnFact } from './OwnFact.tsx';

export function OneQuestion({ detail: { lead, score, own } }: { readonly detail: LeadDetail }) {
  const { ownFields } = useWorkspace();
  const box = useRef<HTMLDivElement>(null);
  const answered = useRef<string | null>(null);
  const [missing] = score.missing;
  const field = missing?.field;
  useEffect(() => {
    const element = box.current;
    const remember = () => {
      answered.current = field ?? null;
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
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

  const ownField = ownFields.find(({ id }) => ownKey(id) === field);
  const name = ownField?.label ?? fieldLabel(field).replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase());
  const withIt = score.total + missing.upTo;
  return (
    <div className={styles.question} ref={box}>
      <p>
        <b>{score.total} now</b>, up to <b>{withIt}</b> if {name} is known
        {score.possible > withIt && `, ${score.possible} if everything were`}.
      </p>
      {ownField && (
        <OwnFact
          field={ownField}
          key={field}
          label={missing.question}
          leadId={lead.id}
          missing={missing.upTo}
          value={own[ownField.id] ?? null}
        />
      )}
      {!isOwnKey(field) && (
        <Fact field={field} key={field} label={missing.question} lead={lead} missing={missing.upTo} />
      )}
    </div>
  );
}
