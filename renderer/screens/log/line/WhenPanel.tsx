// When it happened: the days the line can mean, or another one that is typed.
import { useState } from 'react';
import { addDays } from '../../../../shared/dates.ts';
import type { LineMoment, ReadLine } from '../../../../shared/log-line.ts';
import { useRead } from '../../../api/use-read.ts';
import { useFormat } from '../../../ui/format.tsx';

import { ChoicePanel } from './ChoicePanel.tsx';
import { momentText } from './chips.ts';

type Props = {
  readonly title: string;
  readonly read: ReadLine | null;
  readonly onAnswer: (when: LineMoment | null) => void;
  readonly onClose: () => void;
};

export function WhenPanel({ title, read, onAnswer, onClose }: Props) {
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const text = typed.trim().slice(0, 100);
  const answer = useRead('activities.parseDate', { text }, { when: text !== '' }).data;
  const said = read?.when.options ?? [];
  const near: readonly (LineMoment | null)[] = [
    null,
    ...[-1, -2, -7].map(days => ({ date: addDays(format.today, days), time: null })),
  ];
  const options = text === '' ? [...said, ...near] : (answer?.past ?? []);
  const choices = options.map(one => ({ key: JSON.stringify(one), label: momentText(one, format) }));
  const once = choices.filter((one, index) => choices.findIndex(other => other.key === one.key) === index);
  const future = answer && answer.past.length === 0 && answer.future.length > 0;
  const problem =
    text === '' || !answer ? null : future ? 'This day is still to come. Plan a next step instead.' : answer.why;
  return (
    <ChoicePanel
      choices={once}
      onClose={onClose}
      onPick={key => onAnswer(JSON.parse(key) as LineMoment | null)}
      onTyped={setTyped}
      placeholder="A day, such as last Friday 3pm"
      problem={problem}
      title={title}
      typed={typed}
    />
  );
}
