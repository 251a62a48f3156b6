// Merge dialog: choose a value for each differing field.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { CustomValue } from '../../../shared/custom-field.ts';
import { isKnown, type LeadField, leadFieldNames, leadFields } from '../../../shared/lead.ts';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace, type Workspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type Format, useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { TagLabels } from '../lead/TagLabels.tsx';
import { useRoute } from '../navigation/use-route.ts';
import styles from './duplicates.module.css';

type Pair = Output<'duplicates.pair'>;
type Side = Pair['side'];
type Props = { readonly id: string; readonly otherId: string; readonly onClose: () => void };
type Choice = 'mine' | 'theirs' | 'both';

/** One line of the comparison. */
type Line = {
  readonly key: string;
  readonly label: string;
  readonly mine: CustomValue;
  readonly theirs: CustomValue;
  /** What stands where nobody chooses. */
  readonly first: Choice;
  readonly show: (value: CustomValue) => string;
};

export function MergeDialog({ id, otherId, onClose }: Props) {
  const pair = useRead('duplicates.pair', { id, otherId });
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const workspace = useWorkspace();
  const format = useFormat();
  const { route, openLead } = useRoute();
  const merge = useCommand('duplicates.merge');
  const apart = useCommand('duplicates.apart');
  const lines = pair.data ? linesOf(pair.data, workspace, format) : [];

  const doMerge = useOnce(async () => {
    if (!pair.data) return;
    const { side } = pair.data;
    const made = lines
      .filter(line => chosen[line.key] !== undefined && chosen[line.key] !== line.first)
      .map(line => [line.key, chosen[line.key] === 'mine' ? line.mine : line.theirs] as const);
    const attributes = Object.fromEntries(made.filter(([key]) => !key.startsWith('custom:')));
    const customValues = Object.fromEntries(
      made.filter(([key]) => key.startsWith('custom:')).map(([key, value]) => [key.slice(7), value]),
    );
    const result = await merge.run({ id, otherId, attributes, customValues }, { done: `Merged into ${side.name}.` });
    if (!result.ok) return;
    if (route.lead === otherId) openLead(id);
    onClose();
  });

  return (
    <Dialog
      help="leads"
      actions={
        <>
          <Button
            onClick={async () => {
              const result = await apart.run({ id, otherId }, { done: 'Marked as different people.' });
              if (result.ok) onClose();
            }}
          >
            Different people
          </Button>
          <Button disabled={!pair.data || merge.busy} look="primary" onClick={() => void doMerge()}>
            Merge
          </Button>
        </>
      }
      onClose={onClose}
      title="Same person?"
      width="wide"
    >
      <QueryBoundary of={pair}>
        {({ side, other, goesOn, ends }) => (
          <>
            <table className={styles.compare}>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="hidden-visually">Field</span>
                  </th>
                  <Head side={side} workspace={workspace} />
                  <Head side={other} workspace={workspace} />
                </tr>
              </thead>
              <tbody>
                {lines.map(line => (
                  <CompareRow
                    choice={chosen[line.key] ?? line.first}
                    key={line.key}
                    line={line}
                    onChoose={choice => setChosen(now => ({ ...now, [line.key]: choice }))}
                  />
                ))}
              </tbody>
            </table>
            {lines.length === 0 && <p className={styles.intro}>The two records do not differ.</p>}
            <p className={styles.intro}>
              Kept from both records: {count(side.activities + other.activities, 'activity', 'activities')},{' '}
              {count(side.deals + other.deals, 'deal', 'deals')}, all stage changes, tags and notes. The earliest dates
              are kept, and the figures count one person.
            </p>
            {(ends.plans.length > 0 || ends.steps > 0) && <p className={styles.intro}>{endsText(ends, goesOn)}</p>}
          </>
        )}
      </QueryBoundary>
    </Dialog>
  );
}

function Head({ side, workspace }: { readonly side: Side; readonly workspace: Workspace }) {
  return (
    <th className={styles.side} scope="col">
      <span className={styles.sideName}>{side.name}</span>
      <StageBadge stage={side.lead.stage} />
      <span className={styles.known}>
        since <DateText at={side.lead.createdAt} />, {count(side.activities, 'activity', 'activities')}
      </span>
      <TagLabels ids={side.tagIds} tags={workspace.tags} />
    </th>
  );
}

