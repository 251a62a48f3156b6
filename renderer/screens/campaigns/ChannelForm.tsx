// The name of a channel, new or changed.
import { type FormEvent, useState } from 'react';
import type { Channel } from '../../../shared/workspace.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Input } from '../../ui/fields/Input.tsx';

type Props = { readonly channel: Channel | null; readonly onClose: () => void };

export function ChannelForm({ channel, onClose }: Props) {
  const save = useCommand('channels.save');
  const [label, setLabel] = useState(channel?.label ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const name = label.trim();
    if (name === '') return setProblem('Enter a name for the channel.');
    const given = { id: channel?.id ?? null, label: name, archived: channel?.archived ?? false };
    const result = await save.run(given, { done: `Saved: ${name}.`, quiet: true });
    if (result.ok) onClose();
    else setProblem(result.error.message);
  }

  return (
    <Dialog
      help="campaigns"
      actions={
        <Button disabled={save.busy} form="channel" look="primary" type="submit">
          Save
        </Button>
      }
      onClose={onClose}
      title={channel === null ? 'Add channel' : 'Rename channel'}
    >
      <form id="channel" onSubmit={submit}>
        <Input autoFocus error={problem} label="Name" onChange={setLabel} value={label} />
      </form>
    </Dialog>
  );
}
