// Accepting an MQL: need, budget, authority and timeline in one line each, and who gets it. Asked, not forced.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Tristate } from '../../../shared/lead.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useBoxDraft } from '../../ui/fields/use-box-draft.ts';
import { useFormat } from '../../ui/format.tsx';
import { amountProblem, parseAmount } from '../../ui/parse.ts';
import { FormFoot } from './FormFoot.tsx';
import type { FormProps } from './form-props.ts';
import styles from './moves.module.css';
import { useAnswer } from './use-answer.ts';

type Topic = 'need' | 'authority' | 'timeline';

const topics: readonly { readonly topic: Topic; readonly label: string; readonly hint: string }[] = [
  { topic: 'need', label: 'Need', hint: 'What do they need?' },
  { topic: 'authority', label: 'Authority', hint: 'Who decides?' },
  { topic: 'timeline', label: 'Timeline', hint: 'By when?' },
];
const answers = [
  { value: 'unknown', label: 'Not known' },
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const;

type Props = FormProps & { readonly known: Output<'leads.get'> | null };

export function AcceptForm({ known, onAnswer, onCancel, draft }: Props) {
  const { members, settings } = useWorkspace();
  const format = useFormat();
  const lead = known?.lead;
  const [said, setSaid] = useState<Readonly<Record<Topic, Tristate>>>({
    need: lead?.need ?? 'unknown',
    authority: lead?.authority ?? 'unknown',
    timeline: lead?.timeline ?? 'unknown',
  });
  const notes = {
    need: useBoxDraft(draft, 'need', lead?.needNote ?? ''),
    authority: useBoxDraft(draft, 'authority', lead?.authorityNote ?? ''),
    timeline: useBoxDraft(draft, 'timeline', lead?.timelineNote ?? ''),
  };
  const [budget, setBudget] = useBoxDraft(draft, 'budget', lead?.budget == null ? '' : format.money(lead.budget));
  const sellers = members.filter(member => !member.archived && member.side !== 'marketing');
  const acting = sellers.find(member => member.id === settings.actingAs)?.id ?? null;
  const [memberId, setMemberId] = useState<string | null>(lead?.memberId ?? acting);

  const { submit, error, busy } = useAnswer({ onAnswer, draft }, () => {
    const amount = budget.trim() === '' ? null : parseAmount(budget, settings.currency);
    if (budget.trim() !== '' && amount === null) return amountProblem(budget, settings.currency);
    const noted = (topic: Topic) => notes[topic][0].trim() || null;
    // Of several people only what was answered is written, so that nothing known is lost.
    const given = (topic: Topic) => known !== null || said[topic] !== 'unknown' || noted(topic) !== null;
    return {
      to: 'sql',
      attributes: {
        ...(given('need') ? { need: said.need, needNote: noted('need') } : {}),
        ...(given('authority') ? { authority: said.authority, authorityNote: noted('authority') } : {}),
        ...(given('timeline') ? { timeline: said.timeline, timelineNote: noted('timeline') } : {}),
        ...(known !== null || amount !== null ? { budget: amount } : {}),
        ...(known !== null || memberId !== null ? { memberId } : {}),
      },
    };
  });

  return (
    <form className={styles.form} onSubmit={submit}>
      {topics.map(({ topic, label, hint }) => (
        <div className={styles.topic} key={topic}>
          <span aria-hidden="true" className={styles.topicLabel}>
            {label}
          </span>
          <Segments
            label={label}
            onChange={value => setSaid({ ...said, [topic]: value })}
            options={answers}
            value={said[topic]}
          />
          <input
            aria-label={`${label}, note`}
            autoComplete="off"
            className={styles.note}
            maxLength={2000}
            onChange={event => notes[topic][1](event.target.value)}
            placeholder={hint}
            value={notes[topic][0]}
          />
        </div>
      ))}
      <Input
        inputMode="decimal"
        label="Budget"
        layout="row"
        onChange={setBudget}
        placeholder="What can they spend?"
        value={budget}
      />
      {sellers.length > 0 && (
        <Field label="Assign to">
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Assign to"
              onChange={setMemberId}
              options={sellers.map(member => ({ value: member.id, label: member.name }))}
              placeholder="Unassigned"
              value={memberId}
            />
          )}
        </Field>
      )}
      <FormFoot busy={busy} error={error} label="Accept" onCancel={onCancel} />
    </form>
  );
}
