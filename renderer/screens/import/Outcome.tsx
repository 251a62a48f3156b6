// The outcome of an import, tried out or real: counts, names, refused rows.
import type { ImportCounts, RefusedRow } from '../../../shared/import.ts';
import { usePlace } from '../../app/use-place.ts';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';

const words: readonly (readonly [keyof ImportCounts, string])[] = [
  ['created', 'new'],
  ['updated', 'updated'],
  ['unchanged', 'unchanged'],
  ['skipped', 'left as they are'],
  ['activities', 'activities'],
  ['promoted', 'become MQL'],
  ['duplicatesInFile', 'twice in the file'],
  ['refused', 'refused'],
];

export function Counts({ counts }: { readonly counts: ImportCounts }) {
  const format = useFormat();
  return (
    <dl className={styles.counts}>
      {words
        .filter(([name]) => counts[name] > 0 || name === 'created')
        .map(([name, label]) => (
          <div key={name}>
            <dd>{format.whole(counts[name])}</dd>
            <dt>{label}</dt>
          </div>
        ))}
    </dl>
  );
}

type Named = { readonly id: string; readonly name: string; readonly line: number };
type NamesProps = {
  readonly title: string;
  readonly names: readonly Named[];
  readonly total: number;
  /** They exist: a name opens the lead. */
  readonly open?: boolean;
};

export function Names({ title, names, total, open = false }: NamesProps) {
  const { openLead } = usePlace();
  const format = useFormat();
  if (names.length === 0) return null;
  return (
    <section className={styles.names}>
      <h2>{title}</h2>
      <p>
        {names.map(({ id, name, line }, index) => (
          <span key={`${id}${line}`}>
            {index > 0 && ', '}
            {open ? (
              <button className={styles.name} onClick={() => openLead(id)} type="button">
                {name}
              </button>
            ) : (
              <span title={`Line ${line}`}>{name}</span>
            )}
          </span>
        ))}
        {total > names.length && ` and ${format.whole(total - names.length)} more`}
      </p>
    </section>
  );
}

export function Refused({ refused, total }: { readonly refused: readonly RefusedRow[]; readonly total: number }) {
  const format = useFormat();
  if (total === 0) return null;
  return (
    <section className={styles.names}>
      <h2>{format.whole(total)} rows that cannot be taken</h2>
      <ul>
        {refused.slice(0, 10).map(row => (
          <li key={row.line}>
            Line {row.line}: {row.reason}
          </li>
        ))}
      </ul>
      {total > 10 && <p className={styles.quiet}>and {format.whole(total - 10)} more</p>}
    </section>
  );
}
