// The short forms for many leads at once: log an activity, tag, assign, set a field, plan a next step.
import { useState } from 'react';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import { withOne } from '../../../shared/settings-change.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { CheckList } from '../../ui/fields/CheckList.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import { fittingTypes, lastTypeId, rememberType } from '../log/types.ts';
import { BulkFieldForm } from './BulkFieldForm.tsx';
import { BulkShell } from './BulkShell.tsx';
import type { Run } from './use-bulk.ts';

export type BulkKind = 'log' | 'tags' | 'member' | 'field' | 'next-step';
export const bulkTitles: Readonly<Record<BulkKind, { readonly verb: string }>> = {
  log: { verb: 'Log' },
  tags: { verb: 'Tag' },
  member: { verb: 'Assign' },
  field: { verb: 'Set a field' },
  'next-step': { verb: 'Next step' },
};

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
      return <BulkFieldForm run={rest.run} />;
    case 'next-step':
      return <NextStepForm {...rest} />;
    default:
      return kind satisfies never;
  }
}

function LogForm({ run }: FormProps) {
  const { today } = useWorkspace();
  const types = useRead('activityTypes.list', {}).data ?? [];
  const [typeId, setTypeId] = useState<string | null>(lastTypeId());
  const [date, setDate] = useState(today);
  const [note, setNote] = useState('');
  const type = types.find(one => one.id === typeId && !one.archived);
  return (
    <BulkShell
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
    </BulkShell>
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
    <BulkShell
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
            onTurn={(id, on) => setAdd(now => withOne(now, id, on))}
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
              onTurn={(id, on) => setRemove(now => withOne(now, id, on))}
              options={had.map(tag => ({ value: tag.id, label: tag.label }))}
              value={remove}
            />
          )}
        </Field>
      )}
    </BulkShell>
  );
}

function AssignForm({ run }: FormProps) {
  const { members } = useWorkspace();
  const [memberId, setMemberId] = useState<string | null>(null);
  const name = members.find(member => member.id === memberId)?.name;
  return (
    <BulkShell
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
    </BulkShell>
  );
}

function NextStepForm({ run }: FormProps) {
  const { today } = useWorkspace();
  const format = useFormat();
  const [what, setWhat] = useState('');
  const [on, setOn] = useState(today);
  return (
    <BulkShell
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
    </BulkShell>
  );
}
