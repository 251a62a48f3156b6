// List of spend entries.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { Answer } from '../../api/Answer.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Money } from '../../ui/Money.tsx';
import { BillForm } from './BillForm.tsx';
import styles from './campaigns.module.css';

export type Bill = Output<'spend.list'>[number];

export function Bills() {
  const bills = useRead('spend.list', {});
  const [editing, setEditing] = useState<Bill | 'new' | null>(null);
  const add = (
    <Button icon="plus" onClick={() => setEditing('new')}>
      Add spend
    </Button>
  );
  return (
    <>
      <Answer of={bills}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState actions={add} glyph="visitor" title="No spend recorded">
              Record what ads, trade shows and printing cost to see the cost per MQL and per customer.
            </EmptyState>
          ) : (
            <>
              <div className={styles.tools}>{add}</div>
              <BillTable onEdit={setEditing} rows={rows.toReversed()} />
            </>
          )
        }
      </Answer>
      {editing !== null && <BillForm bill={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function BillTable({ rows, onEdit }: { readonly rows: readonly Bill[]; readonly onEdit: (bill: Bill) => void }) {
  const { channels, campaigns } = useWorkspace();
  const format = useFormat();
  const remove = useCommand('spend.remove');
  const nameOf = (bill: Bill) =>
    byId(campaigns, bill.campaignId)?.label ?? byId(channels, bill.channelId)?.label ?? 'General marketing';
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
        {rows.map(bill => (
          <tr key={bill.id}>
            <th scope="row">{nameOf(bill)}</th>
            <td>
              <DateText date={bill.startsOn} />
            </td>
            <td>
              <DateText date={bill.endsOn} />
            </td>
            <td className={styles.amount}>
              <Money amount={bill.amount} />
            </td>
            <td className={styles.words}>{bill.note}</td>
            <td className={styles.rowTools}>
              <IconButton icon="edit" label={`Edit ${nameOf(bill)}`} onClick={() => onEdit(bill)} size="small" />
              <IconButton
                icon="trash"
                label={`Delete ${nameOf(bill)}`}
                onClick={() =>
                  remove.run({ id: bill.id }, { done: `Deleted: ${format.money(bill.amount)} for ${nameOf(bill)}.` })
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
