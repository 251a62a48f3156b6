// List of spend entries.
import { useState } from 'react';
import { rowKey } from '../../api/row-key.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Money } from '../../ui/Money.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import styles from './campaigns.module.css';
import { SpendForm } from './SpendForm.tsx';
import type { SpendEntry } from './spend-entry.ts';

export function SpendEntries() {
  const entries = useRead('spend.list', {});
  const [editing, setEditing] = useState<SpendEntry | 'new' | null>(null);
  const add = (
    <Button icon="plus" onClick={() => setEditing('new')}>
      Add spend
    </Button>
  );
  return (
    <>
      <QueryBoundary of={entries}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState actions={add} glyph="visitor" title="No spend recorded">
              Record what ads, trade shows and printing cost to see the cost per MQL and per customer.
            </EmptyState>
          ) : (
            <>
              <div className={styles.tools}>{add}</div>
              <SpendTable onEdit={setEditing} rows={rows.toReversed()} />
            </>
          )
        }
      </QueryBoundary>
      {editing !== null && <SpendForm entry={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function SpendTable({
  rows,
  onEdit,
}: {
  readonly rows: readonly SpendEntry[];
  readonly onEdit: (entry: SpendEntry) => void;
}) {
  const { channels, campaigns } = useWorkspace();
  const format = useFormat();
  const remove = useCommand('spend.remove');
  const nameOf = (entry: SpendEntry) =>
    byId(campaigns, entry.campaignId)?.label ?? byId(channels, entry.channelId)?.label ?? 'General marketing';
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Amount</th>
          <th scope="col">Note</th>
          <th scope="col">
            <span className="hidden-visually">Edit or delete</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(entry => (
          <tr key={rowKey(entry.id)}>
            <th scope="row">{nameOf(entry)}</th>
            <td>
              <DateText date={entry.startsOn} />
            </td>
            <td>
              <DateText date={entry.endsOn} />
            </td>
            <td className={styles.amount}>
              <Money amount={entry.amount} />
            </td>
            <td className={styles.text}>{entry.note}</td>
            <td className={styles.rowTools}>
              <IconButton icon="edit" label={`Edit ${nameOf(entry)}`} onClick={() => onEdit(entry)} size="small" />
              <IconButton
                icon="trash"
                label={`Delete ${nameOf(entry)}`}
                onClick={() =>
                  remove.run({ id: entry.id }, { done: `Deleted: ${format.money(entry.amount)} for ${nameOf(entry)}.` })
                }
                size="small"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
