// Points for fit.
import { memo } from 'react';
import type { FitRule } from '../../../../shared/criteria.ts';
import { fitRuleText } from '../../../../shared/criteria-text.ts';
import { TestCells } from '../../../parts/criteria/rules/TestCells.tsx';
import { useRuleEdits, useRules } from '../../../parts/criteria/rules-context.tsx';
import { useRuleNames } from '../../../parts/criteria/use-rule-names.ts';
import { NumberCell } from '../../../ui/sheet/Cell.tsx';
import { addRule, focusRule, newRuleId, withRule } from './change-rules.ts';
import { FitRuleRow, FitRuleSheet } from './FitRuleSheet.tsx';
import { RemoveCell } from './RemoveCell.tsx';

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
    <FitRuleSheet
      caption="Points for fit"
      last={{ label: 'Points', isNumber: true }}
      nothing="No fit rules yet. Company size and job title are a good start."
      onAdd={add}
    >
      {criteria.fit.map(rule => (
        <FitRow key={rule.id} reading={fitRuleText(rule, names)} rule={rule} />
      ))}
    </FitRuleSheet>
  );
}

const FitRow = memo(function FitRow({ rule, reading }: { readonly rule: FitRule; readonly reading: string }) {
  const { edit } = useRuleEdits();
  const set = (change: Partial<FitRule>) => edit(withRule('fit', rule.id, change), { what: 'change a fit rule' });
  return (
    <FitRuleRow id={rule.id} reading={reading}>
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
    </FitRuleRow>
  );
});
