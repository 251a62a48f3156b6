// Comparison of two versions in words.
import { useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { useRead } from '../../../api/use-read.ts';
import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { Changes } from '../Changes.tsx';
import styles from './versions.module.css';

export function Compare({ versions }: { readonly versions: Output<'criteria.versions'> }) {
  const { draft } = useRules();
  const all = [
    ...(draft ? [{ id: draft.id, label: `the draft of version ${draft.number}` }] : []),
    ...versions.map(one => ({ id: one.id, label: `version ${one.number}` })),
  ];
  const options = all.map(({ id, label }) => ({ value: id, label }));
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const known = (id: string | undefined) => all.find(one => one.id === id)?.id;
  const to = known(chosen.to) ?? all[0]?.id ?? '';
  const from = known(chosen.from) ?? all[1]?.id ?? to;
  const compared = useRead('criteria.compare', { from, to }, { when: all.length > 1, keep: true });
  if (all.length < 2) return null;
  return (
    <section aria-label="Compare two versions" className={styles.compare}>
      <div className={styles.pair}>
        <span>What changed from</span>
        <Choice label="From" onChange={id => id && setChosen({ ...chosen, from: id })} options={options} value={from} />
        <span>to</span>
        <Choice label="To" onChange={id => id && setChosen({ ...chosen, to: id })} options={options} value={to} />
      </div>
      <QueryBoundary of={compared}>
        {({ changes }) =>
          changes.length === 0 ? <p className={styles.aside}>No differences.</p> : <Changes live text={changes} />
        }
      </QueryBoundary>
    </section>
  );
}
