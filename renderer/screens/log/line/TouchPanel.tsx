// Campaign, channel and content: what the line names or may mean, all others, or content by a new name.
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

type Named = { readonly id: string; readonly label: string; readonly archived: boolean };
type NamedProps = Props & {
  readonly named: readonly Named[];
  readonly title: string;
  readonly texts: { readonly none: string; readonly search: string; readonly problem: string };
};

/** One of the campaigns or channels of the workspace. */
function NamedPanel({ said, value, onAnswer, onClose, named, title, texts }: NamedProps) {
  const [typed, setTyped] = useState('');
  const all = named
    .filter(({ id, archived }) => !archived || id === value)
    .map(({ id, label }) => ({ key: id, label }));
  const likely = (said?.options ?? []).flatMap(id => all.filter(({ key }) => key === id));
  const found = all.filter(({ label }) => fits(label, typed));
  const choices = typed.trim() === '' ? once([...likely, ...all]) : found;
  const canClear = value !== null && typed.trim() === '';
  return (
    <ChoicePanel
      choices={canClear ? [...choices, { key: none, label: texts.none }] : choices}
      onClose={onClose}
      onPick={key => onAnswer(key === none ? null : key)}
      onTyped={setTyped}
      placeholder={texts.search}
      problem={choices.length === 0 ? texts.problem : null}
      title={title}
      typed={typed}
    />
  );
}

const campaignTexts = {
  none: 'No campaign',
  search: 'Search campaigns',
  problem: 'No campaign has this name. Add campaigns on the Campaigns screen.',
};
const channelTexts = {
  none: 'No channel',
  search: 'Search channels',
  problem: 'No channel has this name. Add channels on the Campaigns screen.',
};

/** Which campaign it came by. */
export const CampaignPanel = (props: Props) => (
  <NamedPanel {...props} named={useWorkspace().campaigns} texts={campaignTexts} title="Campaign" />
);

/** How they found us. */
export const ChannelPanel = (props: Props) => (
  <NamedPanel {...props} named={useWorkspace().channels} texts={channelTexts} title="Channel" />
);

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
