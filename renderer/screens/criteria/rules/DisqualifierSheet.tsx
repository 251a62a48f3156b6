// Disqualifiers, each with the reason shown on the lead.
import { disqualifierText } from '../../../../shared/criteria-text.ts';
import { TestCells } from '../../../parts/criteria/rules/TestCells.tsx';
import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { useRuleNames } from '../../../parts/criteria/use-rule-names.ts';
import { TextCell } from '../../../ui/sheet/Cell.tsx';
import { addRule, focusRule, newRuleId, withRule } from './change-rules.ts';
import { FitRuleRow, FitRuleSheet } from './FitRuleSheet.tsx';
import { RemoveCell } from './RemoveCell.tsx';

const what = 'change a disqualifier';

export function DisqualifierSheet() {
  const { criteria, edit } = useRules();
  const names = useRuleNames();
  const add = () => {
    const id = newRuleId();
    const test = { test: 'contains' as const, values: ['@competitor.example'] };
    edit(addRule('disqualifiers', { id, field: 'email', test, why: 'Works for a competitor' }), {
      what: 'add a rule to the draft',
    });
    focusRule(id);
  };
  return (
    <FitRuleSheet
      caption="Disqualifiers"
      last={{ label: 'Why' }}
      nothing="No disqualifiers yet. Add a competitor’s e-mail domain or a country you do not sell to."
      onAdd={add}
    >
      {criteria.disqualifiers.map(rule => {
        const reading = disqualifierText(rule, names);
        return (
          <FitRuleRow id={rule.id} key={rule.id} reading={reading}>
            <TestCells
              field={rule.field}
              onChange={change => edit(withRule('disqualifiers', rule.id, change), { what })}
              test={rule.test}
            />
            <td>
              <TextCell
                column="why"
                label={`Why: ${reading}`}
                onSave={why => {
                  if (why === '') return 'Enter a reason (shown on the lead).';
                  edit(withRule('disqualifiers', rule.id, { why }), { what });
                  return null;
                }}
                value={rule.why}
              />
            </td>
            <RemoveCell id={rule.id} list="disqualifiers" name={reading} />
          </FitRuleRow>
        );
      })}
    </FitRuleSheet>
  );
}
