// Duplicates: pairs with the reason; compare, merge, or mark as different people.
import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { useFormat } from '../../ui/format.tsx';
import { QueryBoundary } from '../../ui/QueryBoundary.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { go, useRoute } from '../navigation/use-route.ts';
import styles from './duplicates.module.css';
import { MergeDialog } from './MergeDialog.tsx';

type Pair = Output<'duplicates.list'>['rows'][number];
type Row = Pair['row'];

/** Pairs shown at once; the next ones come up as these are dealt with. */
const shown = 50;

export function Duplicates() {
  const format = useFormat();
  const list = useRead('duplicates.list', { limit: shown }, { keep: true });
  const apart = useCommand('duplicates.apart');
  const [open, setOpen] = useState<readonly [string, string] | null>(null);
  return (
    <QueryBoundary of={list}>
      {({ total, sure, rows }) =>
        total === 0 ? (
          <EmptyState
            actions={<Button onClick={() => go('leads')}>Back to leads</Button>}
            glyph="lead"
            title="No duplicates"
          >
            No two leads share an e-mail, phone, LinkedIn profile or ID, and no two of one company have the same or
            nearly the same name.
          </EmptyState>
        ) : (
          <div className={styles.page}>
            <p className={styles.intro}>
              {pairText(total, sure, format.whole)} Merging keeps the data of both records and can be undone.
            </p>
            <ul className={styles.pairs}>
              {rows.map(pair => (
                <li className={styles.pair} key={`${pair.row.id} ${pair.other.id}`}>
                  <p className={styles.why} data-sure={pair.sure}>
                    {pair.why}
                  </p>
                  <Someone row={pair.row} />
                  <Someone row={pair.other} />
                  <div className={styles.buttons}>
                    <Button onClick={() => setOpen([pair.row.id, pair.other.id])} size="small">
                      Compare
                    </Button>
                    <Button
                      aria-label={`${pair.row.name} and ${pair.other.name} are different people`}
                      look="plain"
                      onClick={() =>
                        apart.run(
                          { id: pair.row.id, otherId: pair.other.id },
                          { done: `${pair.row.name} and ${pair.other.name} marked as different people.` },
                        )
                      }
                      size="small"
                    >
                      Different people
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
            {total > rows.length && (
              <p className={styles.intro}>{format.whole(total - rows.length)} more appear as you resolve these.</p>
            )}
            {open && <MergeDialog id={open[0]} onClose={() => setOpen(null)} otherId={open[1]} />}
          </div>
        )
      }
    </QueryBoundary>
  );
}

/** "3 pairs may be one person each; 2 of them surely are." */
function pairText(total: number, sure: number, whole: (count: number) => string): string {
  if (total === 1) return sure === 1 ? '1 pair is certainly the same person.' : '1 pair may be the same person.';
  const all = `${whole(total)} pairs may be the same person`;
  return sure === 0 ? `${all}.` : `${all}; ${sure === total ? 'all' : whole(sure)} of them certainly are.`;
}

function Someone({ row }: { readonly row: Row }) {
  const { openLead } = useRoute();
  const known = [row.jobTitle, row.company === row.name ? null : row.company, row.email, row.phone];
  return (
    <div className={styles.someone}>
      <button className={styles.name} onClick={() => openLead(row.id)} type="button">
        {row.name}
      </button>
      <StageBadge stage={row.stage} />
      <p className={styles.known}>{known.filter(Boolean).join(' · ')}</p>
      <p className={styles.known}>
        since <DateText at={row.createdAt} />
      </p>
    </div>
  );
}
