// Who a person of the line is: the leads that may be meant, a new one, or another that is searched for.
import { useState } from 'react';
import { useRead } from '../../../api/use-read.ts';
import { comingIn } from '../log-leads.ts';
import { nobody, type WhoAnswer } from './answers.ts';
import { type Choice, ChoicePanel } from './ChoicePanel.tsx';
import type { Meant, ShownPerson } from './shown.ts';

type Props = {
  readonly title: string;
  /** Null: nobody is named. */
  readonly person: ShownPerson | null;
  readonly meant: Meant;
  /** Whether the line goes without them. */
  readonly canLeaveOut: boolean;
  readonly onAnswer: (words: string, answer: WhoAnswer) => void;
  readonly onClose: () => void;
};

type Option = Choice & { readonly answer: WhoAnswer };

export function WhoPanel({ title, person, meant, canLeaveOut, onAnswer, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const words = person?.words ?? '';
  const search = typed.trim();
  const found = useRead('leads.list', { search, limit: 6 }).data;
  const option = (
    is: 'lead' | 'other',
    id: string,
    name: string,
    company: string | null,
    why: string | null,
  ): Option => ({
    key: id,
    label: name,
    after: [company === name ? null : company, why].filter(Boolean).join(' · '),
    answer: { is, id, name, company },
  });
  const candidates = (person?.candidates ?? []).map(one => option('lead', one.id, one.name, one.company, one.why));
  const here = meant.leads.map(({ id, name }) =>
    option(words === '' ? 'lead' : 'other', id, name, null, 'on the screen'),
  );
  const asNew: Option[] =
    words === '' || !person
      ? []
      : [{ key: 'new', label: `Add “${newName(person)}” as a new lead`, answer: { is: 'new' } }];
  const leaveOut: Option[] = canLeaveOut
    ? [{ key: 'left-out', label: `Leave out “${words}”`, after: 'stays in the note', answer: { is: 'left-out' } }]
    : [];
  const others = (found?.rows ?? []).map(row => option('other', row.id, row.name, row.company, null));
  const typedName: Option[] =
    search.length < 2
      ? []
      : [{ key: 'typed', label: `Add “${search}” as a new lead`, answer: { is: 'typed', ...typedPerson(search) } }];
  const options =
    search === ''
      ? [...candidates, ...here, ...asNew, ...leaveOut, ...others]
      : // Nothing can be chosen before it is known who is there.
        found
        ? [...others, ...typedName]
        : [];
  const once = options.filter((one, index) => options.findIndex(other => other.key === one.key) === index);
  return (
    <ChoicePanel
      choices={once}
      onClose={onClose}
      onPick={key => {
        const picked = once.find(one => one.key === key);
        if (picked) onAnswer(words, picked.answer);
      }}
      onTyped={setTyped}
      placeholder="Search leads"
      title={title}
      typed={typed}
    />
  );
}

const newName = ({ attributes: { firstName, lastName, company, email, phone }, name }: ShownPerson): string =>
  [firstName, lastName].filter(Boolean).join(' ') || company || email || phone || name;

function typedPerson(text: string) {
  const { name, attributes } = comingIn(text);
  return { name, attributes: { ...nobody, ...attributes } };
}
