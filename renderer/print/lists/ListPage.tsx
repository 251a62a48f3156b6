// Draws a list on paper.
import { WorkspaceProvider } from '../../api/workspace.tsx';
import { Part } from '../../parts/print/Part.tsx';
import styles from '../../parts/print/print.module.css';
import { FormatProvider } from '../../ui/format.tsx';
import { columnWidths } from './column-widths.ts';
import type { PrintedGroup, PrintedList } from './printed-list.ts';

export function ListPage({ list: { title, note, workspace, groups } }: { readonly list: PrintedList }) {
  const { settings, today } = workspace;
  const widths = columnWidths(groups);
  return (
    <WorkspaceProvider value={workspace}>
      <FormatProvider settings={{ timeZone: settings.timeZone, currency: settings.currency, today }}>
        <main className={styles.paper}>
          <header className={styles.head}>
            <p className={styles.workspace}>{settings.name}</p>
            <h1>{title}</h1>
            <p>{note}</p>
          </header>
          {groups.map(group => (
            <Part key={group.title} title={group.title}>
              <Rows group={group} widths={widths.get(group.heads.length) ?? []} />
            </Part>
          ))}
        </main>
      </FormatProvider>
    </WorkspaceProvider>
  );
}

type RowsProps = { readonly group: PrintedGroup; readonly widths: readonly number[] };

const Rows = ({ group: { heads, rows }, widths }: RowsProps) => (
  <table className={styles.table} data-lined="true">
    <colgroup>
      {heads.map((head, index) => (
        <col key={head} style={{ width: `${widths[index] ?? 0}%` }} />
      ))}
    </colgroup>
    <thead>
      <tr>
        {heads.map(head => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, cells }) => (
        <tr key={id}>
          {cells.map((cell, index) => (
            <td key={heads[index]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
