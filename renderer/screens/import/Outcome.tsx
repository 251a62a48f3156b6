// Outcome of an import or preview: counts, names, rejected rows.
import type { ImportCounts } from '../../../shared/import.ts';
import type { RejectedRow } from '../../../shared/import-row.ts';
import { useRoute } from '../../parts/navigation/use-route.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';

const text: readonly (readonly [keyof ImportCounts, string])[] = [
  ['created', 'new'],
  ['updated', 'updated'],
  ['unchanged', 'unchanged'],
  ['skipped', 'unchanged'],
  ['activities', 'activities'],
  ['promoted', 'become MQL'],
  ['duplicatesInFile', 'twice in the file'],
  ['rejected', 'refused'],
];

/** `isMail`: people write more than once, which says nothing. */
export function Counts({ counts, isMail = false }: { readonly counts: ImportCounts; readonly isMail?: boolean }) {
  const format = useFormat();
  return (
    <dl className={styles.counts}>
      {text
        .filter(([name]) => counts[name] > 0 || name === 'created')
        .filter(([name]) => !isMail || name !== 'duplicatesInFile')
        .map(([name, label]) => (
          <div key={name}>
            <dd>{format.whole(counts[name])}</dd>
            <dt>{label}</dt>
          </div>
        ))}
    </dl>
  );
}

/** Names in sight: enough to see whether it is the right file. */
const shownNames = 12;

type Named = { readonly id: string; readonly name: string; readonly line: number; readonly known: boolean };
type NamesProps = {
  readonly title: string;
  readonly names: readonly Named[];
  readonly total: number;
  /** All of them exist by now, also those that came with the file: a name opens the lead. */
  readonly open?: boolean;
};

export function Names({ title, names, total, open = false }: NamesProps) {
  const { openLead } = useRoute();
  const format = useFormat();
  if (names.length === 0) return null;
  return (
    <section className={styles.names}>
      <h2>{title}</h2>
      <p>
        {names.slice(0, shownNames).map(({ id, name, line, known }, index) => (
          <span key={`${id}${line}`}>
            {index > 0 && ', '}
            {open || known ? (
              <button className={styles.name} onClick={() => openLead(id)} type="button">
                {name}
              </button>
            ) : (
              <span title={`Line ${line}`}>{name}</span>
            )}
          </span>
        ))}
        {total > shownNames && ` and ${format.whole(total - shownNames)} more`}
      </p>
    </section>
  );
}

/** By what people were found to be here already. */
export function Reasons({
  reasons,
}: {
  readonly reasons: readonly { readonly why: string; readonly count: number }[];
}) {
  const format = useFormat();
  if (reasons.length === 0) return null;
  return (
    <section className={styles.names}>
      <h2>How they were matched</h2>
      <ul className={styles.reasons}>
        {reasons.map(({ why, count }) => (
          <li key={why}>
            <span className={styles.count}>{format.whole(count)}</span> {why}
          </li>
        ))}
      </ul>
    </section>
  );
}

type RejectedRowsProps = {
  readonly rejected: readonly RejectedRow[];
  readonly total: number;
  /** Writes all of them to a file. */
  readonly onSave: () => void;
};

export function RejectedRows({ rejected, total, onSave }: RejectedRowsProps) {
  const format = useFormat();
  if (total === 0) return null;
  return (
    <section className={styles.names}>
      <h2>{total === 1 ? 'One row cannot be imported' : `${format.whole(total)} rows cannot be imported`}</h2>
      <ul>
        {rejected.slice(0, 10).map(row => (
          <li key={row.line}>
            Line {row.line}: {row.reason}{' '}
            <span className={styles.quiet} dir="auto">
              {row.cells
                .filter(cell => cell.trim() !== '')
                .slice(0, 4)
                .join(' · ')
                .slice(0, 120)}
            </span>
          </li>
        ))}
      </ul>
      {total > 10 && <p className={styles.quiet}>and {format.whole(total - 10)} more</p>}
      <div className={styles.buttons}>
        <Button icon="file" onClick={onSave}>
          Save rejected rows
        </Button>
        <span className={styles.quiet}>
          Each with its line number and reason. Fix them in a spreadsheet and import that file.
        </span>
      </div>
    </section>
  );
}

type WarningsProps = {
  readonly warnings: readonly { readonly line: number; readonly message: string }[];
  readonly total: number;
};

/** Cells that were not understood. Their rows come in all the same, so the list is folded. */
export function Warnings({ warnings, total }: WarningsProps) {
  const format = useFormat();
  if (total === 0) return null;
  return (
    <details className={styles.names}>
      <summary>
        {total === 1 ? 'One cell was not recognized' : `${format.whole(total)} cells were not recognized`}; the rest of
        each row is imported
      </summary>
      <ul>
        {warnings.map(({ line, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may say the same twice
          <li key={index}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