/** What stops for the person when the two are one. */
function endsText({ plans, steps }: Pair['ends'], goesOn: string | null): string {
  const others = [...new Set(plans)].filter(plan => plan !== goesOn);
  const names = others.map(plan => `“${plan}”`).join(' and ');
  const ended =
    others.length === 0
      ? ''
      : `The nurture plan${others.length === 1 ? '' : 's'} ${names} end${others.length === 1 ? 's' : ''}`;
  const once = plans.length > 0 && goesOn !== null ? `The nurture plan “${goesOn}” goes on once. ` : '';
  const stays = ended === '' ? once : goesOn === null ? '. ' : `; “${goesOn}” goes on. `;
  const dropped =
    steps === 0
      ? ''
      : `${count(steps, 'next step', 'next steps')} of the two end${steps === 1 ? 's' : ''}, because the person is lost or disqualified.`;
  return `${ended}${stays}${dropped}`;
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

type RowProps = { readonly line: Line; readonly choice: Choice; readonly onChoose: (choice: Choice) => void };

function CompareRow({ line, choice, onChoose }: RowProps) {
  const { key, label, mine, theirs, show } = line;
  const cell = (side: Choice, value: CustomValue) => (
    <td data-chosen={choice === side || choice === 'both'}>
      <label className={styles.value}>
        <input
          aria-label={`${label}: ${value === null ? 'not known' : show(value)}`}
          checked={choice === side}
          name={`merge ${key}`}
          onChange={() => onChoose(side)}
          type="radio"
        />
        <span>{value === null ? '–' : show(value)}</span>
      </label>
    </td>
  );
  return (
    <tr>
      <th scope="row">
        {label}
        {line.first === 'both' && (
          <label className={styles.bothNotes}>
            <input checked={choice === 'both'} name={`merge ${key}`} onChange={() => onChoose('both')} type="radio" />
            both
          </label>
        )}
      </th>
      {cell('mine', mine)}
      {cell('theirs', theirs)}
    </tr>
  );
}

/** Facts that differ, those that only one knows among them. */
function linesOf({ side, other, attributes, same }: Pair, workspace: Workspace, format: Format): readonly Line[] {
  const known = (value: CustomValue) => (value === 'unknown' ? null : value);
  const built = leadFieldNames.flatMap((key): Line[] => {
    const [mine, theirs] = [known(side.lead[key]), known(other.lead[key])];
    if (mine === theirs || same.includes(key)) return [];
    const stands = known(attributes[key]);
    const first: Choice = stands === mine ? 'mine' : stands === theirs ? 'theirs' : 'both';
    return [
      {
        key,
        label: leadFields[key].label,
        mine,
        theirs,
        first,
        show: value => attributeText(key, value, workspace, format),
      },
    ];
  });
  const customValues = workspace.customFields.flatMap((field): Line[] => {
    const [mine, theirs] = [side.customValues[field.id] ?? null, other.customValues[field.id] ?? null];
    if (mine === theirs) return [];
    const show = (value: CustomValue) => (field.kind === 'money' ? format.money(Number(value)) : String(value));
    return [
      { key: `custom:${field.id}`, label: field.label, mine, theirs, first: isKnown(mine) ? 'mine' : 'theirs', show },
    ];
  });
  return [...built, ...customValues];
}

const tristateLabels: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' };

export function attributeText(field: LeadField, value: CustomValue, workspace: Workspace, format: Format): string {
  if (value === null) return 'not known';
  const { kind } = leadFields[field];
  if (kind === 'money') return format.money(Number(value));
  if (kind === 'number') return format.whole(Number(value));
  if (kind === 'known') return tristateLabels[value] ?? 'not known';
  if (kind !== 'reference') return String(value);
  const row =
    field === 'memberId'
      ? byId(workspace.members, String(value))?.name
      : byId(field === 'channelId' ? workspace.channels : workspace.campaigns, String(value))?.label;
  return row ?? String(value);
}
