// Questions about ambiguous dates and numbers.
import type { ColumnMapping, ImportColumn, Mapping, Preview } from '../../../shared/import.ts';
import type { ImportQuestion } from '../../../shared/import-questions.ts';
import type { ImportTarget } from '../../../shared/import-targets.ts';
import { Segments } from '../../ui/fields/Segments.tsx';
import { type Format, useFormat } from '../../ui/format.tsx';
import styles from './import.module.css';
import { withFixed } from './mapping-edits.ts';
import { questionsOf } from './questions-of.ts';

type Props = {
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly remembered: boolean;
  readonly onMapping: (mapping: Mapping) => void;
};

export function Questions({ preview, mapping, remembered, onMapping }: Props) {
  const fixedDays = days.filter(({ targets }) => targets.some(target => fixedOf(mapping, target) !== ''));
  const open = questionsOf(preview, mapping, remembered);
  const request = days.filter(({ ask }) => open.some(question => question.ask === ask));
  return (
    <>
      {open.map(question => {
        const column = 'column' in question ? preview.columns[question.column] : undefined;
        return column ? (
          <OfColumn column={column} key={`${question.ask}${column.index}`} mapping={mapping} onMapping={onMapping} />
        ) : null;
      })}
      {[...request, ...fixedDays.filter(one => !request.includes(one))].map(({ ask, text, targets }) => (
        <section className={styles.question} key={ask}>
          <p>{text}</p>
          <div className={styles.questionDays}>
            {targets.map(target => (
              <input
                aria-label={dayLabels[target] ?? text}
                className={styles.fixedInput}
                key={target}
                onChange={event => onMapping(withFixed(mapping, target, event.target.value || null))}
                type="date"
                value={fixedOf(mapping, target)}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

const days: readonly {
  readonly ask: ImportQuestion['ask'];
  readonly text: string;
  readonly targets: readonly ImportTarget[];
}[] = [
  { ask: 'activity-day', text: 'The file has no date. On which day did this happen?', targets: ['activityOn'] },
  { ask: 'spend-days', text: 'For which days was this money spent?', targets: ['spendFrom', 'spendTo'] },
  { ask: 'reach-day', text: 'In which week were these people reached?', targets: ['reachOn'] },
];
const dayLabels: Partial<Readonly<Record<ImportTarget, string>>> = {
  activityOn: 'Date',
  spendFrom: 'First day',
  spendTo: 'Last day',
  reachOn: 'Any day of that week',
};

const fixedOf = ({ fixed }: Mapping, target: ImportTarget): string =>
  fixed.find(one => one.target === target)?.value ?? '';

type OfColumnProps = {
  readonly column: ImportColumn;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
};

function OfColumn({ column, mapping, onMapping }: OfColumnProps) {
  const format = useFormat();
  const use = mapping.columns.find(one => one.column === column.index);
  if (!use) return null;
  const set = (change: Partial<ColumnMapping>) => {
    const columns = mapping.columns.map(one => (one.column === column.index ? { ...one, ...change } : one));
    onMapping({ ...mapping, columns });
  };
  const name = column.header || `column ${column.letter}`;
  const example = column.examples[0] ?? '';
  return (
    <section className={styles.question}>
      <p>
        <b>{name}</b> says <q>{example}</q>. {use.dateOrder ? 'Which date is that?' : 'Which amount is that?'}
      </p>
      {use.dateOrder ? (
        <Segments
          label={`Date format of ${name}`}
          onChange={dateOrder => set({ dateOrder })}
          options={(['dmy', 'mdy'] as const).map(value => ({ value, label: dayOf(example, value, format.date) }))}
          value={use.dateOrder === 'mdy' ? 'mdy' : 'dmy'}
        />
      ) : (
        <Segments
          label={`Number format of ${name}`}
          onChange={decimal => set({ decimal })}
          options={([',', '.'] as const).map(value => ({ value, label: numberOf(example, value, format) }))}
          value={use.decimal ?? '.'}
        />
      )}
    </section>
  );
}

function numberOf(example: string, decimal: ',' | '.', format: Format): string {
  const bare = example.replace(/[^\d.,-]/g, '');
  return format.decimal(Number(bare.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.')));
}

/** The example read one way, in the owner's own words; the bare order when it is no plain date. */
function dayOf(example: string, order: 'dmy' | 'mdy', write: (date: string) => string): string {
  const [a = '', b = '', c = ''] = example.split(/\D+/);
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  const year = c.length === 2 ? `20${c}` : c;
  if (!day || !month || year.length !== 4) return order === 'dmy' ? 'day, month, year' : 'month, day, year';
  return write(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
