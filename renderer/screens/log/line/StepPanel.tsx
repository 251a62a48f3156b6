// The next step of the line: what is to be done, and on which day.
import { type FormEvent, useState } from 'react';
import { useRead } from '../../../api/use-read.ts';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import { useFormat } from '../../../ui/format.tsx';
import type { StepAnswer } from './answers.ts';
import { type Choice, ChoicePanel } from './ChoicePanel.tsx';
import { momentText } from './chips.ts';
import styles from './line.module.css';
import { closeOn, focusOnce } from './panel-keys.ts';

type Props = {
  readonly step: Exclude<StepAnswer, 'none'> | null;
  readonly onAnswer: (step: StepAnswer) => void;
  readonly onClose: () => void;
};

export function StepPanel({ step, onAnswer, onClose }: Props) {
  const format = useFormat();
  const [what, setWhat] = useState(step?.what ?? '');
  const [day, setDay] = useState(step?.on ? [step.on, step.time].filter(Boolean).join(' ') : '');
  const text = day.trim().slice(0, 100);
  const answer = useRead('activities.parseDate', { text }, { when: text !== '' }).data;
  const found = text === '' ? null : (answer?.future[0] ?? null);
  const isPast = answer && answer.future.length === 0 && answer.past.length > 0;
  const problem = text === '' || !answer || found ? null : isPast ? 'This day is past.' : answer.why;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text !== '' && found === null) return;
    onAnswer({ what: what.trim() || null, on: found?.date ?? null, time: found?.time ?? null });
  };
  return (
    <form aria-label="Next step" className={styles.panel} onKeyDown={closeOn(onClose)} onSubmit={submit}>
      <div className={styles.two}>
        <Input
          label="Next step"
          layout="stack"
          maxLength={500}
          onChange={setWhat}
          placeholder="Follow up"
          ref={focusOnce}
          value={what}
        />
        <Input
          error={problem}
          label="Day"
          layout="stack"
          maxLength={100}
          onChange={setDay}
          placeholder="Friday, in 2 weeks, 3 May 15:00"
          value={day}
        />
      </div>
      <p className={styles.hint}>{found ? momentText(found, format) : text === '' ? 'No date yet' : ''}</p>
      <div className={styles.buttons}>
        {step && <Button onClick={() => onAnswer('none')}>Remove next step</Button>}
        <Button type="submit">Set next step</Button>
      </div>
    </form>
  );
}

type DayProps = Props & { readonly title: string; readonly days: readonly { date: string; time: string | null }[] };

/** Where the line leaves more than one day for it, or none that can be used. */
export function StepDayPanel({ title, days, step, onAnswer, onClose }: DayProps) {
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const text = typed.trim().slice(0, 100);
  const answer = useRead('activities.parseDate', { text }, { when: text !== '' }).data;
  const options = text === '' ? days : (answer?.future ?? []);
  const choices: Choice[] = [
    ...options.map(one => ({ key: JSON.stringify(one), label: momentText(one, format) })),
    ...(text === ''
      ? [
          { key: 'null', label: 'No date yet' },
          { key: 'none', label: 'No next step' },
        ]
      : []),
  ];
  return (
    <ChoicePanel
      choices={choices}
      onClose={onClose}
      onPick={key => {
        if (key === 'none') return onAnswer('none');
        const day = JSON.parse(key) as { date: string; time: string | null } | null;
        onAnswer({ what: step?.what ?? null, on: day?.date ?? null, time: day?.time ?? null });
      }}
      onTyped={setTyped}
      placeholder="A day, such as Friday or in 2 weeks"
      problem={text !== '' && answer && options.length === 0 ? (answer.why ?? 'This day is past.') : null}
      title={title}
      typed={typed}
    />
  );
}
