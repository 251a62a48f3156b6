// Bulk forms: log, tag, assign, set field, next step.
import { useState } from 'react';
import type { TableRow } from '../../../shared/contract/lead-table.ts';
import { withOne } from '../../../shared/settings-change.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { fittingTypes, lastTypeId, rememberType } from '../../parts/leads/activity-types.ts';
import { CheckList } from '../../ui/fields/CheckList.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { useFormat } from '../../ui/format.tsx';
import { BulkFieldForm } from './BulkFieldForm.tsx';
import { BulkShell } from './BulkShell.tsx';
import type { Run } from './use-bulk.ts';

export type BulkKind = 'log' | 'tags' | 'member' | 'field' | 'next-step';
export const bulkTitles: Readonly<Record<BulkKind, { readonly verb: string }>> = {
  log: { verb: 'Log' },
  tags: { verb: 'Tag' },
  member: { verb: 'Assign' },
  field: { verb: 'Set field' },
  'next-step': { verb: 'Next step' },
};

type Props = {
  readonly kind: BulkKind;
  readonly leads: readonly Pick<TableRow, 'id' | 'tagIds'>[];
  readonly run: Run;
};
type FormProps = { readonly run: Run; readonly leads: Props['leads'] };

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
        if (!type) return 'Choose an activity type.';
        rememberType(type.id);
        const when = date === today ? null : { date, time: null };
        return [
          { do: 'log', typeId: type.id, when, note: note.trim() || null },
          count => `${type.label} logged for ${count}`,
        ];
      }}
      run={run}
    >
      <Field label="Activity" layout="stack">
        {ids => (
          <Choice
            {...ids}
            label="Activity"
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

function TagForm({ run, leads }: FormProps) {
  const { tags } = useWorkspace();
  const save = useCommand('tags.save');
  const [add, setAdd] = useState<readonly string[]>([]);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const had = tags.filter(tag => leads.length === 0 || leads.some(listedLead => listedLead.tagIds.includes(tag.id)));
  const named = (ids: readonly string[]) =>
    ids.map(id => `“${tags.find(tag => tag.id === id)?.label ?? ''}”`).join(', ');
  return (
    <BulkShell
      button="Tag"
      read={() => {
        if (add.length + remove.length === 0) return 'Choose tags to add or remove.';
        return [
          { do: 'tags', add: [...add], remove: [...remove] },
          count => (add.length > 0 ? `${named(add)} added to ${count}` : `${named(remove)} removed from ${count}`),
        ];
      }}
      run={run}
    >
      <Field label="Add tags" layout="stack">
        {() => (
          <CheckList
            label="Add tags"
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
        <Field label="Remove tags" layout="stack">
          {() => (
            <CheckList
              label="Remove tags"
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
      button={memberId === null ? 'Unassign' : 'Assign'}
      read={() => [
        { do: 'attributes', attributes: { memberId } },
        count => (name ? `${count} assigned to ${name}` : `${count} unassigned`),
      ]}
      run={run}
    >
      <Field label="Owner" layout="stack">
        {ids => (
          <Choice
            {...ids}
            clearable
            label="Owner"
            onChange={setMemberId}
            options={members.filter(one => !one.archived).map(one => ({ value: one.id, label: one.name }))}
            placeholder="Unassigned"
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
        if (what.trim() === '') return 'Enter the next step.';
        return [
          { do: 'next-step', nextStep: what.trim(), nextStepOn: on || null },
          count => `“${what.trim()}” planned for ${count}${on ? ` on ${format.date(on)}` : ''}`,
        ];
      }}
      run={run}
    >
      <Input label="Next step" onChange={setWhat} value={what} />
      <Input label="On" onChange={setOn} type="date" value={on} />
    </BulkShell>
  );
}
