// People as rows, each of which opens the lead; of a long list the first ones, with how many there are.
import type { Output } from '../../../shared/contract.ts';
import { useFormat } from '../../ui/format.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { RipenessBar } from '../../ui/score/RipenessBar.tsx';
import { useRoute } from '../navigation/use-route.ts';
import styles from './rows.module.css';

export type LeadsPage = Output<'review.leads'>;

export function LeadsRows({ page: { rows, total } }: { readonly page: LeadsPage }) {
  const format = useFormat();
  const { openLead } = useRoute();
  return (
    <>
      <ul>
        {rows.map(row => (
          <li key={row.id}>
            <button className={styles.lead} onClick={() => openLead(row.id)} type="button">
              <span className={styles.name}>{row.name}</span>
              <span className={styles.company}>{row.company}</span>
              <span>
                <StageBadge stage={row.stage} />
              </span>
              <RipenessBar score={row.score} size="row" stage={row.stage} />
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className={styles.aside}>No people.</p>}
      {total > rows.length && (
        <p className={styles.aside}>
          The first {format.whole(rows.length)} of {format.whole(total)} are listed.
        </p>
      )}
    </>
  );
}
