// Table of file columns with examples and targets.
import type { ColumnMapping, ImportColumn, Mapping } from '../../../shared/import.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import { Choice, type Option } from '../../ui/fields/Choice.tsx';
import { ColumnMenu } from './ColumnMenu.tsx';
import styles from './import.module.css';
import { choiceOf, separators, withChoice } from './mapping-edits.ts';
import { useTargets } from './use-targets.ts';

type Props = {
  readonly label: string;
  readonly columns: readonly ImportColumn[];
  /** All columns of the file: what another one feeds is named by its letter. */
  readonly all: readonly ImportColumn[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

export function ColumnTable({ label, columns, all, mapping, onMapping }: Props) {
  const targets = useTargets(mapping);
  if (columns.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
    <section aria-label={label} className={styles.scroll} tabIndex={0}>
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Example</th>
            <th scope="col">Maps to</th>
            <th scope="col">
              <span className="hidden-visually">More options</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(column => {
            const uses = mapping.columns.filter(one => one.column === column.index);
            const name = column.header || `column ${column.letter}`;
            return (
              <tr key={column.index}>
                <th scope="row">
                  <span className={styles.letter}>{column.letter}</span> {column.header || 'No header'}
                </th>
                <td className={styles.examples} dir="auto">
                  {column.examples.slice(0, 3).join('  ·  ')}
                </td>
                <td>
                  <div className={styles.uses}>
                    {(uses.length === 0 ? [null] : uses).map((use, index) => (
                      <Becomes
                        key={use?.part?.index ?? index}
                        name={uses.length > 1 ? `${name}, part ${index + 1},` : name}
                        onChoice={choice => onMapping(withChoice(mapping, column, use, choice))}
                        options={targets(column)}
                        use={use}
                        text={use ? wordsOf(use, mapping, all) : []}
                      />
                    ))}
                  </div>
                </td>
                <td>
                  <ColumnMenu column={column} mapping={mapping} name={name} onMapping={onMapping} uses={uses} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

type BecomesProps = {
  readonly name: string;
  readonly use: ColumnMapping | null;
  readonly options: readonly Option[];
  readonly onChoice: (choice: string | null) => void;
  readonly text: readonly string[];
};

const Becomes = ({ name, use, options, onChoice, text }: BecomesProps) => (
  <div>
    <Choice
      clearable
      label={`Map ${name} to`}
      onChange={onChoice}
      options={options}
      placeholder="Skipped"
      value={use ? choiceOf(use) : null}
    />
    {text.length > 0 && <p className={styles.useText}>{text.join('; ')}</p>}
  </div>
);

const policyLabels = {
  keep: 'keeps existing values',
  fill: 'fills in missing values only',
  overwrite: 'overwrites existing values',
} as const;

/** What the name of the target does not say: which part, combined with what, what happens to what is here. */
function wordsOf(use: ColumnMapping, mapping: Mapping, all: readonly ImportColumn[]): string[] {
  const text: string[] = [];
  if (use.part) {
    const at = separators.find(({ by }) => by === use.part?.by)?.label ?? use.part.by;
    text.push(`part ${use.part.index + 1}, split at ${at}`);
  }
  const others = mapping.columns.filter(
    one => one !== use && one.column !== use.column && choiceOf(one) === choiceOf(use) && use.target !== 'activity',
  );
  const letters = others.map(({ column }) => all.find(one => one.index === column)?.letter ?? '');
  if (letters.length > 0) {
    const how = use.target === 'notes' || importTargets[use.target].many ? 'combined with' : 'put combined with';
    text.push(`${how} ${letters.length > 3 ? `${letters.length} others` : letters.join(', ')}`);
  }
  if (use.policy) text.push(policyLabels[use.policy]);
  return text;
}
