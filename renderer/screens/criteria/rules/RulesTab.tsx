// Tab "Rules": sheets of rules, and the what-if beside them.

import { useRules } from '../../../parts/criteria/rules-context.tsx';
import { WhatIf } from '../../../parts/criteria/what-if/WhatIf.tsx';
import { go } from '../../../parts/navigation/use-route.ts';
import { Segments } from '../../../ui/fields/Segments.tsx';
import type { TabProps } from '../tab-props.ts';
import { BehaviorSheet } from './BehaviorSheet.tsx';
import { CapSheet } from './CapSheet.tsx';
import { DisqualifierSheet } from './DisqualifierSheet.tsx';
import { DraftBar } from './DraftBar.tsx';
import { FitSheet } from './FitSheet.tsx';
import { Grades } from './Grades.tsx';
import styles from './rules-tab.module.css';
import { ShortcutSheet } from './ShortcutSheet.tsx';

const sections = [
  { value: 'behavior', label: 'Activities', Sheet: BehaviorSheet },
  { value: 'fit', label: 'Fit', Sheet: FitSheet },
  { value: 'never', label: 'Never MQL', Sheet: DisqualifierSheet },
  { value: 'shortcuts', label: 'Shortcuts', Sheet: ShortcutSheet },
  { value: 'caps', label: 'Caps', Sheet: CapSheet },
  { value: 'grades', label: 'Grades', Sheet: Grades },
] as const;

/** `at` names the section. */
export function RulesTab({ at }: TabProps) {
  const { criteria } = useRules();
  const { value, Sheet } = sections.find(section => section.value === at) ?? sections[0];
  return (
    <div className={styles.tab}>
      <div className={styles.rules}>
        <DraftBar />
        <p className={styles.thresholdText}>
          A lead becomes MQL at <b>{criteria.threshold}</b> points, of which at least <b>{criteria.minimumFit}</b> for
          fit.
        </p>
        <Segments
          label="Kind of rule"
          onChange={next => go('criteria', `rules.${next}`)}
          options={sections}
          value={value}
        />
        <Sheet />
      </div>
      <aside aria-label="What if" className={styles.whatIf}>
        <WhatIf />
      </aside>
    </div>
  );
}
