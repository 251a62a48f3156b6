// Campaign and content of the activity: what the line names or may mean, all others, or content by a new name.
import { useState } from 'react';
import type { ReadTouch } from '../../../../shared/log-line.ts';
import { useRead } from '../../../api/use-read.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { type Choice, ChoicePanel } from './ChoicePanel.tsx';

type Props = {
  readonly said: ReadTouch | null;
  readonly value: string | null;
  readonly onAnswer: (value: string | null) => void;
  readonly onClose: () => void;
};
const none = 'none';
const once = (choices: readonly Choice[]): readonly Choice[] =>
  choices.filter((one, index) => choices.findIndex(other => other.key === one.key) === index);
const fits = (label: string, typed: string): boolean => label.toLowerCase().includes(typed.trim().toLowerCase());

/** Which campaign it came by. */
export function CampaignPanel({ said, value, onAnswer, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const campaigns = useWorkspace().campaigns.filter(({ id, archived }) => !archived || id === value);
  const all = campaigns.map(({ id, label }) => ({ key: id, label }));
  const likely = (said?.options ?? []).flatMap(id => all.filter(({ key }) => key === id));
  const found = all.filter(({ label }) => fits(label, typed));
  const choices = typed.trim() === '' ? once([...likely, ...all]) : found;
  const canClear = value !== null && typed.trim() === '';
  return (
    <ChoicePanel
      choices={canClear ? [...choices, { key: none, label: 'No campaign' }] : choices}
      onClose={onClose}
      onPick={key => onAnswer(key === none ? null : key)}
      onTyped={setTyped}
      placeholder="Search campaigns"
      problem={choices.length === 0 ? 'No campaign has this name. Add campaigns on the Campaigns screen.' : null}
      title="Campaign"
      typed={typed}
    />
  );
}

/** Which guide, webinar or ad it was about. */
export function ContentPanel({ said, value, onAnswer, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const known = useRead('activities.contents', {}).data ?? [];
  const name = typed.trim().slice(0, 200);
  const choiceOf = (content: string): Choice => {
    const isKnown = known.some(one => one.toLowerCase() === content.toLowerCase());
    return { key: `is ${content}`, label: content, after: isKnown ? null : 'new' };
  };
  const found = known.filter(content => fits(content, name));
  const isNew = name !== '' && !known.some(content => content.toLowerCase() === name.toLowerCase());
  const choices =
    name === ''
      ? once([...(said?.options ?? []), ...known].map(choiceOf))
      : [...found.map(choiceOf), ...(isNew ? [choiceOf(name)] : [])];
  const canClear = value !== null && name === '';
  return (
    <ChoicePanel
      choices={canClear ? [...choices, { key: none, label: 'No content' }] : choices}
      onClose={onClose}
      onPick={key => onAnswer(key === none ? null : key.slice(3))}
      onTyped={setTyped}
      placeholder="Search content, or name a new one"
      title="Content"
      typed={typed}
    />
  );
}
