// The last weeks with their data gaps; a click opens a week.
import type { CampaignWeek } from '../../../shared/campaign-week.ts';
import type { PlainDate } from '../../../shared/dates.ts';
import { useFormat } from '../../ui/format.tsx';
import { Money, Unknown } from '../../ui/Money.tsx';
import styles from './campaigns.module.css';

type Props = { readonly week: CampaignWeek; readonly onDate: (date: PlainDate) => void };

export function RecentWeeks({ week, onDate }: Props) {
  const format = useFormat();
  const weeks = week.recent.toReversed();
  const dataGaps = weeks.filter(({ spend }) => spend === null).length;
  const count = (value: number | null) => (value === null ? <Unknown label="nothing recorded" /> : format.whole(value));
  return (
    <section aria-labelledby="recent" className={styles.recent}>
      <h2 className={styles.small} id="recent">
        The last {weeks.length} weeks
      </h2>
      {dataGaps > 0 && (
        <p className={styles.aside}>
          {dataGaps === weeks.length
            ? 'No spend recorded, so the cost per MQL is not known.'
            : `${dataGaps} of them have no spend recorded, which is not the same as zero. Enter 0 where nothing was spent.`}
        </p>
      )}
      <table className={styles.weeks}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">Spend</th>
            <th scope="col">Strangers</th>
            <th scope="col">Visitors</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(one => (
            <tr aria-current={one.from === week.from ? 'true' : undefined} key={one.from}>
              <th scope="row">
                <button onClick={() => onDate(one.from)} type="button">
                  {one.label} <span className={styles.aside}>{format.date(one.from)}</span>
                </button>
              </th>
              <td>
                {one.spend === null ? (
                  <span className={styles.gap}>no spend recorded</span>
                ) : (
                  <Money amount={one.spend} />
                )}
              </td>
              <td>{count(one.strangers)}</td>
              <td>{count(one.visitors)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
