// Score lines as table rows with their sum.
import type { ReactNode } from 'react';
import type { ScoreLine } from '../../../shared/score.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Points } from '../../ui/score/Points.tsx';
import styles from './lead.module.css';

type Props = {
  readonly title: string;
  readonly total: number;
  readonly lines: readonly ScoreLine[];
  /** Said when there are no lines. */
  readonly none: string;
  /** Something to do with a line, behind its words. */
  readonly after?: (line: ScoreLine) => ReactNode;
};

export const LineRows = ({ title, total, lines, none, after }: Props) => (
  <tbody>
    <tr className={styles.group}>
      <th colSpan={2} scope="rowgroup">
        {title}
      </th>
      <td>
        <Points value={total} />
      </td>
    </tr>
    {lines.map((line, index) => (
      // Two equal activities of one moment are two lines.
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and are never reordered
      <tr data-nothing={line.points === 0} key={`${line.ruleId}${line.activityId}${index}`}>
        <td className={styles.when}>{line.at === null ? '' : <DateText at={line.at} />}</td>
        <td>
          {line.what}
          {line.note && <span className={styles.lineNote}> {line.note}</span>}
          {line.part === 'hand' && after?.(line)}
        </td>
        <td>
          <Points sign value={line.points} />
        </td>
      </tr>
    ))}
    {lines.length === 0 && (
      <tr>
        <td />
        <td className={styles.lineNote}>{none}</td>
        <td />
      </tr>
    )}
  </tbody>
);
