// Paste from a sheet: the cells as they came, what Ripen understands, and one step that takes them.
import { useDeferredValue, useState } from 'react';
import { type PasteTarget, pasteTargets } from '../../../shared/campaign-week.ts';
import type { Output } from '../../../shared/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { TextArea } from '../../ui/fields/Input.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import styles from './campaigns.module.css';
import { PasteRows } from './PasteRows.tsx';

const targetLabels: Readonly<Record<PasteTarget, string>> = {
  date: 'Week or date',
  from: 'First day',
  to: 'Last day',
  channel: 'Channel',
  campaign: 'Campaign',
  spend: 'Spend',
  strangers: 'Strangers',
  visitors: 'Visitors',
  note: 'Note',
  ignore: 'Skip',
};
const targetOptions = pasteTargets.map(value => ({ value, label: targetLabels[value] }));
const kinds = [
  { value: 'spend', label: 'Spend' },
  { value: 'strangers', label: 'Strangers' },
  { value: 'visitors', label: 'Visitors' },
] as const;

type Kind = (typeof kinds)[number]['value'];
type Understood = Output<'weeks.readPaste'>;

/** `start`: what was pasted already. */
export function Paste({ start, onClose }: { readonly start: string; readonly onClose: () => void }) {
  const format = useFormat();
  const [typed, setTyped] = useState(start);
  const [columns, setColumns] = useState<readonly PasteTarget[] | null>(null);
  const [numbers, setNumbers] = useState<Kind>('spend');
  const text = useDeferredValue(typed);
  const input = { text, columns: columns === null ? null : [...columns], numbers };
  const read = useRead('weeks.readPaste', input, { when: text.trim() !== '', keep: true });
  const take = useCommand('weeks.paste');
  const counts = text.trim() === '' ? undefined : read.data?.counts;
  const taken = counts?.taken ?? 0;

  async function add() {
    const result = await take.run(input, { done: doneText });
    if (result.ok) onClose();
  }

  return (
    <Dialog
      help="campaigns"
      actions={
        <>
          {counts && <p className={styles.counts}>{countText(counts)}</p>}
          <Button disabled={taken === 0 || take.busy} look="primary" onClick={add}>
            Add {taken === 0 ? '' : format.whole(taken)} {taken === 1 ? 'line' : 'lines'}
          </Button>
        </>
      }
      onClose={onClose}
      title="Paste from a sheet"
      width="wide"
    >
      <TextArea
        autoFocus={start === ''}
        label="Cells copied from a spreadsheet"
        meaning="One row per week and channel, or one column per channel. Include a header row if you can."
        onChange={next => {
          setTyped(next);
          setColumns(null);
        }}
        placeholder={'Week\tChannel\tSpend\tVisitors\n2026-02-16\tSearch\t120\t45'}
        rows={5}
        value={typed}
      />
      {text.trim() !== '' && (
        <QueryBoundary of={read}>
          {value => (
            <>
              {value.wide ? (
                <p className={styles.wide}>
                  <span>One column per channel. The numbers are</span>
                  <Segments label="Meaning of the numbers" onChange={setNumbers} options={kinds} value={numbers} />
                </p>
              ) : (
                <Columns onChange={setColumns} understood={value} />
              )}
              <PasteRows rows={value.rows} />
            </>
          )}
        </QueryBoundary>
      )}
    </Dialog>
  );
}

type ColumnsProps = {
  readonly understood: Understood;
  readonly onChange: (columns: readonly PasteTarget[]) => void;
};

const Columns = ({ understood: { headers, columns }, onChange }: ColumnsProps) => (
  <ul aria-label="Meaning of each column" className={styles.columns}>
    {columns.map((target, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
      <li key={at}>
        <span className={styles.aside}>{headers[at] || `Column ${at + 1}`}</span>
        <Choice
          label={`Meaning of “${headers[at] || `Column ${at + 1}`}”`}
          onChange={next => onChange(columns.with(at, (next ?? 'ignore') as PasteTarget))}
          options={targetOptions}
          value={target}
        />
      </li>
    ))}
  </ul>
);

function countText({ taken, known, problems }: Understood['counts']): string {
  const parts = [`${taken} to add`];
  if (known > 0) parts.push(`${known} already recorded`);
  if (problems > 0) parts.push(`${problems} cannot be added`);
  return `${parts.join(', ')}.`;
}

function doneText({ spend, reach, channels, campaigns }: Output<'weeks.paste'>): string {
  const parts = [
    spend > 0 ? `${spend} spend ${spend === 1 ? 'entry' : 'entries'}` : null,
    reach > 0 ? `reach for ${reach} ${reach === 1 ? 'week' : 'weeks'}` : null,
    channels > 0 ? `${channels} new ${channels === 1 ? 'channel' : 'channels'}` : null,
    campaigns > 0 ? `${campaigns} new ${campaigns === 1 ? 'campaign' : 'campaigns'}` : null,
  ].filter(part => part !== null);
  return `Added: ${parts.join(', ')}.`;
}
