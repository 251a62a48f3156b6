// Who they are: points for facts, as a sheet; each rule also in a sentence.
import { memo } from 'react';
import type { FitRule } from '../../../../shared/criteria.ts';
import { fitWords } from '../../../../shared/criteria-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberCell } from '../../../ui/sheet/Cell.tsx';
import { moveInColumn } from '../../../ui/sheet/sheet-keys.ts';
import { useRuleEdits, useRules } from '../rules-context.tsx';
import { useRuleNames } from '../use-rule-names.ts';
import { addRule, focusRule, newRuleId, withRule } from './change-rules.ts';
import { RemoveCell } from './RemoveCell.tsx';
import styles from './sheets.module.css';
import { TestCells } from './TestCells.tsx';

export function FitSheet() {
  const { criteria, edit } = useRules();
  const names = useRuleNames();
  const add = () => {
    const id = newRuleId();
    edit(addRule('fit', { id, field: 'companySize', test: { test: 'at-least', value: 10 }, points: 10 }), {
      what: 'add a rule to the draft',
    });
    focusRule(id);
  };
  return (
    <div>
      {criteria.fit.length > 0 && (
        <table className={styles.sheet} data-kind="facts" onKeyDown={moveInColumn}>
          <caption className="hidden-visually">Points for who they are</caption>
          <thead>
            <tr>
              <th className={styles.fact} scope="col">
                Fact
              </th>
              <th className={styles.test} scope="col">
                Test
              </th>
              <th scope="col">Against</th>
              <th className={styles.number} scope="col">
                Points
              </th>
              <td className={styles.remove} />
            </tr>
          </thead>
          <tbody>
            {criteria.fit.map(rule => (
              <FitRow key={rule.id} reading={fitWords(rule, names)} rule={rule} />
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.add} data-adds>
        <Button icon="plus" onClick={add}>
          Add a rule
        </Button>
      </div>
    </div>
  );
}

const FitRow = memo(function FitRow({ rule, reading }: { readonly rule: FitRule; readonly reading: string }) {
  const { edit } = useRuleEdits();
  const set = (change: Partial<FitRule>) => edit(withRule('fit', rule.id, change), { what: 'change a rule of fit' });
  return (
    <>
      <tr data-rule={rule.id}>
        <TestCells field={rule.field} onChange={set} test={rule.test} />
        <td>
          <NumberCell
            column="points"
            label={`Points: ${reading}`}
            max={1000}
            min={-1000}
            onSave={points => set({ points: points ?? 0 })}
            value={rule.points}
          />
        </td>
        <RemoveCell id={rule.id} list="fit" name={reading} />
      </tr>
      <tr className={styles.sentence}>
        <td colSpan={5}>{reading}</td>
      </tr>
    </>
  );
});
