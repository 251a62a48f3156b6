// The preview row by row: what is added, and what changes from what to what.
import type { ImportChange } from '../../../shared/import-findings.ts';
import { type LeadField, leadFields } from '../../../shared/lead.ts';
import { systemFields } from '../../../shared/lead-filter.ts';
import { type Stage, stageLabels } from '../../../shared/stages.ts';
import { type Format, useFormat } from '../../ui/format.tsx';
import styles from './findings.module.css';

const labels: Readonly<Record<string, { readonly label: string }>> = { ...systemFields, ...leadFields };
const labelOf = (field: string): string => labels[field]?.label ?? field;

/** As the lead's own page writes it: a stage by its label, money as an amount, yes and no as words. */
function valueText(field: string, value: string, format: Format): string {
  if (value === '') return '';
  if (field === 'stage') return stageLabels[value as Stage]?.label ?? value;
  const kind = leadFields[field as LeadField]?.kind;
  if (kind === 'money') return format.money(Number(value));
  return kind === 'known' ? value.charAt(0).toUpperCase() + value.slice(1) : value;
}

export function Changes({ changes, total }: { readonly changes: readonly ImportChange[]; readonly total: number }) {
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <details className={styles.findings}>
      <summary>Row by row</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Name</th>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changes.flatMap(({ line, name, isNew, fields }) =>
            fields.map(({ field, was, becomes }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a lead may get two activities of one type and day
              <tr key={`${line} ${index}`}>
                <td>{index === 0 && line}</td>
                <td dir="auto">{index === 0 && (isNew ? `${name} (new)` : name)}</td>
                <td>{labelOf(field)}</td>
                <td dir="auto">{valueText(field, was, format)}</td>
                <td dir="auto">{valueText(field, becomes, format)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {total > changes.length && <p>and {format.whole(total - changes.length)} more</p>}
    </details>
  );
}
