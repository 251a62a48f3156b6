// What the file itself does not decide: whether 03/04 is in March or in April, whether 1.234 is a thousand.
import type { ColumnMapping, ImportColumn, Mapping } from '../../../shared/import.ts';
import { importTargets } from '../../../shared/import-targets.ts';
import { Segments } from '../../ui/fields/Segments.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';

type Props = {
  readonly columns: readonly ImportColumn[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

type Question = { readonly column: ImportColumn; readonly use: ColumnMapping; readonly about: 'date' | 'number' };

/** Uses of columns that can be read in two ways. */
export const openQuestions = (columns: readonly ImportColumn[], mapping: Mapping): Question[] =>
  mapping.columns.flatMap((use): Question[] => {
    const column = columns.find(one => one.index === use.column);
    if (!column?.ambiguous) return [];
    const { kind } = importTargets[use.target];
    if (use.dateOrder === 'dmy' || use.dateOrder === 'mdy') return [{ column, use, about: 'date' }];
    return kind === 'number' || kind === 'money' ? [{ column, use, about: 'number' }] : [];
  });

export function Questions({ columns, mapping, onMapping }: Props) {
  const format = useFormat();
  const set = (use: ColumnMapping, change: Partial<ColumnMapping>) =>
    onMapping({ ...mapping, columns: mapping.columns.map(one => (one === use ? { ...one, ...change } : one)) });
  const questions = openQuestions(columns, mapping).map(({ column, use, about }) => {
    const name = column.header || `column ${column.letter}`;
    const example = column.examples[0] ?? '';
    return (
      <section className={styles.question} key={`${column.index}${use.target}`}>
        <p>
          <b>{name}</b> says <q>{example}</q>. {about === 'date' ? 'Which day is that?' : 'How much is that?'}
        </p>
        {about === 'date' ? (
          <Segments
            label={`How dates in ${name} are written`}
            onChange={dateOrder => set(use, { dateOrder })}
            options={(['dmy', 'mdy'] as const).map(value => ({ value, label: dayOf(example, value, format.date) }))}
            value={use.dateOrder === 'mdy' ? 'mdy' : 'dmy'}
          />
        ) : (
          <Segments
            label={`How numbers in ${name} are written`}
            onChange={decimal => set(use, { decimal })}
            options={([',', '.'] as const).map(value => ({
              value,
              label: format.decimal(Number(example.replaceAll(value === ',' ? '.' : ',', '').replace(value, '.'))),
            }))}
            value={use.decimal ?? '.'}
          />
        )}
      </section>
    );
  });
  return <>{questions}</>;
}

/** The example read one way, in the owner's own words; the bare order when it is no plain date. */
function dayOf(example: string, order: 'dmy' | 'mdy', write: (date: string) => string): string {
  const [a = '', b = '', c = ''] = example.split(/\D+/);
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  const year = c.length === 2 ? `20${c}` : c;
  if (!day || !month || year.length !== 4) return order === 'dmy' ? 'day, month, year' : 'month, day, year';
  return write(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
