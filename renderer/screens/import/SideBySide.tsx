// A row next to its possible matches; differences stand out.
import type { Uncertain } from '../../../shared/import.ts';
import { type LeadField, leadFieldNames, leadFields } from '../../../shared/lead.ts';
import { Segments } from '../../ui/fields/Segments.tsx';
import { type Format, useFormat } from '../../ui/format.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import styles from './decide.module.css';

type Props = {
  readonly row: Uncertain;
  readonly candidate: number;
  readonly onCandidate: (index: number) => void;
};

export function SideBySide({ row, candidate, onCandidate }: Props) {
  const format = useFormat();
  const who = row.candidates[candidate] ?? row.candidates[0];
  if (!who) return null;
  const fields = leadFieldNames.filter(name => name in row.attributes || name in who.attributes);
  return (
    <>
      <h2 className={styles.why}>{who.why}</h2>
      {row.candidates.length > 1 && (
        <Segments
          label="Possible matches"
          onChange={value => onCandidate(Number(value))}
          options={row.candidates.map(({ name }, index) => ({ value: String(index), label: `${index + 1} ${name}` }))}
          value={String(candidate)}
        />
      )}
      <table className={styles.attributes}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              Line {row.line} of the file
              <b>{row.name}</b>
            </th>
            <th scope="col">
              {who.leadId === null ? `Line ${who.line} of the file` : 'Existing lead'}
              <b>
                {who.name} <StageBadge stage={who.stage} />
              </b>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(name => {
            const theirs = textOf(row.attributes[name], name, format);
            const ours = textOf(who.attributes[name], name, format);
            return (
              <tr data-same={theirs.toLowerCase() === ours.toLowerCase()} key={name}>
                <th scope="row">{leadFields[name].label}</th>
                <td dir="auto">{theirs || <span className={styles.none}>unknown</span>}</td>
                <td dir="auto">{ours || <span className={styles.none}>unknown</span>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function textOf(value: string | number | null | undefined, name: LeadField, format: Format): string {
  if (value === null || value === undefined) return '';
  if (name === 'budget' && typeof value === 'number') return format.money(value);
  return typeof value === 'number' ? format.whole(value) : value;
}
