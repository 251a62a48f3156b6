// Three cells of a field rule: field, condition, value.
import { useState } from 'react';
import type { FitTest } from '../../../../shared/criteria.ts';
import type { FitField } from '../../../../shared/custom-field.ts';
import { customKey, fieldLabel, fitFieldSchema } from '../../../../shared/custom-field.ts';
import { leadFieldNames, leadFields } from '../../../../shared/lead.ts';
import { useRead } from '../../../api/use-read.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { Choice, type Option } from '../../../ui/fields/Choice.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { parseAmount } from '../../../ui/parse.ts';
import { NumberCell, TextCell } from '../../../ui/sheet/Cell.tsx';
import {
  type AnyFieldKind,
  carriedOver,
  joinWords,
  kindOf,
  splitWords,
  type TestName,
  testNames,
  testOfWords,
  testsFor,
  wordsOf,
} from './fit-tests.ts';
import styles from './sheets.module.css';

type Props = {
  readonly field: FitField;
  readonly test: FitTest;
  readonly onChange: (change: { readonly field?: FitField; readonly test: FitTest }) => void;
};

export function TestCells({ field, test, onChange }: Props) {
  const customFields = useRead('customFields.list', {}).data ?? [];
  /** Chosen, but not a test yet: words are missing. */
  const [wanted, setWanted] = useState<TestName | null>(null);
  const kinds = new Map(customFields.map(one => [customKey(one.id), one]));
  const kind = kindOf(field, key => kinds.get(key)?.kind);
  const name = fieldLabel(field, key => kinds.get(key)?.label);
  const fields: Option[] = [
    ...leadFieldNames
      .filter(one => leadFields[one].kind !== 'notes')
      .map(one => ({ value: one, label: leadFields[one].label })),
    ...customFields.filter(one => !one.archived).map(one => ({ value: customKey(one.id), label: one.label })),
  ];
  const shown = wanted ?? test.test;
  const offered = testsFor(kind);

  function choose(next: TestName) {
    const carried = carriedOver(test, next, kind);
    setWanted(carried === null ? next : null);
    if (carried) onChange({ test: carried });
  }

  function chooseField(next: FitField) {
    setWanted(null);
    const nextKind = kindOf(next, key => kinds.get(key)?.kind);
    const carried =
      testsFor(nextKind).includes(test.test) && nextKind === kind ? test : ({ test: 'is-known' } as const);
    onChange({ field: next, test: carried });
  }

  return (
    <>
      <td>
        <span className={styles.pick}>
          <Choice
            label="Field"
            look="inline"
            onChange={next => {
              const parsed = fitFieldSchema.safeParse(next);
              if (parsed.success) chooseField(parsed.data);
            }}
            options={fields}
            value={field}
          />
        </span>
      </td>
      <td>
        <span className={styles.pick}>
          <Choice
            label={`Condition, ${name}`}
            look="inline"
            onChange={next => next !== null && choose(next as TestName)}
            options={[...new Set([...offered, test.test])].map(one => ({ value: one, label: testNames[one] }))}
            value={shown}
          />
        </span>
      </td>
      <td>
        <Against
          kind={kind}
          name={name}
          onTest={next => {
            setWanted(null);
            onChange({ test: next });
          }}
          shown={shown}
          test={test}
        />
      </td>
    </>
  );
}

type AgainstProps = {
  readonly kind: AnyFieldKind;
  readonly name: string;
  readonly shown: TestName;
  readonly test: FitTest;
  readonly onTest: (test: FitTest) => void;
};

const yesNo = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
] as const;

function Against({ kind, name, shown, test, onTest }: AgainstProps) {
  const format = useFormat();
  const references = useReferences();
  if (shown === 'is-known') return null;
  if (kind === 'known') {
    const onChange = (value: string | null) => value !== null && onTest({ test: 'is', value });
    return (
      <Choice
        label={`Value, ${name}`}
        look="inline"
        onChange={onChange}
        options={yesNo}
        value={wordsOf(test)[0] ?? null}
      />
    );
  }
  if (shown === 'at-least' || shown === 'between') {
    const money = kind === 'money';
    const shared = {
      min: 0,
      max: 1e12,
      ...(money ? { write: format.money, read: (text: string) => parseAmount(text, format.currency) } : {}),
    };
    const from = test.test === 'at-least' ? test.value : test.test === 'between' ? test.from : 0;
    const to = test.test === 'between' ? test.to : from;
    if (shown === 'at-least') {
      const save = (value: number | null) => onTest({ test: 'at-least', value: value ?? 0 });
      return <NumberCell {...shared} column="from" label={`${name} at least`} onSave={save} value={from} />;
    }
    return (
      <span className={styles.span}>
        <NumberCell
          {...shared}
          column="from"
          label={`${name} from`}
          onSave={value => onTest({ test: 'between', from: value ?? 0, to: Math.max(to, value ?? 0) })}
          value={from}
        />
        <span className={styles.to}>to</span>
        <NumberCell
          {...shared}
          column="to"
          label={`${name} to`}
          onSave={value => onTest({ test: 'between', from: Math.min(from, value ?? 0), to: value ?? 0 })}
          value={to}
        />
      </span>
    );
  }
  const many = shown !== 'is';
  const say = (id: string) => (kind === 'reference' ? (references.get(id) ?? id) : id);
  const read = (text: string): string | null => {
    const typed = many ? splitWords(text) : [text].filter(word => word !== '');
    const byLabel = new Map([...references].map(([id, label]) => [label.toLowerCase(), id]));
    const terms = kind === 'reference' ? typed.map(word => byLabel.get(word.toLowerCase()) ?? '') : typed;
    const unknown = terms.indexOf('');
    if (unknown >= 0) return `There is no option “${typed[unknown]}”.`;
    const next = testOfWords(shown, terms);
    if (next === null) return many ? 'Enter one or more words, separated by commas.' : 'Enter a word.';
    onTest(next);
    return null;
  };
  return (
    <TextCell
      column="words"
      label={`${name} ${testNames[shown]}`}
      onSave={read}
      placeholder={many ? 'owner, founder, CEO' : 'a word'}
      value={joinWords(wordsOf(test).map(say))}
    />
  );
}

/** Labels of channels, campaigns and members by id. */
function useReferences(): ReadonlyMap<string, string> {
  const { channels, campaigns, members } = useWorkspace();
  return new Map([
    ...channels.map(one => [one.id, one.label] as const),
    ...campaigns.map(one => [one.id, one.label] as const),
    ...members.map(one => [one.id, one.name] as const),
  ]);
}
