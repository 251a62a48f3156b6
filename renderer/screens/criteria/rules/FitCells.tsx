// One fit rule as a row: field, condition, value and points, for all leads or for one persona.
import type { ReactNode } from 'react';
import type { FitRule } from '../../../../shared/criteria.ts';
import { TestCells } from '../../../parts/criteria/rules/TestCells.tsx';
import { NumberCell } from '../../../ui/sheet/Cell.tsx';
import { newRuleId } from './change-rules.ts';
import { FitRuleRow } from './FitRuleSheet.tsx';

type Props = {
  readonly rule: FitRule;
  readonly reading: string;
  readonly onChange: (change: Partial<FitRule>) => void;
  /** The last cell of the row. */
  readonly remove: ReactNode;
};

/** A rule to begin with, to be changed in its row. */
export const newFitRule = (): FitRule => ({
  id: newRuleId(),
  field: 'companySize',
  test: { test: 'at-least', value: 10 },
  points: 10,
});

export const FitCells = ({ rule, reading, onChange, remove }: Props) => (
  <FitRuleRow id={rule.id} reading={reading}>
    <TestCells field={rule.field} onChange={onChange} test={rule.test} />
    <td>
      <NumberCell
        column="points"
        label={`Points: ${reading}`}
        max={1000}
        min={-1000}
        onSave={points => onChange({ points: points ?? 0 })}
        value={rule.points}
      />
    </td>
    {remove}
  </FitRuleRow>
);
