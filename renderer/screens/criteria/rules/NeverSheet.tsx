// Never MQL: facts that stand against a lead whatever the score, each with the reason that is shown on the lead.
import { disqualifierWords } from '../../../../shared/criteria-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextCell } from '../../../ui/sheet/Cell.tsx';
import { moveInColumn } from '../../../ui/sheet/sheet-keys.ts';
import { useRules } from '../rules-context.tsx';
import { useRuleNames } from '../use-rule-names.ts';
import { addRule, focusRule, newRuleId, withRule } from './change-rules.ts';
import { RemoveCell } from './RemoveCell.tsx';
import styles from './sheets.module.css';
import { TestCells } from './TestCells.tsx';

export function NeverSheet() {
  const { criteria, edit } = useRules();
  const names = useRuleNames();
  const what = 'change what rules out an MQL';
  const add = () => {
    const id = newRuleId();
    const test = { test: 'contains', values: ['@competitor.example'] } as const;
    edit(
      addRule('disqualifiers', {
        id,
        field: 'email',
        test: { ...test, values: [...test.values] },
        why: 'Works for a competitor',
      }),
      {
        what: 'add a rule to the draft',
      },
    );
    focusRule(id);
  };
  return (
    <div>
      {criteria.disqualifiers.length === 0 ? (
        <p className={styles.nothing}>
          Nothing rules anybody out. A competitor’s mail domain or a country you do not sell to belongs here.
        </p>
      ) : (
        <table className={styles.sheet} data-kind="facts" onKeyDown={moveInColumn}>
          <caption className="hidden-visually">What rules out an MQL</caption>
          <thead>
            <tr>
              <th className={styles.fact} scope="col">
                Fact
              </th>
              <th className={styles.test} scope="col">
                Test
              </th>
              <th scope="col">Against</th>
              <th scope="col">Why</th>
              <td className={styles.remove} />
            </tr>
          </thead>
          <tbody>
            {criteria.disqualifiers.flatMap(rule => {
              const reading = disqualifierWords(rule, names);
              return [
                <tr data-rule={rule.id} key={rule.id}>
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
                        if (why === '') return 'Say why; it is shown on the lead.';
                        edit(withRule('disqualifiers', rule.id, { why }), { what });
                        return null;
                      }}
                      value={rule.why}
                    />
                  </td>
                  <RemoveCell id={rule.id} list="disqualifiers" name={reading} />
                </tr>,
                <tr className={styles.sentence} key={`${rule.id} in words`}>
                  <td colSpan={5}>{reading}</td>
                </tr>,
              ];
            })}
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
