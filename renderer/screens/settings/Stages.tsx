// Limit and deal probability of each stage.
import { funnelStages, type Stage, stageLabels } from '../../../shared/stages.ts';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { InlineNumber } from '../../ui/fields/InlineText.tsx';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { Term } from '../../ui/Term.tsx';
import styles from './settings.module.css';

const limited: readonly Stage[] = [...funnelStages, 'nurture'];
/** Where deals stand open as a rule. */
const withDeals: readonly Stage[] = ['mql', 'sql', 'opportunity', 'customer'];

export function Stages() {
  const { settings, change } = useSettings();
  const { stageLimits, probabilities } = settings;
  return (
    <table className={styles.stages}>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">
            <Term id="stageLimit">Limit (WIP)</Term>
          </th>
          <th scope="col">
            <Term id="probability">Deal probability</Term>
          </th>
        </tr>
      </thead>
      <tbody>
        {limited.map(stage => (
          <tr key={stage}>
            <th scope="row">
              <StageBadge stage={stage} />
            </th>
            <td>
              <InlineNumber
                kind="number"
                label={`Limit for ${stageLabels[stage].label}`}
                layout="bare"
                onSave={most => change({ what: 'stage-limit', stage, most })}
                placeholder="no limit"
                value={stageLimits[stage] ?? null}
              />
            </td>
            <td>
              {withDeals.includes(stage) && (
                <InlineNumber
                  after={<span className={styles.unit}>%</span>}
                  kind="number"
                  label={`Deal probability in ${stageLabels[stage].label}, percent`}
                  layout="bare"
                  onSave={percent => change({ what: 'probability', stage, percent })}
                  placeholder="0"
                  value={probabilities[stage] ?? null}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
