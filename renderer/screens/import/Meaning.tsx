// Choice of what a row is, and what happens to unknown people.
import type { Mapping, RowMeaning } from '../../../shared/import.ts';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import styles from './import.module.css';

const meanings: readonly { readonly value: RowMeaning; readonly label: string }[] = [
  { value: 'leads', label: 'A lead' },
  { value: 'leads-and-activities', label: 'A lead with activities' },
  { value: 'activities', label: 'An activity' },
  { value: 'deals', label: 'A deal' },
  { value: 'stages', label: 'A stage change' },
  { value: 'campaigns', label: 'Campaign spend' },
  { value: 'reach', label: 'Weekly reach' },
];
const unknown = [
  { value: 'create', label: 'Add them' },
  { value: 'leave-out', label: 'Skip them' },
] as const;

type Props = { readonly mapping: Mapping; readonly onMapping: (mapping: Mapping) => void };

export function Meaning({ mapping, onMapping }: Props) {
  return (
    <div className={styles.meaning}>
      <span>Each row is</span>
      <div className={styles.meaningChoice}>
        <Choice
          label="Each row is"
          onChange={rows =>
            onMapping({ ...mapping, rows: meanings.find(({ value }) => value === rows)?.value ?? mapping.rows })
          }
          options={meanings}
          value={mapping.rows}
        />
      </div>
      {mapping.rows === 'activities' && (
        <>
          <span>People who are not leads yet:</span>
          <Segments
            label="People who are not leads yet"
            onChange={unknownLeads => onMapping({ ...mapping, unknownLeads })}
            options={unknown}
            value={mapping.unknownLeads}
          />
        </>
      )}
    </div>
  );
}
