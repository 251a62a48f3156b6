// The short forms for many leads at once: log an activity, tag, assign, set a field, plan a next step.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import type { Input as CallInput } from '../../../shared/contract.ts';
import { isLeadField, type ListField, listFields } from '../../../shared/lead-filter.ts';
import { minorUnits } from '../../../shared/money.ts';
import { isOwnKey, ownIdOf } from '../../../shared/own-field.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/fields/CheckList.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import { parseAmount, parseNumber } from '../../ui/parse.ts';
import { fittingTypes, lastTypeId, rememberType } from '../log/types.ts';
import { optionsOf } from './condition-words.ts';
import styles from './filters.module.css';
import type { Run } from './use-bulk.ts';

export type BulkKind = 'log' | 'tags' | 'member' | 'field' | 'next-step';
export const bulkTitles: Readonly<Record<BulkKind, { readonly verb: string }>> = {
  log: { verb: 'Log' },
  tags: { verb: 'Tag' },
  member: { verb: 'Assign' },
  field: { verb: 'Set a field' },
  'next-step': { verb: 'Next step' },
};

type Deed = CallInput<'bulk.run'>['deed'];
type Props = {
  readonly kind: BulkKind;
  readonly people: readonly Pick<TableRow, 'id' | 'tagIds'>[];
  readonly run: Run;
};
type FormProps = { readonly run: Run; readonly people: Props['people'] };

export function BulkForm({ kind, ...rest }: Props) {
  switch (kind) {
    case 'log':
      return <LogForm {...rest} />;
    case 'tags':
      return <TagForm {...rest} />;
    case 'member':
      return <AssignForm {...rest} />;
    case 'field':
      return <FieldForm {...rest} />;
    case 'next-step':
      return <NextStepForm {...rest} />;
    default:
      return kind satisfies never;
  }
}

type ShellProps = {
  readonly button: string;
  /** The deed, or the sentence that says what is missing. */
  readonly read: () => readonly [Deed, (count: string) => string] | string;
  readonly run: Run;
  readonly children: ReactNode;
};

function Shell({ button, read, run, children }: ShellProps) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className={styles.form}
      onSubmit={async (event: FormEvent) => {
        event.preventDefault();
        const deed = read();
        setProblem(typeof deed === 'string' ? deed : await run(...deed));
      }}
    >
      {children}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.editorFoot}>
        <Button look="primary" size="small" type="submit">
          {button}
        </Button>
      </div>
    </form>
  );
}

function LogForm({ run }: FormProps) {
  const { today } = useWorkspace();
  const types = useRead('activityTypes.list', {}).data ?? [];
  const [typeId, setTypeId] = useState<string | null>(lastTypeId());
  const [date, setDate] = useState(today);
  const [note, setNote] = useState('');
  const type = types.find(one => one.id === typeId && !one.archived);
  return (
    <Shell
      button="Log"
      read={() => {
        if (!type) return 'Choose what happened.';
        rememberType(type.id);
        const when = date === today ? null : { date, time: null };
        return [
          { do: 'log', typeId: type.id, when, note: note.trim() || null },
          count => `${type.label} is logged for ${count}`,
        ];
      }}
      run={run}
    >
      <Field label="What happened" layout="stack">
        {ids => (
          <Choice
            {...ids}
            label="What happened"
            onChange={setTypeId}
            options={[...fittingTypes(types, '').slice(0, 1), ...types]
              .filter((one, index, all) => !one.archived && all.indexOf(one) === index)
              .map(one => ({ value: one.id, label: one.label }))}
            value={type?.id ?? null}
          />
        )}
      </Field>
      <Input label="When" max={today} onChange={text => setDate(text || today)} type="date" value={date} />
      <Input label="Note" onChange={setNote} value={note} />
    </Shell>
  );
}

function TagForm({ run, people }: FormProps) {
  const { tags } = useWorkspace();
  const save = useCommand('tags.save');
  const [add, setAdd] = useState<readonly string[]>([]);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const had = tags.filter(tag => people.length === 0 || people.some(person => person.tagIds.includes(tag.id)));
  const named = (ids: readonly string[]) =>
    ids.map(id => `“${tags.find(tag => tag.id === id)?.label ?? ''}”`).join(', ');
  return (
    <Shell
      button="Tag"
      read={() => {
        if (add.length + remove.length === 0) return 'Choose a tag to put on or to take off.';
        return [
          { do: 'tags', add: [...add], remove: [...remove] },
          count => (add.length > 0 ? `${named(add)} is on ${count}` : `${named(remove)} is off ${count}`),
        ];
      }}
      run={run}
    >
      <Field label="Put on" layout="stack">
        {() => (
          <CheckList
            label="Put on"
            onChange={setAdd}
            onNew={async label => {
              const made = await save.run({ id: null, label, archived: false });
              if (made.ok) setAdd(now => [...now, made.value.id]);
            }}
            options={tags.filter(tag => !tag.archived).map(tag => ({ value: tag.id, label: tag.label }))}
            value={add}
          />
        )}
      </Field>
      {had.length > 0 && (
        <Field label="Take off" layout="stack">
          {() => (
            <CheckList
              label="Take off"
              onChange={setRemove}
              options={had.map(tag => ({ value: tag.id, label: tag.label }))}
              value={remove}
            />
          )}
        </Field>
      )}
    </Shell>
  );
}

