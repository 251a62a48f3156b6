// Rows that may be existing leads, side by side with the reason, for review by keyboard.
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './decide.module.css';
import { SideBySide } from './SideBySide.tsx';
import { answerOf, decisionLabels, useDeciding } from './use-deciding.ts';
import type { DryRun, Importing } from './use-import.ts';

type Props = { readonly importing: Importing; readonly dryRun: DryRun };

const choices = [
  { choice: 'same', label: 'Same person', keys: 'S' },
  { choice: 'new', label: 'New lead', keys: 'N' },
  { choice: 'skip', label: 'Skip', keys: 'L' },
] as const;

export function Decide({ importing, dryRun }: Props) {
  const format = useFormat();
  const rows = dryRun.uncertain;
  const { decisions, setDecisions } = importing;
  const deciding = useDeciding({ rows, decisions, onDecisions: setDecisions });
  const { row, at, candidate } = deciding;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  if (!row) return null;
  const why = row.candidates[0]?.why ?? '';
  const alike = dryRun.matchWarnings.find(one => one.why === why)?.count ?? 1;
  const answer = answerOf(decisions, row);
  return (
    <div className={styles.decide}>
      <p className={styles.lead}>
        <b>
          {format.whole(deciding.decided)} of {format.whole(rows.length)}
        </b>{' '}
        reviewed. Rows you leave open follow the suggestion. Nothing is saved until you import.
      </p>
      <div className={styles.sides}>
        <ol aria-label="Rows that may be existing leads" className={styles.list} ref={list}>
          {rows.map((one, index) => {
            const said = answerOf(decisions, one);
            return (
              <li key={one.line}>
                <button
                  aria-current={index === at ? 'true' : undefined}
                  className={styles.item}
                  data-at={index}
                  onClick={() => deciding.go(index)}
                  type="button"
                >
                  <span className={styles.itemName}>{one.name}</span>
                  <span className={styles.itemAnswer}>
                    {said ? (
                      <>
                        <Icon name="check" size={14} /> {decisionLabels[said]}
                      </>
                    ) : (
                      `line ${one.line}`
                    )}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        <section aria-label="Who is this?" className={styles.card} ref={card} tabIndex={-1}>
          <SideBySide candidate={candidate} onCandidate={deciding.setCandidate} row={row} />
          <div className={styles.answers}>
            {choices.map(({ choice, label, keys }) => (
              <Button
                aria-pressed={answer === choice}
                key={choice}
                keys={keys}
                look={(answer ?? row.likely) === choice ? 'primary' : 'quiet'}
                onClick={() => deciding.decide(choice)}
              >
                {label}
              </Button>
            ))}
            <Button disabled={!deciding.canUndo} icon="undo" keys="U" look="plain" onClick={deciding.undo}>
              Back
            </Button>
          </div>
          {alike > 1 && (
            <div className={styles.alike}>
              <span>
                Apply to all {format.whole(alike)} with this reason: <Kbd keys="Shift" />:
              </span>
              {choices.map(({ choice, label }) => (
                <Button key={choice} look="plain" onClick={() => deciding.decide(choice, true)} size="small">
                  {label}
                </Button>
              ))}
            </div>
          )}
          <p className={styles.hint}>
            <Kbd keys="Enter" /> accepts the suggestion, <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> moves to
            another row
            {row.candidates.length > 1 && ', digits choose another person'}.
          </p>
        </section>
      </div>
      <div className={styles.foot}>
        <Button look={deciding.decided === rows.length ? 'primary' : 'quiet'} onClick={importing.check}>
          Update preview
        </Button>
      </div>
    </div>
  );
}
