// The box in which one part of the line is changed, or asked.
import type { ActivityType } from '../../../../shared/activity.ts';
import type { ReadLine } from '../../../../shared/log-line.ts';
import type { Answers } from './answers.ts';
import { DealPanel } from './DealPanel.tsx';
import { StepDayPanel, StepPanel } from './StepPanel.tsx';
import {
  dealKey,
  type Meant,
  openDealOf,
  type PartId,
  type Shown,
  stepKey,
  touchKey,
  typeKey,
  whenKey,
} from './shown.ts';
import { TextPanel } from './TextPanel.tsx';
import { CampaignPanel, ChannelPanel, ContentPanel } from './TouchPanel.tsx';
import { TypePanel } from './TypePanel.tsx';
import { WhenPanel } from './WhenPanel.tsx';
import { WhoPanel } from './WhoPanel.tsx';

export const emptyLine: ReadLine = {
  people: [],
  leads: [],
  activity: null,
  when: { options: [], why: null },
  note: null,
  amount: null,
  step: null,
  campaign: null,
  content: null,
  channel: null,
};

type Props = {
  readonly at: PartId;
  readonly read: ReadLine;
  readonly shown: Shown;
  readonly answers: Answers;
  readonly types: readonly ActivityType[];
  readonly meant: Meant;
  /** The note as the line has it; see `noteOf`. */
  readonly note: string;
  readonly onAnswers: (answers: Answers) => void;
  readonly onClose: () => void;
};

const titles = {
  who: 'Who is it?',
  type: 'What happened?',
  when: 'When did it happen?',
  deal: 'Deal',
  step: 'Next step',
};

export function PartPanel({ at, read, shown, answers, types, meant, note, onAnswers, onClose }: Props) {
  const { part, index } = at;
  const question = shown.doubts.find(one => one.part === part && one.index === index)?.question;
  const title = question ?? titles[part as keyof typeof titles] ?? '';
  const person = shown.people[index] ?? null;
  const set = (change: Partial<Answers>) => onAnswers({ ...answers, ...change });
  switch (part) {
    case 'who':
      return (
        <WhoPanel
          canLeaveOut={person !== null && person.words !== '' && (shown.people.length > 1 || meant.leads.length > 0)}
          meant={meant}
          onAnswer={(words, answer) => set({ who: { ...answers.who, [words]: answer } })}
          onClose={onClose}
          person={person}
          title={title}
        />
      );
    case 'company':
      return (
        <TextPanel
          label="Company"
          most={200}
          onAnswer={text => set({ company: { ...answers.company, [person?.words ?? '']: text || null } })}
          onClose={onClose}
          value={person?.company ?? ''}
        />
      );
    case 'type':
      return (
        <TypePanel
          onAnswer={value => set({ type: { of: typeKey(read), value } })}
          onClose={onClose}
          read={read}
          title={title}
          types={types}
        />
      );
    case 'when':
      return (
        <WhenPanel
          onAnswer={value => set({ when: { of: whenKey(read), value } })}
          onClose={onClose}
          read={read}
          title={title}
        />
      );
    case 'note':
      return (
        <TextPanel
          label="Note"
          most={5000}
          onAnswer={value => set({ note: { of: note, value } })}
          onClose={onClose}
          value={shown.note ?? ''}
        />
      );
    case 'campaign':
      return (
        <CampaignPanel
          onAnswer={value => set({ campaign: { of: touchKey(read.campaign), value } })}
          onClose={onClose}
          said={read.campaign}
          value={shown.campaign}
        />
      );
    case 'channel':
      return (
        <ChannelPanel
          onAnswer={value => set({ channel: { of: touchKey(read.channel), value } })}
          onClose={onClose}
          said={read.channel}
          value={shown.channel}
        />
      );
    case 'content':
      return (
        <ContentPanel
          onAnswer={value => set({ content: { of: touchKey(read.content), value } })}
          onClose={onClose}
          said={read.content}
          value={shown.content}
        />
      );
    case 'deal':
      return (
        <DealPanel
          name={shown.people[0]?.name ?? ''}
          onAnswer={value => set({ deal: { of: dealKey(read), value } })}
          onClose={onClose}
          open={openDealOf(read, shown.people)}
          read={read}
          title={title}
        />
      );
    case 'step': {
      const step = {
        step: shown.step,
        onAnswer: (value: NonNullable<Answers['step']>['value']) => set({ step: { of: stepKey(read), value } }),
        onClose,
      };
      return question ? <StepDayPanel {...step} days={read.step?.days ?? []} title={title} /> : <StepPanel {...step} />;
    }
  }
}
