// Disqualifiers, each with the reason shown on the lead.
import { disqualifierWords } from '../../../../shared/criteria-words.ts';
import { TextCell } from '../../../ui/sheet/Cell.tsx';
import { useRules } from '../rules-context.tsx';
import { useRuleNames } from '../use-rule-names.ts';
import { addRule, focusRule, newRuleId, withRule } from './change-rules.ts';
import { FactsRow, FactsSheet } from './FactsSheet.tsx';
import { RemoveCell } from './RemoveCell.tsx';
import { TestCells } from './TestCells.tsx';

const what = 'change a disqualifier';

export function NeverSheet() {
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
    <FactsSheet
      caption="Disqualifiers"
      last={{ label: 'Why' }}
      nothing="No disqualifiers yet. Add a competitor’s e-mail domain or a country you do not sell to."
      onAdd={add}
    >
      {criteria.disqualifiers.map(rule => {
        const reading = disqualifierWords(rule, names);
        return (
          <FactsRow id={rule.id} key={rule.id} reading={reading}>
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
          </FactsRow>
        );
      })}
    </FactsSheet>
  );
}
