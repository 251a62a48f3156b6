// One version, each rule as a sentence.
import type { Output } from '../../../../shared/contract.ts';
import { thresholdText } from '../../../../shared/criteria-text.ts';
import { useRead } from '../../../api/use-read.ts';
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx';
import { Points } from '../../../ui/score/Points.tsx';
import styles from './versions.module.css';

export function Reading({ number }: { readonly number: number }) {
  const version = useRead('criteria.version', { number });
  return <QueryBoundary of={version}>{value => <Rules value={value} />}</QueryBoundary>;
}

type Rule = { readonly id: string; readonly points?: number };

function Rules({ value: { version, text } }: { readonly value: Output<'criteria.version'> }) {
  const { behavior, fit, shortcuts, disqualifiers } = version.criteria;
  const counting = (rules: readonly (Rule & { readonly points: number })[]) =>
    rules.filter(rule => rule.points !== 0).toSorted((a, b) => b.points - a.points);
  const silent = behavior.filter(rule => rule.points === 0).length;
  const parts: readonly (readonly [title: string, rules: readonly Rule[]])[] = [
    ['Activities', counting(behavior)],
    ['Fit', counting(fit)],
    ['Shortcuts', shortcuts],
    ['Never MQL', disqualifiers],
  ];
  return (
    <div className={styles.reading}>
      <p>{thresholdText(version.criteria)}</p>
      {parts
        .filter(([, rules]) => rules.length > 0)
        .map(([title, rules]) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {rules.map(({ id, points }) => (
                <li key={id}>
                  <span>{text[id]}</span>
                  {points !== undefined && <Points sign value={points} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      {silent > 0 && <p className={styles.aside}>{silent} activity types give no points.</p>}
    </div>
  );
}
