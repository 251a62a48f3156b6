// Table of suggested points.
import { useCommand } from '../../../api/use-command.ts';
import { percentText } from '../../../parts/criteria/share-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { Help } from '../../../ui/Help.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Points } from '../../../ui/score/Points.tsx';
import type { InsightLeads, InsightRow } from './insight-row.ts';
import styles from './learn.module.css';
import { TwoShares } from './TwoShares.tsx';

type Props = {
  readonly label: string;
  readonly insights: readonly InsightRow[];
  readonly onLeads: (request: InsightLeads) => void;
};

export function InsightTable({ label, insights, onLeads }: Props) {
  const most = Math.max(0.1, ...insights.map(insight => Math.max(highOf(insight.with), highOf(insight.without))));
  return (
    <div className={styles.scroll}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Activity or field</th>
            <th className={styles.end} scope="col">
              With
            </th>
            <th className={styles.end} scope="col">
              Without
            </th>
            <th scope="col">
              <Help meaning="The share that became customers: with (filled point) and without (hollow point), each with its 95 % interval.">
                Became customers
              </Help>
            </th>
            <th className={styles.end} scope="col">
              Points now
            </th>
            <th className={styles.end} scope="col">
              <Help meaning="Points suggested by your history. The fewer leads there are, the closer they stay to your current points.">
                Suggested
              </Help>
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {insights.map(insight => (
            <Row key={insight.key} insight={insight} most={most} onLeads={onLeads} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const highOf = ({ interval }: InsightRow['with']): number => interval?.high ?? 0;

const suggestionLabels: Readonly<Record<InsightRow['says'], string>> = {
  'more-customers': 'Buys more often',
  'fewer-customers': 'Buys less often',
  'cannot-tell': 'Cannot tell yet',
};

/** Said where the points claim more than the past shows. */
const noSign = 'History does not support these points';

type RowProps = { readonly insight: InsightRow; readonly most: number; readonly onLeads: Props['onLeads'] };

function Row({ insight, most, onLeads }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.what}>{insight.text}</span>
        <span className={styles.says}>
          {insight.says === 'cannot-tell' && insight.suggested !== null ? noSign : suggestionLabels[insight.says]}
          {insight.trait.kind === 'activity' && insight.times >= 1.5 && `, ${insight.times.toFixed(1)} times each`}
        </span>
        {insight.caution && (
          <span className={styles.caution}>
            <Icon name="warning" size={14} /> {insight.caution}
          </span>
        )}
      </th>
      <Group group="with" insight={insight} onLeads={onLeads} />
      <Group group="without" insight={insight} onLeads={onLeads} />
      <td>
        <TwoShares having={insight.with} lacking={insight.without} most={most} />
      </td>
      <td className={styles.end}>
        <Points sign value={insight.present} />
      </td>
      <td className={styles.suggested}>{insight.suggested !== null && <Points sign value={insight.suggested} />}</td>
      <td className={styles.apply}>
        <ApplyCell insight={insight} />
      </td>
    </tr>
  );
}

type GroupProps = Pick<RowProps, 'insight' | 'onLeads'> & { readonly group: InsightLeads['group'] };

/** "18 of 20, 90 %": each number opens its people. */
function Group({ insight, group, onLeads }: GroupProps) {
  const format = useFormat();
  const share = insight[group];
  const number = (count: number, customersOnly: boolean) =>
    count === 0 ? (
      '0'
    ) : (
      <button
        aria-label={`Show ${format.whole(count)} ${customersOnly ? 'customers' : 'people'} ${group}: ${insight.text}`}
        className={styles.number}
        onClick={() => onLeads({ insight, group, customersOnly })}
        type="button"
      >
        {format.whole(count)}
      </button>
    );
  return (
    <td className={styles.end}>
      <span className={styles.percent}>{percentText(format, share)}</span>
      <span className={styles.n}>
        {number(share.numerator, true)} of {number(share.n, false)}
      </span>
    </td>
  );
}

/** Take the suggestion, or put back what was taken. */
function ApplyCell({ insight: { key, text, present, suggested, drafted } }: { readonly insight: InsightRow }) {
  const { run } = useCommand('insights.apply');
  if (drafted !== present) {
    return (
      <span className={styles.taken}>
        <span>
          <Icon name="check" size={14} /> <Points sign value={drafted} /> in the draft
        </span>
        <Button
          aria-label={`Revert the points for ${text}`}
          look="plain"
          onClick={() =>
            run({ key, present, points: present, back: true }, { done: `${text} gives ${present} points again.` })
          }
          size="small"
        >
          Revert
        </Button>
      </span>
    );
  }
  if (suggested === null) return null;
  return (
    <Button
      aria-label={`Add to draft: ${suggested} points for ${text}`}
      onClick={() =>
        run({ key, present, points: suggested }, { done: `${text} gives ${suggested} points in the draft.` })
      }
      size="small"
    >
      Add to draft
    </Button>
  );
}
