// Why this score: every line with date, what and points. The lines add up, and one can see that they do.

import type { ScoreLine } from '../../../shared/score.ts';
import { useCommand } from '../../api/use-command.ts';
import { act } from '../../parts/actions/actions.ts';
import { LineRows } from '../../parts/lead/LineRows.tsx';
import styles from '../../parts/lead/lead.module.css';
import type { LeadDetail } from '../../parts/lead/lead-detail.ts';
import { SectionTitle } from '../../parts/lead/SectionTitle.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Help } from '../../ui/Help.tsx';
import { Points } from '../../ui/score/Points.tsx';
import { OneQuestion } from './OneQuestion.tsx';

export function WhyScore({ detail }: { readonly detail: LeadDetail }) {
  const { score, lead, scoreAdjustments } = detail;
  const takeBack = useCommand('leads.removeAdjustment');
  const engagement = score.lines.filter(line => line.part !== 'fit');
  const fit = score.lines.filter(line => line.part === 'fit');
  const adjustments = score.lines.filter(line => line.part === 'hand');
  const undoButton = (line: ScoreLine) => {
    const given = scoreAdjustments[adjustments.indexOf(line)];
    if (!given) return null;
    return (
      <IconButton
        icon="close"
        label={`Remove adjustment: ${given.reason}`}
        onClick={() => takeBack.run({ id: lead.id, pointsId: given.id }, { done: 'Adjustment removed.' })}
        size="small"
      />
    );
  };
  return (
    <section aria-labelledby="why" className={styles.section}>
      <SectionTitle id="why">Why {score.total}</SectionTitle>
      <table className={styles.ledger}>
        <thead className="hidden-visually">
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <LineRows
          after={undoButton}
          lines={engagement.toReversed()}
          none="No points from activity yet."
          title="Engagement"
          total={score.engagement}
        />
        <LineRows lines={fit} none="No matching fields." title="Fit" total={score.fit} />
        <tfoot>
          <tr className={styles.total}>
            <td />
            <th scope="row">
              <Help
                meaning={`Engagement ${score.engagement} and fit ${score.fit}. MQL from ${score.threshold} points.`}
              >
                Score
              </Help>
            </th>
            <td>
              <Points value={score.total} />
            </td>
          </tr>
        </tfoot>
      </table>
      <OneQuestion detail={detail} />
      <p className={styles.manualButtons}>
        <Button icon="plus" look="plain" onClick={() => act('hand-points')} size="small">
          Adjust score
        </Button>
        <Button look="plain" onClick={() => act('never-mql')} size="small">
          {lead.mqlExclusion === null ? 'Exclude from MQL' : 'Change MQL exclusion'}
        </Button>
      </p>
      {score.cooling && (
        <p className={styles.question}>Cooling: this lead reached the MQL threshold before, but is below it now.</p>
      )}
    </section>
  );
}
