// Points for activities, as a sheet. Types without points are hidden until requested.
import { useMemo, useState } from 'react';
import { behaviorText } from '../../../../shared/criteria-text.ts';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { useRuleNames } from '../../../parts/criteria/use-rule-names.ts';
import { Button } from '../../../ui/Button.tsx';
import { moveInColumn } from '../../../ui/sheet/sheet-keys.ts';
import { AddBehavior } from './AddBehavior.tsx';
import { BehaviorRow } from './BehaviorRow.tsx';

export function BehaviorSheet() {
  const { criteria, inForce } = useRules();
  const names = useRuleNames();
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  /** Rules that count nothing now but did when one came here stay in sight. */
  const [seen] = useState(() => new Set(criteria.behavior.filter(rule => rule.points !== 0).map(rule => rule.id)));
  const shown = criteria.behavior.filter(rule => {
    if (rule.points !== 0) seen.add(rule.id);
    return all || seen.has(rule.id);
  });
  const { behavior } = criteria;
  const used = useMemo(() => new Set(behavior.map(rule => rule.typeId)), [behavior]);
  const silent = criteria.behavior.length - shown.length;
  const before = new Map(inForce.criteria.behavior.map(rule => [rule.id, rule]));
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
            <th className={styles.number} scope="col">
              Only last (days)
            </th>
            <td className={styles.remove} />
          </tr>
        </thead>
        <tbody>
          {shown.map(rule => (
            <BehaviorRow
              before={before.get(rule.id) ?? null}
              key={rule.id}
              name={names.type(rule.typeId)}
              onOpen={setOpen}
              open={open === rule.id}
              reading={behaviorText(rule, names)}
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
      <AddBehavior used={used} />
    </div>
  );
}
