// The preview row by row: what is added, and what changes from what to what.
import type { ImportChange } from '../../../shared/import-findings.ts';
import { type LeadField, leadFields } from '../../../shared/lead.ts';
import { useFormat } from '../../ui/format.tsx';
import styles from './findings.module.css';

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
              <tr key={`${line} ${field}`}>
                <td>{index === 0 && line}</td>
                <td dir="auto">{index === 0 && (isNew ? `${name} (new)` : name)}</td>
                <td>{leadFields[field as LeadField]?.label ?? field}</td>
                <td dir="auto">{was}</td>
                <td dir="auto">{becomes}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {total > changes.length && <p>and {format.whole(total - changes.length)} more</p>}
    </details>
  );
}