function AssignForm({ run }: FormProps) {
  const { members } = useWorkspace();
  const [memberId, setMemberId] = useState<string | null>(null);
  const name = members.find(member => member.id === memberId)?.name;
  return (
    <Shell
      button={memberId === null ? 'Assign to nobody' : 'Assign'}
      read={() => [
        { do: 'facts', facts: { memberId } },
        count => (name ? `${count} are with ${name} now` : `${count} are with nobody now`),
      ]}
      run={run}
    >
      <Field label="Who has them" layout="stack">
        {ids => (
          <Choice
            {...ids}
            clearable
            label="Who has them"
            onChange={setMemberId}
            options={members.filter(one => !one.archived).map(one => ({ value: one.id, label: one.name }))}
            placeholder="Nobody"
            value={memberId}
          />
        )}
      </Field>
    </Shell>
  );
}

/** What may be the same for many: not who they are or how they are reached. */
const single = new Set(['firstName', 'lastName', 'email', 'phone', 'externalId', 'linkedinUrl', 'memberId']);

function FieldForm({ run }: FormProps) {
  const workspace = useWorkspace();
  const format = useFormat();
  const fields = listFields(workspace.ownFields).filter(
    field => isOwnKey(field.key) || (isLeadField(field.key) && !single.has(field.key)),
  );
  const [key, setKey] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const field = fields.find(one => one.key === key);
  const options = field ? optionsOf(field, { workspace, format, batches: new Map() }) : null;

  function read(): readonly [Deed, (count: string) => string] | string {
    if (!field) return 'Choose a field.';
    const read = readValue(field, value, format.currency);
    if ('error' in read) return read.error;
    const fieldId = ownIdOf(field.key);
    const words = (count: string) => `${field.label} is set for ${count}`;
    if (fieldId !== null) return [{ do: 'own', fieldId, value: read.value }, words];
    const plain = field.kind === 'known' ? (read.value ?? 'unknown') : read.value;
    return [{ do: 'facts', facts: { [field.key]: plain } }, words];
  }
  return (
    <Shell button="Set" read={read} run={run}>
      <Field label="Field" layout="stack">
        {ids => (
          <Choice
            {...ids}
            label="Field"
            onChange={next => {
              setKey(next);
              setValue('');
            }}
            options={fields.map(one => ({ value: one.key, label: one.label }))}
            value={key}
          />
        )}
      </Field>
      {field &&
        (options ? (
          <Field label="Value" layout="stack">
            {ids => (
              <Choice
                {...ids}
                clearable
                label="Value"
                onChange={next => setValue(next ?? '')}
                options={options.map(option => ({ value: option.value, label: option.label }))}
                placeholder="Not known"
                value={value || null}
              />
            )}
          </Field>
        ) : (
          <Input
            label="Value"
            onChange={setValue}
            placeholder="Empty: not known"
            type={field.kind === 'date' ? 'date' : 'text'}
            value={value}
          />
        ))}
    </Shell>
  );
}

function readValue(
  field: ListField,
  text: string,
  currency: string,
): { value: string | number | null } | { error: string } {
  const plain = text.trim();
  if (plain === '') return { value: null };
  if (field.kind !== 'number' && field.kind !== 'money') return { value: plain };
  const value = field.kind === 'money' ? parseAmount(plain, minorUnits(currency)) : parseNumber(plain);
  return value === null ? { error: `${field.label} is a number.` } : { value };
}

function NextStepForm({ run }: FormProps) {
  const { today } = useWorkspace();
  const format = useFormat();
  const [what, setWhat] = useState('');
  const [on, setOn] = useState(today);
  return (
    <Shell
      button="Plan"
      read={() => {
        if (what.trim() === '') return 'Write what is to be done.';
        return [
          { do: 'next-step', nextStep: what.trim(), nextStepOn: on || null },
          count => `“${what.trim()}” is planned for ${count}${on ? ` on ${format.date(on)}` : ''}`,
        ];
      }}
      run={run}
    >
      <Input label="Next step" onChange={setWhat} value={what} />
      <Input label="On" onChange={setOn} type="date" value={on} />
    </Shell>
  );
}
