// Tab "Rules": sheets of rules, and the what-if beside them.
import { go } from '../../../app/use-place.ts';
import { Segments } from '../../../ui/fields/Segments.tsx';
import { useRules } from '../rules-context.tsx';
import type { TabProps } from '../tabs.ts';
import { WhatIf } from '../what-if/WhatIf.tsx';
import { BehaviourSheet } from './BehaviourSheet.tsx';
import { DraftBar } from './DraftBar.tsx';
import { FitSheet } from './FitSheet.tsx';
import { Grades } from './Grades.tsx';
import { NeverSheet } from './NeverSheet.tsx';
import styles from './rules-tab.module.css';
import { ShortcutSheet } from './ShortcutSheet.tsx';

const sections = [
  { value: 'behaviour', label: 'Activities', Sheet: BehaviourSheet },
  { value: 'fit', label: 'Fit', Sheet: FitSheet },
  { value: 'never', label: 'Never MQL', Sheet: NeverSheet },
  { value: 'shortcuts', label: 'Shortcuts', Sheet: ShortcutSheet },
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
        <p className={styles.barWords}>
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
