// One condition: which test, and against what. Every change counts at once; Enter or Escape closes the box.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Condition, type ConditionTest, type ListField, testsOf } from '../../../shared/lead-filter.ts';
import { minorUnits } from '../../../shared/money.ts';
import { withOne } from '../../../shared/settings-change.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/fields/CheckList.tsx';
import { Chips } from '../../ui/fields/Chips.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import { parseAmount, parseNumber } from '../../ui/parse.ts';
import { firstCondition, optionsOf, type TextContext, testLabels } from './condition-text.ts';
import styles from './filters.module.css';

type Props = {
  readonly field: ListField;
  readonly condition: Condition;
  readonly context: TextContext;
  readonly onChange: (condition: Condition) => void;
  readonly onDone: () => void;
};

export function ConditionEditor({ field, condition, context, onChange, onDone }: Props) {
  const tests = testsOf[field.kind];
  const form = useRef<HTMLFormElement>(null);
  // The box was open already, with the list of fields in it: the keyboard goes on into what has come in its place.
  useEffect(() => {
    const first =
      form.current?.querySelector<HTMLElement>('input:not([type=radio])') ?? form.current?.querySelector('input');
    first?.focus({ preventScroll: true });
  }, []);
  const keeps = (test: ConditionTest): Condition => {
    const next = firstCondition(field, test);
    // What was chosen stays when only the test is another one.
    if ('values' in next && 'values' in condition) return { ...next, values: condition.values };
    if ('days' in next && 'days' in condition) return { ...next, days: condition.days };
    return next;
  };
  return (
    <form
      ref={form}
      className={styles.editor}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onDone();
      }}
    >
      <h2 className={styles.editorTitle}>{field.label}</h2>
      {tests.length > 1 && (
        <Chips
          label="How"
          onChange={test => onChange(keeps(test))}
          options={tests.map(test => ({ value: test, label: testLabels(test, field.kind) }))}
          value={condition.is}
        />
      )}
      <Values condition={condition} context={context} field={field} onChange={onChange} />
      <div className={styles.editorFoot}>
        <Button look="primary" size="small" type="submit">
          Done
        </Button>
      </div>
    </form>
  );
}

function Values({ field, condition, context, onChange }: Omit<Props, 'onDone'>) {
  switch (condition.is) {
    case 'any-of':
    case 'none-of':
    case 'all-of': {
      const options = optionsOf(field, context);
      if (options === null) return <ValuesInput condition={condition} onChange={onChange} />;
      return (
        <CheckList
          label={field.label}
          onTurn={(value, on) => onChange({ ...condition, values: withOne(condition.values, value, on) })}
          options={options}
          value={condition.values}
        />
      );
    }
    case 'contains':
      return <ValuesInput condition={condition} onChange={onChange} />;
    case 'between':
      return (
        <div className={styles.pair}>
          <NumberField
            kind={field.kind}
            label="From"
            onChange={from => onChange({ ...condition, from })}
            value={condition.from}
          />
          <NumberField
            kind={field.kind}
            label="To"
            onChange={to => onChange({ ...condition, to })}
            value={condition.to}
          />
        </div>
      );
    case 'dates':
      return (
        <div className={styles.pair}>
          <Input
            label="From"
            onChange={from => onChange({ ...condition, from: from || null })}
            type="date"
            value={condition.from ?? ''}
          />
          <Input
            label="To"
            onChange={to => onChange({ ...condition, to: to || null })}
            type="date"
            value={condition.to ?? ''}
          />
        </div>
      );
    case 'within':
    case 'not-within':
      return (
        <NumberField
          kind="number"
          label="Days"
          onChange={days => onChange({ ...condition, days: Math.min(36_500, Math.max(0, Math.round(days ?? 0))) })}
          value={condition.days}
        />
      );
    case 'known':
    case 'unknown':
    case 'yes':
    case 'no':
      return null;
    default:
      return condition satisfies never;
  }
}

type Listed = Extract<Condition, { values: string[] }>;

/** Words apart by commas are alternatives. */
function ValuesInput({ condition, onChange }: { condition: Listed; onChange: (condition: Condition) => void }) {
  const [text, setText] = useState(condition.values.join(', '));
  return (
    <Input
      data-autofocus
      label="Words, separated by commas (any match)"
      onChange={typed => {
        setText(typed);
        const values = typed
          .split(',')
          .map(word => word.trim().slice(0, 300))
          .filter(Boolean);
        onChange({ ...condition, values: values.slice(0, 200) });
      }}
      value={text}
    />
  );
}

type NumberProps = {
  readonly label: string;
  readonly kind: ListField['kind'];
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

function NumberField({ label, kind, value, onChange }: NumberProps) {
  const { currency } = useFormat();
  const unit = kind === 'money' ? minorUnits(currency) : 1;
  const [text, setText] = useState(value === null ? '' : String(value / unit));
  const [error, setError] = useState<string | null>(null);
  return (
    <Input
      error={error}
      inputMode="decimal"
      label={label}
      onChange={typed => {
        setText(typed);
        const read = kind === 'money' ? parseAmount(typed, currency) : parseNumber(typed);
        const bad = typed.trim() !== '' && read === null;
        setError(bad ? 'Type a number.' : null);
        if (!bad) onChange(typed.trim() === '' ? null : read);
      }}
      value={text}
    />
  );
}
