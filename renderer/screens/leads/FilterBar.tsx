// Filter chips: click to edit, cross to remove, "Filter" to add.
import { useRef, useState } from 'react';
import { type Condition, type ListField, testsOf } from '../../../shared/lead-filter.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { conditionText, firstCondition, saysSomething, type TextContext } from './condition-text.ts';
import { FieldList } from './FieldList.tsx';
import styles from './filters.module.css';

type Props = {
  readonly conditions: readonly Condition[];
  readonly fields: readonly ListField[];
  readonly context: TextContext;
  readonly onChange: (conditions: readonly Condition[]) => void;
};

export function FilterBar({ conditions, fields, context, onChange }: Props) {
  /** Which chip is being changed; one more than there are: a new one. */
  const [open, setOpen] = useState<number | null>(null);
  const [draft, setDraft] = useState<Condition | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const chips = useRef<HTMLUListElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const adding = open === conditions.length || draft !== null;
  const shown = draft ?? (open === null ? undefined : conditions[open]);
  const field = shown && fields.find(one => one.key === shown.field);

  const without = (index: number) => {
    const text = conditionText(conditions[index] as Condition, fields, context);
    onChange(conditions.filter((_, other) => other !== index));
    announce(`${text} removed`);
    adder.current?.focus();
  };
  const change = (condition: Condition) => {
    if (draft !== null) {
      setDraft(condition);
      if (!saysSomething(condition)) return;
      onChange([...conditions, condition]);
      setOpen(conditions.length);
      setDraft(null);
    } else if (open !== null) {
      onChange(conditions.map((other, index) => (index === open ? condition : other)));
    }
  };
  const close = () => {
    setOpen(null);
    setDraft(null);
    // A chip that says nothing would only be in the way.
    if (conditions.some(condition => !saysSomething(condition))) onChange(conditions.filter(saysSomething));
  };

  return (
    <div className={styles.bar}>
      <ul aria-label="Filters" className={styles.chips} ref={chips}>
        {conditions.map((condition, index) => {
          const text = conditionText(condition, fields, context);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two chips may say the same
            <li className={styles.chip} key={index}>
              <button
                className={styles.chipWords}
                onClick={event => {
                  anchor.current = event.currentTarget;
                  setOpen(index);
                }}
                onKeyDown={event => (event.key === 'Delete' || event.key === 'Backspace') && without(index)}
                type="button"
              >
                {text}
              </button>
              <IconButton icon="close" label={`Remove filter: ${text}`} onClick={() => without(index)} size="small" />
            </li>
          );
        })}
      </ul>
      <Button
        aria-expanded={adding}
        icon="plus"
        onClick={() => {
          anchor.current = adder.current;
          setOpen(conditions.length);
        }}
        ref={adder}
        size="small"
      >
        Filter
      </Button>
      {conditions.length > 1 && (
        <Button look="plain" onClick={() => onChange([])} size="small">
          Clear
        </Button>
      )}
      {open !== null && (
        <Floating anchor={anchor} label={field?.label ?? 'Filter by'} onClose={close} role="dialog">
          {shown && field ? (
            <ConditionEditor
              condition={shown}
              context={context}
              field={field}
              key={field.key}
              onChange={change}
              onDone={() => {
                // What stands there from the start, such as "the last 14 days", is meant when nothing else is said.
                if (draft !== null && saysSomething(draft)) onChange([...conditions, draft]);
                close();
              }}
            />
          ) : (
            <FieldList
              fields={fields}
              label="Filter by"
              onChoose={chosen => {
                const first = firstCondition(chosen, testsOf[chosen.kind][0] ?? 'known');
                if (chosen.kind === 'flag') {
                  onChange([...conditions, first]);
                  setOpen(null);
                } else setDraft(first);
              }}
            />
          )}
        </Floating>
      )}
    </div>
  );
}
