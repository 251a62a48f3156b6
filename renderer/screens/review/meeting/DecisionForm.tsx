// Form of a decision: text, criteria version, expected effect, review date.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Decision } from '../../../../shared/meeting.ts';
import { comesBackAfterWeeks } from '../../../../shared/meeting.ts';
import { showToast } from '../../../api/toast-store.ts';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Input, TextArea } from '../../../ui/fields/Input.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { useMeeting } from '../review-context.tsx';
import { type DecisionDraft, draftOf, emptyDecision, readDecision } from './decision-draft.ts';
import { submitOnEnter } from './submit-on-enter.ts';
import styles from './talk.module.css';
import { useExpectation, useVersions } from './use-expectation.ts';
import { useKept } from './use-kept.ts';
import { WriteDown } from './WriteDown.tsx';

type Props = {
  /** Null: a new one. */
  readonly decision: Decision | null;
  /** What a new one begins with. */
  readonly start?: DecisionDraft | null;
  readonly onDone?: () => void;
};

export function DecisionForm({ decision, start = null, onDone }: Props) {
  const { weekStart } = useMeeting();
  const versions = useVersions();
  const format = useFormat();
  const [draft, setDraft, clear] = useKept<DecisionDraft>(
    `decision ${weekStart} ${decision?.id ?? 'new'}${start?.criteriaId ?? ''}`,
    start ?? (decision ? draftOf(format, decision) : emptyDecision),
    'Decision',
    ({ text }) => (text === (decision?.text ?? start?.text ?? '') ? '' : text),
  );
  const latest = useRef(draft);
  latest.current = draft;
  const [error, setError] = useState<{ readonly field: string; readonly text: string } | null>(null);
  const { run } = useCommand('meeting.saveDecision');
  const set = (change: Partial<DecisionDraft>) => {
    setDraft({ ...draft, ...change });
    setError(null);
  };
  const replay = useExpectation(draft.criteriaId);
  // Once for each version, and never over what somebody has typed.
  const filled = useRef(decision?.criteria?.id ?? null);
  useEffect(() => {
    if (replay.expected === null || filled.current === draft.criteriaId) return;
    filled.current = draft.criteriaId;
    if (draft.mqls === '' && draft.accepted === '') setDraft({ ...draft, ...replay.expected });
  });

  const leave = () => {
    clear();
    onDone?.();
  };
  const save = async () => {
    const read = readDecision(draft);
    if ('field' in read) return setError(read);
    // Free for the next one at once; what is refused comes back.
    leave();
    const result = await run(
      { date: weekStart, id: decision?.id ?? null, ...read },
      { done: decision ? 'Decision saved.' : 'Decision added.', quiet: true },
    );
    if (result.ok) return;
    if (decision !== null || latest.current.text !== '')
      return showToast(`“${read.text}” was not saved. ${result.error.message}`, { tone: 'problem' });
    setDraft(draft);
    setError({ field: 'text', text: result.error.message });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const problem = (field: string) => (error?.field === field ? error.text : null);

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextArea
        error={problem('text')}
        label={decision ? 'Decision' : 'What did you decide?'}
        maxLength={2000}
        onChange={text => set({ text })}
        onKeyDown={submitOnEnter}
        placeholder="One sentence that will still be clear in four weeks"
        value={draft.text}
      />
      <div className={styles.fields}>
        <Field
          label="Criteria version"
          layout="stack"
          meaning="The criteria version this decision publishes. Its replay on past data suggests the expected effect."
        >
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Criteria version"
              onChange={criteriaId => set({ criteriaId })}
              options={versions.map(({ id, number, publishedAt }) => ({
                value: id,
                label: `Version ${number}, ${publishedAt === null ? 'a draft' : format.date(format.plainDate(publishedAt))}`,
              }))}
              placeholder="None"
              value={draft.criteriaId}
            />
          )}
        </Field>
        <Input
          error={problem('mqls')}
          inputMode="decimal"
          label="Expected MQLs a week"
          onChange={mqls => set({ mqls })}
          placeholder="No estimate"
          value={draft.mqls}
        />
        <Input
          error={problem('accepted')}
          inputMode="decimal"
          label="Expected acceptance, %"
          onChange={accepted => set({ accepted })}
          placeholder="No estimate"
          value={draft.accepted}
        />
      </div>
      {replay.text && (
        <p className={styles.aside}>
          {replay.text}{' '}
          {replay.expected && (replay.expected.mqls !== draft.mqls || replay.expected.accepted !== draft.accepted) && (
            <Button look="plain" onClick={() => replay.expected && set(replay.expected)} size="small">
              Use this estimate
            </Button>
          )}
        </p>
      )}
      <div className={styles.foot}>
        <label className={styles.check}>
          <input
            checked={draft.comesBack}
            onChange={event => set({ comesBack: event.target.checked })}
            type="checkbox"
          />
          Review again in {comesBackAfterWeeks} weeks
        </label>
        <WriteDown editing={decision !== null} onCancel={onDone && leave} />
      </div>
    </form>
  );
}
