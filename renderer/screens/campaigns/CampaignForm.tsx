// A campaign: its name, the channel it is in, and when it runs.
import { type FormEvent, useState } from 'react';
import type { Campaign } from '../../../shared/workspace.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../../ui/fields/Choice.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import styles from './campaigns.module.css';

type Props = { readonly campaign: Campaign | null; readonly onClose: () => void };
type Problem = { readonly field: 'label' | 'endsOn'; readonly message: string };

export function CampaignForm({ campaign, onClose }: Props) {
  const { channels } = useWorkspace();
  const save = useCommand('campaigns.save');
  const [label, setLabel] = useState(campaign?.label ?? '');
  const [channelId, setChannelId] = useState(campaign?.channelId ?? null);
  const [startsOn, setStartsOn] = useState(campaign?.startsOn ?? '');
  const [endsOn, setEndsOn] = useState(campaign?.endsOn ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const name = label.trim();
    if (name === '') return setProblem({ field: 'label', message: 'Enter a name for the campaign.' });
    if (startsOn && endsOn && endsOn < startsOn) {
      return setProblem({ field: 'endsOn', message: 'The last day is before the first day.' });
    }
    const result = await save.run(
      {
        id: campaign?.id ?? null,
        label: name,
        channelId,
        startsOn: startsOn || null,
        endsOn: endsOn || null,
        archived: campaign?.archived ?? false,
      },
      { done: `Saved: ${name}.`, quiet: true },
    );
    if (result.ok) onClose();
    else setProblem({ field: 'label', message: result.error.message });
  }

  const problemOf = (field: Problem['field']) => (problem?.field === field ? problem.message : null);
  return (
    <Dialog
      help="campaigns"
      actions={
        <Button disabled={save.busy} form="campaign" look="primary" type="submit">
          Save
        </Button>
      }
      onClose={onClose}
      title={campaign === null ? 'Add campaign' : 'Edit campaign'}
    >
      <form className={styles.form} id="campaign" onSubmit={submit}>
        <Input autoFocus error={problemOf('label')} label="Name" onChange={setLabel} value={label} />
        <Field label="Channel" layout="stack">
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Channel"
              onChange={setChannelId}
              options={channels
                .filter(({ archived, id }) => !archived || id === channelId)
                .map(one => ({ value: one.id, label: one.label }))}
              placeholder="No channel"
              value={channelId}
            />
          )}
        </Field>
        <Input label="First day" onChange={setStartsOn} type="date" value={startsOn} />
        <Input error={problemOf('endsOn')} label="Last day" onChange={setEndsOn} type="date" value={endsOn} />
      </form>
    </Dialog>
  );
}
