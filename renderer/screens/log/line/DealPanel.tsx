// What the amount of a line is: a new deal, the amount of the open one, or a part of the note.
import { useState } from 'react';
import type { LineCandidate, ReadLine } from '../../../../shared/log-line.ts';
import { useFormat } from '../../../ui/format.tsx';
import { parseAmount } from '../../../ui/parse.ts';
import type { DealAnswer } from './answers.ts';
import { type Choice, ChoicePanel } from './ChoicePanel.tsx';

type Props = {
  readonly title: string;
  readonly read: ReadLine | null;
  /** The first person of the line. */
  readonly name: string;
  readonly open: LineCandidate['deal'];
  readonly onAnswer: (deal: DealAnswer) => void;
  readonly onClose: () => void;
};
type Option = Choice & { readonly answer: DealAnswer };

export function DealPanel({ title, read, name, open, onAnswer, onClose }: Props) {
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const said = read?.amount ?? null;
  const number = typed.trim() === '' ? null : parseAmount(typed, format.currency);
  const isWrong = typed.trim() !== '' && (number === null || number < 0);
  // An amount in another currency is no amount here until somebody says what it is worth.
  const fromLine = said?.currency === format.currency ? said.options : [];
  const amounts = typed.trim() === '' ? fromLine : number === null || isWrong ? [] : [number];
  const options = amounts.flatMap((amount): Option[] => [
    ...(open
      ? [
          {
            key: `open ${amount}`,
            label: `Change the open deal to ${format.money(amount)}`,
            after: [open.name, open.amount === null ? null : format.money(open.amount)].filter(Boolean).join(', '),
            answer: { amount, id: open.id },
          },
        ]
      : []),
    { key: `new ${amount}`, label: `New deal of ${format.money(amount)}`, after: name, answer: { amount, id: null } },
  ]);
  const none: Option = {
    key: 'none',
    label: 'No deal',
    after: said ? `“${said.text}” stays in the note` : null,
    answer: 'none',
  };
  const choices = typed.trim() === '' ? [...options, none] : options;
  return (
    <ChoicePanel
      choices={choices}
      onClose={onClose}
      onPick={key => {
        const picked = choices.find(one => one.key === key);
        if (picked) onAnswer(picked.answer);
      }}
      onTyped={setTyped}
      placeholder={`An amount in ${format.currency}`}
      problem={isWrong ? 'Enter an amount, such as 12,000 or 12k.' : null}
      title={title}
      typed={typed}
    />
  );
}
