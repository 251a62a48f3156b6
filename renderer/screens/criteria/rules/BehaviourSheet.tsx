// Points for activities, as a sheet. Types without points are hidden until requested.
import { useMemo, useState } from 'react';
import { behaviourWords } from '../../../../shared/criteria-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { moveInColumn } from '../../../ui/sheet/sheet-keys.ts';
import { useRules } from '../rules-context.tsx';
import { useRuleNames } from '../use-rule-names.ts';
import { AddBehaviour } from './AddBehaviour.tsx';
import { BehaviourRow } from './BehaviourRow.tsx';
import styles from './sheets.module.css';

export function BehaviourSheet() {
  const { criteria, inForce } = useRules();
  const names = useRuleNames();
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  /** Rules that count nothing now but did when one came here stay in sight. */
  const [seen] = useState(() => new Set(criteria.behaviour.filter(rule => rule.points !== 0).map(rule => rule.id)));
  const shown = criteria.behaviour.filter(rule => {
    if (rule.points !== 0) seen.add(rule.id);
    return all || seen.has(rule.id);
  });
  const { behaviour } = criteria;
  const used = useMemo(() => new Set(behaviour.map(rule => rule.typeId)), [behaviour]);
  const silent = criteria.behaviour.length - shown.length;
  const before = new Map(inForce.criteria.behaviour.map(rule => [rule.id, rule]));
  return (
    <div>
      <table className={styles.sheet} onKeyDown={moveInColumn}>
        <caption className="hidden-visually">Points for activities</caption>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            <th className={styles.number} scope="col">
              Points
            </th>
            <th className={styles.count} scope="col">
              Counts
            </th>
            <th className={styles.number} scope="col">
              Half-life (days)
            </th>
            <td className={styles.remove} />
          </tr>
        </thead>
        <tbody>
          {shown.map(rule => (
            <BehaviourRow
              before={before.get(rule.id) ?? null}
              key={rule.id}
              name={names.type(rule.typeId)}
              onOpen={setOpen}
              open={open === rule.id}
              reading={behaviourWords(rule, names)}
              rule={rule}
            />
          ))}
        </tbody>
      </table>
      {silent > 0 && (
        <p className={styles.silent}>
          <Button look="plain" onClick={() => setAll(true)} size="small">
            Show {silent} activity types without points
          </Button>
        </p>
      )}
      <AddBehaviour used={used} />
    </div>
  );
}
