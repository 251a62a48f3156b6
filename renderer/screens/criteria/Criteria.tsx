// Criteria: the rules in force, each in a sentence, with its points. They are read here; drafts and replay are still to come.
import type { Output } from '../../../shared/contract.ts';
import { Answer } from '../../api/Answer.tsx';
import { useRead } from '../../api/use-read.ts';
import { Screen } from '../../app/Screen.tsx';
import type { ScreenProps } from '../../app/screens.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Help } from '../../ui/Help.tsx';
import { Points } from '../../ui/score/Points.tsx';
import styles from './criteria.module.css';

type Current = Output<'criteria.current'>;
type Rule = { readonly id: string; readonly points: number };

export function Criteria(_: ScreenProps) {
  const current = useRead('criteria.current', {});
  return (
    <Screen aside={current.data && `Version ${current.data.version.number}`} title="Criteria">
      <Answer of={current}>{value => <Rules value={value} />}</Answer>
    </Screen>
  );
}

function Rules({ value: { version, words } }: { readonly value: Current }) {
  const { criteria, publishedAt, reason } = version;
  const counting = (rules: readonly Rule[]) =>
    rules.filter(rule => rule.points !== 0).toSorted((a, b) => b.points - a.points);
  const silent = criteria.behaviour.filter(rule => rule.points === 0).length;
  return (
    <div className={styles.criteria}>
      <section className={styles.bar} aria-label="The bar">
        <p>
          <span className={styles.figure}>{criteria.threshold}</span>
          <Help meaning="From this score on a lead becomes MQL by itself, dated at the activity that reached it.">
            points make an MQL
          </Help>
        </p>
        <p>
          <span className={styles.figure}>{criteria.minimumFit}</span>
          <Help meaning="Behaviour alone never makes an MQL of somebody you do not want: fit must reach this, too.">
            points of fit at least
          </Help>
        </p>
        <p className={styles.since}>
          In force since <DateText at={publishedAt} as="long" />
          {reason && <>: {reason}</>}
        </p>
      </section>
      <RuleList rules={counting(criteria.behaviour)} title="What they do" words={words} />
      {silent > 0 && <p className={styles.note}>{silent} kinds of activity are recorded and count nothing.</p>}
      <RuleList rules={counting(criteria.fit)} title="Who they are" words={words} />
      {criteria.shortcuts.length > 0 && (
        <Sentences ids={criteria.shortcuts.map(rule => rule.id)} title="Shortcuts" words={words} />
      )}
      {criteria.disqualifiers.length > 0 && (
        <Sentences ids={criteria.disqualifiers.map(rule => rule.id)} title="Never MQL" words={words} />
      )}
    </div>
  );
}

type ListProps = { readonly title: string; readonly words: Current['words'] };

const RuleList = ({ title, rules, words }: ListProps & { readonly rules: readonly Rule[] }) => (
  <section className={styles.rules}>
    <h2>{title}</h2>
    <ul>
      {rules.map(rule => (
        <li key={rule.id}>
          <span>{words[rule.id]}</span>
          <Points sign value={rule.points} />
        </li>
      ))}
    </ul>
  </section>
);

const Sentences = ({ title, ids, words }: ListProps & { readonly ids: readonly string[] }) => (
  <section className={styles.rules}>
    <h2>{title}</h2>
    <ul>
      {ids.map(id => (
        <li key={id}>{words[id]}</li>
      ))}
    </ul>
  </section>
);
