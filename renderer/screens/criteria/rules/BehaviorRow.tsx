// One behavior rule as a row: points, how often it counts, half-life; while one is in it, sliders to drag beneath.
import { memo } from 'react';
import type { BehaviorRule } from '../../../../shared/criteria.ts';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { useRuleEdits } from '../../../parts/criteria/rules-context.tsx';
import { Slider } from '../../../parts/criteria/what-if/Slider.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { NumberCell } from '../../../ui/sheet/Cell.tsx';
import { withRule } from './change-rules.ts';
import { RemoveCell } from './RemoveCell.tsx';

const often = [
  { value: 'every', label: 'every time' },
  { value: 'first', label: 'first time only' },
  { value: 'at-most', label: 'at most' },
] as const;

type Props = {
  readonly rule: BehaviorRule;
  readonly name: string;
  /** The rule in a sentence. */
  readonly reading: string;
  /** The rule in force with the same id; null: it is new. */
  readonly before: BehaviorRule | null;
  readonly open: boolean;
  readonly onOpen: (id: string) => void;
};

export const BehaviorRow = memo(function BehaviorRow({ rule, name, reading, before, open, onOpen }: Props) {
  const { edit, settle } = useRuleEdits();
  const { id, points, count, halfLifeDays, withinDays = null } = rule;
  const what = `change the rule on ${name.toLowerCase()}`.slice(0, 80);
  const set = (change: Partial<BehaviorRule>, live = false) => edit(withRule('behavior', id, change), { live, what });
  return (
    <>
      <tr data-open={open} data-rule={id} onFocus={() => onOpen(id)}>
        <th scope="row">
          <span className={styles.name}>{name}</span>
          <span className={styles.reading}>{reading}</span>
        </th>
        <td>
          <NumberCell
            column="points"
            label={`Points, ${name}`}
            max={1000}
            min={-1000}
            onSave={value => set({ points: value ?? 0 })}
            value={points}
          />
        </td>
        <td>
          <span className={styles.often}>
            <Choice
              label={`How often it counts, ${name}`}
              look="inline"
              onChange={how => {
                if (how === 'at-most') set({ count: { how, times: 3 } });
                else if (how === 'every' || how === 'first') set({ count: { how } });
              }}
              options={often}
              value={count.how}
            />
            {count.how === 'at-most' && (
              <NumberCell
                column="times"
                label={`Maximum times, ${name}`}
                max={1000}
                min={1}
                onSave={times => set({ count: { how: 'at-most', times: times ?? 1 } })}
                unit="×"
                value={count.times}
              />
            )}
          </span>
        </td>
        <td>
          <NumberCell
            column="half-life"
            label={`Half-life in days, ${name}`}
            max={3650}
            min={1}
            onSave={value => set({ halfLifeDays: value })}
            optional
            placeholder="no decay"
            value={halfLifeDays}
          />
        </td>
        <td>
          <NumberCell
            column="within"
            label={`Only in the last days, ${name}`}
            max={3650}
            min={1}
            onSave={value => set({ withinDays: value })}
            optional
            placeholder="any age"
            value={withinDays}
          />
        </td>
        <RemoveCell id={id} list="behavior" name={name} />
      </tr>
      {open && (
        <tr className={styles.knobs}>
          <td colSpan={6}>
            <div>
              <Slider
                label="Points"
                mark={before?.points ?? null}
                max={100}
                min={Math.min(-50, points)}
                onMove={value => set({ points: Math.min(1000, value) }, true)}
                onRest={settle}
                value={points}
              />
              <Slider
                label="Half-life"
                mark={before?.halfLifeDays ?? null}
                max={365}
                meaning="Points halve every N days; 0 means no decay."
                min={0}
                note={halfLifeDays === null ? 'No decay' : undefined}
                onMove={value => set({ halfLifeDays: value <= 0 ? null : Math.min(3650, value) }, true)}
                onRest={settle}
                unit="days"
                value={halfLifeDays ?? 0}
              />
            </div>
          </td>
        </tr>
      )}
    </>
  );
});
