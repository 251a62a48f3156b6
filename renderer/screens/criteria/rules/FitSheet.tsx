// Points for fit.
import { memo } from 'react';
import type { FitRule } from '../../../../shared/criteria.ts';
import { fitRuleText } from '../../../../shared/criteria-text.ts';
import { useRuleEdits, useRules } from '../../../parts/criteria/rules-context.tsx';
import { useRuleNames } from '../../../parts/criteria/use-rule-names.ts';
import { addRule, focusRule, withRule } from './change-rules.ts';
import { FitCells, newFitRule } from './FitCells.tsx';
import { FitRuleSheet } from './FitRuleSheet.tsx';
import { Personas } from './Personas.tsx';
import { RemoveCell } from './RemoveCell.tsx';

export function FitSheet() {
  const { criteria, edit } = useRules();
  const names = useRuleNames();
  const add = () => {
    const rule = newFitRule();
    edit(addRule('fit', rule), { what: 'add a rule to the draft' });
    focusRule(rule.id);
  };
  return (
    <>
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
      <Personas />
    </>
  );
}

const FitRow = memo(function FitRow({ rule, reading }: { readonly rule: FitRule; readonly reading: string }) {
  const { edit } = useRuleEdits();
  return (
    <FitCells
      onChange={change => edit(withRule('fit', rule.id, change), { what: 'change a fit rule' })}
      reading={reading}
      remove={<RemoveCell id={rule.id} list="fit" name={reading} />}
      rule={rule}
    />
  );
});
