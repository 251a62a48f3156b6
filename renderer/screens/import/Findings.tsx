// What the import takes for granted, in sentences: what is odd comes first and is confirmed; each opens its rows and is changed on the spot.
import type { Mapping, Preview } from '../../../shared/import.ts';
import type { Finding } from '../../../shared/import-findings.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import styles from './findings.module.css';
import { Unplaced } from './Unplaced.tsx';
import type { Importing } from './use-import.ts';
import { Values } from './Values.tsx';

type Props = {
  readonly findings: readonly Finding[];
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  /** Keys of odd ones that were confirmed. */
  readonly confirmed: ReadonlySet<string>;
  readonly onConfirm: (key: string, yes: boolean) => void;
  readonly importing: Pick<Importing, 'cells' | 'saveCells' | 'job' | 'addOwnAddress'>;
};

export function Findings({ findings, confirmed, onConfirm, ...rest }: Props) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="import-findings" className={styles.findings}>
      <h2 id="import-findings">Check before you import</h2>
      <ul>
        {findings.map(finding => (
          <li data-odd={finding.odd} key={finding.key}>
            <p>
              {finding.odd && <Icon name="warning" size={16} />}
              <span dir="auto">{finding.text}</span>
            </p>
            {finding.odd && (
              <label className={styles.confirm}>
                <input
                  checked={confirmed.has(finding.key)}
                  onChange={event => onConfirm(finding.key, event.target.checked)}
                  type="checkbox"
                />
                This is right
              </label>
            )}
            {finding.address && (
              <Button onClick={() => void rest.importing.addOwnAddress(finding.address ?? '')} size="small">
                Add to your addresses
              </Button>
            )}
            <Rows finding={finding} />
            <Change finding={finding} {...rest} />
            {finding.columns && (
              <Unplaced
                columns={rest.preview.columns.filter(({ index }) => finding.columns?.includes(index))}
                key={finding.columns.join(' ')}
                {...rest}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ finding: { rows, count } }: { readonly finding: Finding }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{rows.length === 1 ? 'Show the row' : `Show rows`}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Name</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, name, was, becomes }) => (
            <tr key={line}>
              <td>{line}</td>
              <td dir="auto">{name}</td>
              <td dir="auto">{was}</td>
              <td dir="auto">{becomes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > rows.length && <p>and {count - rows.length} more</p>}
    </details>
  );
}

type ChangeProps = Pick<Props, 'preview' | 'mapping' | 'onMapping'> & { readonly finding: Finding };

/** The columns a sentence comes from, and what their words mean. */
function Change({ finding: { column, target }, preview, mapping, onMapping }: ChangeProps) {
  const uses = mapping.columns.filter(use => (column === null ? use.target === target : use.column === column));
  const indices = new Set(column === null ? uses.map(use => use.column) : [column]);
  const columns = preview.columns.filter(({ index }) => indices.has(index));
  if (columns.length === 0) return null;
  return (
    <details>
      <summary>Change</summary>
      <ColumnTable all={preview.columns} columns={columns} label="Columns" mapping={mapping} onMapping={onMapping} />
      <Values
        columns={columns}
        mapping={{ ...mapping, columns: uses }}
        onMapping={next => onMapping({ ...next, columns: mapping.columns })}
      />
    </details>
  );
}
