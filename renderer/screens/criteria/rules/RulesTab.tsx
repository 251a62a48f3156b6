// The rules as sheets at the left, and what they would have done beside them.
import { ruleWords } from '../../../../shared/criteria-words.ts';
import { useRules } from '../rules-context.tsx';
import type { TabProps } from '../tabs.ts';
import { useRuleNames } from '../use-rule-names.ts';

export function RulesTab(_: TabProps) {
  const { criteria } = useRules();
  const words = ruleWords(criteria, useRuleNames());
  return (
    <ul>
      {Object.entries(words).map(([id, sentence]) => (
        <li key={id}>{sentence}</li>
      ))}
    </ul>
  );
}
