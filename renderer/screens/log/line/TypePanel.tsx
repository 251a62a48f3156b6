// What happened: the types a word of the line can mean, all others, or a new one by that name.
import { useState } from 'react';
import type { ActivityType } from '../../../../shared/activity.ts';
import type { ReadLine } from '../../../../shared/log-line.ts';
import { fittingTypes } from '../../../parts/leads/activity-types.ts';
import type { TypeAnswer } from './answers.ts';
import { type Choice, ChoicePanel } from './ChoicePanel.tsx';

type Props = {
  readonly title: string;
  readonly read: ReadLine | null;
  readonly types: readonly ActivityType[];
  readonly onAnswer: (answer: TypeAnswer) => void;
  readonly onClose: () => void;
};
type Option = Choice & { readonly answer: TypeAnswer };

const side = (ourSide: boolean) => (ourSide ? 'by you' : 'by the lead');
const optionOf = ({ id, label, ourSide }: ActivityType): Option => ({
  key: id,
  label,
  after: side(ourSide),
  answer: { typeId: id },
});
const makeType = (label: string, ourSide: boolean): Option => ({
  key: `new ${ourSide}`,
  label: `Make “${label}” a type`,
  after: side(ourSide),
  answer: { newType: { label, ourSide } },
});

export function TypePanel({ title, read, types, onAnswer, onClose }: Props) {
  const [typed, setTyped] = useState('');
  /** The whole list; where the word can mean a few, those come alone. */
  const [isWhole, setIsWhole] = useState(false);
  const inUse = types.filter(({ archived }) => !archived);
  const activity = read?.activity ?? null;
  const name = typed.trim().slice(0, 100);
  const isNew = name !== '' && !inUse.some(({ label }) => label.toLowerCase() === name.toLowerCase());
  const likely = (activity?.typeIds ?? []).flatMap(id => inUse.filter(one => one.id === id)).map(optionOf);
  const proposed = activity?.newType ? [makeType(activity.newType.label, activity.newType.ourSide)] : [];
  const isAsked = proposed.length + likely.length > (activity?.sure === false ? 0 : 1) && !isWhole;
  const all = isAsked ? [] : inUse.map(optionOf);
  const options =
    name === ''
      ? [...proposed, ...likely, ...all]
      : [...fittingTypes(types, name).map(optionOf), ...(isNew ? [makeType(name, false), makeType(name, true)] : [])];
  const once = options.filter((one, index) => options.findIndex(other => other.key === one.key) === index);
  return (
    <ChoicePanel
      choices={isAsked && name === '' ? [...once, { key: 'all', label: 'Another type' }] : once}
      onClose={onClose}
      onPick={key => {
        if (key === 'all') return setIsWhole(true);
        const picked = once.find(one => one.key === key);
        if (picked) onAnswer(picked.answer);
      }}
      onTyped={setTyped}
      placeholder="Search types, or name a new one"
      title={title}
      typed={typed}
    />
  );
}
