// One version, each rule as a sentence.
import type { Output } from '../../../../shared/contract.ts';
import { barWords } from '../../../../shared/criteria-words.ts';
import { Answer } from '../../../api/Answer.tsx';
import { useRead } from '../../../api/use-read.ts';
import { Points } from '../../../ui/score/Points.tsx';
import styles from './versions.module.css';

export function Reading({ number }: { readonly number: number }) {
  const version = useRead('criteria.version', { number });
  return <Answer of={version}>{value => <Rules value={value} />}</Answer>;
}

type Rule = { readonly id: string; readonly points?: number };

function Rules({ value: { version, words } }: { readonly value: Output<'criteria.version'> }) {
  const { behaviour, fit, shortcuts, disqualifiers } = version.criteria;
  const counting = (rules: readonly (Rule & { readonly points: number })[]) =>
    rules.filter(rule => rule.points !== 0).toSorted((a, b) => b.points - a.points);
  const silent = behaviour.filter(rule => rule.points === 0).length;
  const parts: readonly (readonly [title: string, rules: readonly Rule[]])[] = [
    ['Activities', counting(behaviour)],
    ['Fit', counting(fit)],
    ['Shortcuts', shortcuts],
    ['Never MQL', disqualifiers],
  ];
  return (
    <div className={styles.reading}>
      <p>{barWords(version.criteria)}</p>
      {parts
        .filter(([, rules]) => rules.length > 0)
        .map(([title, rules]) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {rules.map(({ id, points }) => (
                <li key={id}>
                  <span>{words[id]}</span>
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
