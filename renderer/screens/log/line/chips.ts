// The parts of a line as short texts, one for each chip, with the key that opens it.
import type { LineMoment, ReadLine } from '../../../../shared/log-line.ts';
import { stepText } from '../../../../shared/next-step.ts';
import type { Format } from '../../../ui/format.tsx';
import type { IconName } from '../../../ui/Icon.tsx';

import type { PartId, Shown, ShownPerson } from './shown.ts';

export type Chip = PartId & {
  /** The digit that opens it, with Alt; several people, or companies, have one, and it opens one after the other. */
  readonly digit: number;
  readonly icon: IconName;
  readonly label: string;
  readonly value: string;
  readonly more: string | null;
  /** `ask`: something has to be chosen; `empty`: the line says nothing of it. */
  readonly state: 'said' | 'ask' | 'empty';
};

export function momentText(when: LineMoment | null, format: Format): string {
  if (when === null) return 'now';
  const isNear = Math.abs(format.daysFromToday(when.date)) < 2;
  const day = format.weekDate(when.date);
  return [isNear ? `${format.away(when.date)} (${day})` : day, when.time].filter(Boolean).join(', ');
}

const personMore = ({ id, company, attributes }: ShownPerson): string =>
  id === null ? ['new', attributes.email, attributes.phone].filter(Boolean).join(', ') : (company ?? 'known');

export type ChipsHome = {
  readonly format: Format;
  /** Campaigns of the workspace. */
  readonly campaigns: readonly { readonly id: string; readonly label: string }[];
  readonly channels: readonly { readonly id: string; readonly label: string }[];
};

/** The chip that a digit opens: of several the one behind `open`, and the first again behind the last. */
export function chipOf(chips: readonly Chip[], digit: number, open: PartId | null): Chip | undefined {
  const ours = chips.filter(one => one.digit === digit);
  const at = ours.findIndex(one => one.part === open?.part && one.index === open.index);
  return ours[(at + 1) % Math.max(1, ours.length)];
}

/** What is offered and not taken: "Google Ads?". */
const offered = (labels: readonly (string | undefined)[]): string | null => (labels[0] ? `${labels[0]}?` : null);

/** The chips in the order of the line; the digits of the parts are always the same. */
export function chipsOf(read: ReadLine, shown: Shown, { format, campaigns, channels }: ChipsHome): readonly Chip[] {
  const { people, type, when, note, deal, step, campaign, content, channel } = shown;
  const labelOf = (id: string | undefined) => campaigns.find(one => one.id === id)?.label;
  const channelOf = (id: string | undefined) => channels.find(one => one.id === id)?.label;
  const isNew = people.some(({ id }) => id === null);
  const asks = (part: Chip['part'], index = 0) => shown.doubts.some(one => one.part === part && one.index === index);
  const chip = (part: Chip['part'], one: Omit<Chip, 'part' | 'index' | 'state'>, isSaid: boolean, index = 0): Chip => ({
    ...one,
    part,
    index,
    state: asks(part, index) ? 'ask' : isSaid ? 'said' : 'empty',
  });
  const who = people.map((person, index) =>
    chip(
      'who',
      {
        digit: 1,
        icon: 'person',
        label: 'Person',
        value: person.name,
        more: asks('who', index) ? 'not sure' : personMore(person),
      },
      true,
      index,
    ),
  );
  const nobody = chip('who', { digit: 1, icon: 'person', label: 'Person', value: 'Choose', more: null }, false);
  const companies = people.flatMap((person, index) =>
    person.id !== null || person.name === person.company
      ? []
      : [
          chip(
            'company',
            {
              digit: 2,
              icon: 'leads',
              label: 'Company',
              value: person.company ?? 'None',
              more: null,
            },
            person.company !== null,
            index,
          ),
        ],
  );
  const typeText =
    type === null
      ? asks('type') && read.activity
        ? `“${read.activity.word}”`
        : 'Choose'
      : 'newType' in type
        ? type.newType.label
        : type.label;
  const typeMore = type === null ? null : 'newType' in type ? 'new type' : type.ourSide ? 'by you' : 'by the lead';
  const dealMore =
    deal === null
      ? null
      : deal.deal === null
        ? 'new'
        : deal.deal.amount === deal.amount
          ? 'open'
          : 'changes the open deal';
  return [
    ...(who.length > 0 ? who : [nobody]),
    ...companies,
    chip('type', { digit: 3, icon: 'quiet', label: 'Activity', value: typeText, more: typeMore }, type !== null),
    chip('when', { digit: 4, icon: 'clock', label: 'When', value: momentText(when, format), more: null }, true),
    chip('note', { digit: 5, icon: 'note', label: 'Note', value: note ?? 'None', more: null }, note !== null),
    chip(
      'deal',
      {
        digit: 6,
        icon: 'deal',
        label: 'Deal',
        value: deal ? format.money(deal.amount) : asks('deal') ? `“${read.amount?.text}”` : 'None',
        more: dealMore,
      },
      deal !== null,
    ),
    chip(
      'step',
      {
        digit: 7,
        icon: 'calendar',
        label: 'Next step',
        value: step ? stepText(step) : 'None',
        more:
          step === null ? null : step.on === null ? 'no date' : momentText({ date: step.on, time: step.time }, format),
      },
      step !== null,
    ),
    ...(campaigns.length > 0
      ? [
          chip(
            'campaign',
            {
              digit: 9,
              icon: 'campaigns',
              label: 'Campaign',
              value: labelOf(campaign ?? undefined) ?? offered((read.campaign?.options ?? []).map(labelOf)) ?? 'None',
              more: campaign === null && read.campaign ? 'not set' : null,
            },
            campaign !== null,
          ),
        ]
      : []),
    chip(
      'content',
      {
        digit: 0,
        icon: 'note',
        label: 'Content',
        value: content ?? offered(read.content?.options ?? []) ?? 'None',
        more: content === null && read.content ? 'not set' : null,
      },
      content !== null,
    ),
    ...(isNew && (read.channel !== null || channel !== null)
      ? [
          chip(
            'channel',
            {
              digit: 8,
              icon: 'campaigns',
              label: 'Channel',
              value: channelOf(channel ?? undefined) ?? offered((read.channel?.options ?? []).map(channelOf)) ?? 'None',
              more: channel === null && read.channel ? 'not set' : null,
            },
            channel !== null,
          ),
        ]
      : []),
  ];
}
