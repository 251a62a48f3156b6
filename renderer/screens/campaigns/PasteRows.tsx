// The pasted lines as they are understood; what is left out says why.
import type { PasteRow } from '../../../shared/campaign-week.ts';
import { DateText } from '../../ui/DateText.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './campaigns.module.css';

/** Lines drawn; the rest is only counted. */
const drawn = 60;

export function PasteRows({ rows }: { readonly rows: readonly PasteRow[] }) {
  const format = useFormat();
  const count = (value: number | null) => (value === null ? '' : format.whole(value));
  return (
    <div className={styles.preview}>
      <table className={styles.list}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Channel</th>
            <th scope="col">Campaign</th>
            <th scope="col">Days</th>
            <th scope="col">Spend</th>
            <th scope="col">Strangers</th>
            <th scope="col">Visitors</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a wide table makes several rows
            <tr data-out={row.problem !== null || row.known} key={`${row.line} ${at}`}>
              <td>{row.line}</td>
              <td>
                {row.channel} {row.newChannel && <span className={styles.new}>new</span>}
              </td>
              <td>
                {row.campaign} {row.newCampaign && <span className={styles.new}>new</span>}
              </td>
              {row.problem !== null || row.known ? (
                <td className={styles.text} colSpan={4}>
                  {row.problem ?? 'Already recorded.'}
                </td>
              ) : (
                <>
                  <td>
                    <DateText date={row.from} />
                    {row.to !== row.from && (
                      <>
                        {' to '}
                        <DateText date={row.to} />
                      </>
                    )}
                  </td>
                  <td className={styles.amount}>{row.spend === null ? '' : format.money(row.spend)}</td>
                  <td className={styles.amount}>{count(row.strangers)}</td>
                  <td className={styles.amount}>{count(row.visitors)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > drawn && <p className={styles.aside}>And {format.whole(rows.length - drawn)} more.</p>}
    </div>
  );
}
