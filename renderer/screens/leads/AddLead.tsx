// Form to add a lead; few fields are required.
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useOnce } from '../../api/use-once.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import styles from './leads.module.css';

const fields = [
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['company', 'Company'],
  ['jobTitle', 'Job title'],
  ['email', 'E-mail'],
  ['phone', 'Phone'],
] as const;
type Name = (typeof fields)[number][0];

type Props = { readonly onAdded: (id: string) => void; readonly onClose: () => void };

export function AddLead({ onAdded, onClose }: Props) {
  const { channels } = useWorkspace();
  const [attributes, setAttributes] = useState<Partial<Record<Name, string>>>({});
  const [channelId, setChannelId] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ readonly field: string; readonly message: string } | null>(null);
  const create = useCommand('leads.create');

  const add = useOnce(async () => {
    const known = Object.fromEntries(
      Object.entries(attributes).flatMap(([name, text]) => (text.trim() ? [[name, text]] : [])),
    );
    const name =
      [attributes.firstName, attributes.lastName].filter(Boolean).join(' ') || attributes.company || 'The lead';
    const result = await create.run({ attributes: { ...known, channelId } }, { done: `${name} added.`, quiet: true });
    if (result.ok) onAdded(result.value.id);
    else setProblem({ field: result.error.field?.replace('facts.', '') ?? 'firstName', message: result.error.message });
  });

  return (
    <Dialog
      help="how-log"
      actions={
        <Button disabled={create.busy} form="add-lead" look="primary" type="submit">
          Add lead
        </Button>
      }
      onClose={onClose}
      title="Add lead"
    >
      <form
        className={styles.form}
        id="add-lead"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void add();
        }}
      >
        {fields.map(([name, label]) => (
          <Input
            error={problem?.field === name ? problem.message : null}
            key={name}
            label={label}
            onChange={text => setAttributes(now => ({ ...now, [name]: text }))}
            value={attributes[name] ?? ''}
          />
        ))}
        <Field label="Channel" layout="stack" meaning="How they found you, such as website, referral or trade show.">
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Channel"
              onChange={setChannelId}
              options={channels.filter(one => !one.archived).map(one => ({ value: one.id, label: one.label }))}
              placeholder="Not known"
              value={channelId}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
