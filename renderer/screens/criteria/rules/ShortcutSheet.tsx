// Shortcuts: counts of activities that make an MQL. Minimum fit and disqualifiers still apply.
import type { Shortcut } from '../../../../shared/criteria.ts';
import { shortcutText } from '../../../../shared/criteria-text.ts';
import { useRead } from '../../../api/use-read.ts';
import styles from '../../../parts/criteria/rules/sheets.module.css';
import { useRuleEdits, useRules } from '../../../parts/criteria/rules-context.tsx';
import { useRuleNames } from '../../../parts/criteria/use-rule-names.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { NumberCell, TextCell } from '../../../ui/sheet/Cell.tsx';
import { moveInColumn } from '../../../ui/sheet/sheet-keys.ts';
import { addRule, focusRule, newRuleId, withRule } from './change-rules.ts';
import { RemoveCell } from './RemoveCell.tsx';

export function ShortcutSheet() {
  const { criteria, edit } = useRules();
  const names = useRuleNames();
  const add = () => {
    const id = newRuleId();
    const shortcut = { id, label: 'Requested a demo', counts: [{ typeId: 'demo-requested', times: 1 }] };
    edit(addRule('shortcuts', shortcut), { what: 'add a shortcut to the draft' });
    focusRule(id);
  };
  return (
    <div>
      {criteria.shortcuts.length === 0 ? (
        <p className={styles.nothing}>
          No shortcuts yet. “3 downloads and 2 pricing page visits” or “1 demo request” can make an MQL whatever the
          score.
        </p>
      ) : (
        <table className={styles.sheet} data-kind="shortcuts" onKeyDown={moveInColumn}>
          <caption className="hidden-visually">Shortcuts to MQL</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Activities required</th>
              <td className={styles.remove} />
            </tr>
          </thead>
          <tbody>
            {criteria.shortcuts.flatMap(shortcut => [
              <ShortcutRow key={shortcut.id} shortcut={shortcut} />,
              <tr className={styles.sentence} key={`${shortcut.id} in words`}>
                <td colSpan={3}>{shortcutText(shortcut, names)}</td>
              </tr>,
            ])}
          </tbody>
        </table>
      )}
      <div className={styles.add} data-adds>
        <Button icon="plus" onClick={add}>
          Add a shortcut
        </Button>
      </div>
    </div>
  );
}

function ShortcutRow({ shortcut }: { readonly shortcut: Shortcut }) {
  const { edit } = useRuleEdits();
  const names = useRuleNames();
  const types = useRead('activityTypes.list', {}).data ?? [];
  const { id, label, counts } = shortcut;
  const set = (change: Partial<Shortcut>) => edit(withRule('shortcuts', id, change), { what: 'change a shortcut' });
  const setCount = (index: number, change: Partial<Shortcut['counts'][number]>) =>
    set({ counts: counts.map((count, at) => (at === index ? { ...count, ...change } : count)) });
  const free = types.find(type => !type.archived && !counts.some(count => count.typeId === type.id));
  return (
    <tr data-rule={id}>
      <td>
        <TextCell
          column="called"
          label={`Name of the shortcut ${label}`}
          onSave={text => {
            if (text === '') return 'Enter a name for the shortcut (shown on the receipt).';
            set({ label: text });
            return null;
          }}
          value={label}
        />
      </td>
      <td>
        <ul className={styles.counts}>
          {counts.map(({ typeId, times }, index) => (
            <li key={typeId}>
              <NumberCell
                column="times"
                label={`Count, ${names.type(typeId)}`}
                max={1000}
                min={1}
                onSave={value => setCount(index, { times: value ?? 1 })}
                unit="×"
                value={times}
              />
              <Choice
                label={`Activity ${index + 1} of ${label}`}
                look="inline"
                onChange={next => next !== null && setCount(index, { typeId: next })}
                options={types
                  .filter(type => type.id === typeId || !counts.some(count => count.typeId === type.id))
                  .map(type => ({ value: type.id, label: type.label }))}
                value={typeId}
              />
              {counts.length > 1 && (
                <IconButton
                  icon="close"
                  label={`Remove ${names.type(typeId)}`}
                  onClick={() => set({ counts: counts.filter((_, at) => at !== index) })}
                  size="small"
                />
              )}
            </li>
          ))}
          {free && counts.length < 20 && (
            <li>
              <Button
                icon="plus"
                look="plain"
                onClick={() => set({ counts: [...counts, { typeId: free.id, times: 1 }] })}
                size="small"
              >
                and
              </Button>
            </li>
          )}
        </ul>
      </td>
      <RemoveCell id={id} list="shortcuts" name={label} />
    </tr>
  );
}
