// Last cell of a row: removes the rule from the draft.

import type { RuleList } from '../../../../shared/criteria-change.ts';
import { showToast } from '../../../api/toast-store.ts';
import { undoButton } from '../../../api/undo.ts';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { useRuleEdits } from '../../../parts/criteria/rules-context.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { focusBeside, withoutRule } from './change-rules.ts';

type Props = { readonly list: RuleList; readonly id: string; readonly name: string };

export function RemoveCell({ list, id, name }: Props) {
  const { edit, settle } = useRuleEdits();
  return (
    <td className={styles.remove}>
      <IconButton
        icon="close"
        label={`Remove ${name}`}
        onClick={async event => {
          focusBeside(event.currentTarget.closest<HTMLElement>('[data-rule]'));
          edit(withoutRule(list, id), { what: 'remove a rule from the draft' });
          const step = await settle();
          showToast(`Removed from the draft: ${name}.`, { action: undoButton(step) });
        }}
        size="small"
      />
    </td>
  );
}
