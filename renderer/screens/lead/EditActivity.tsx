// Edits an activity: its campaign and content, and its note. What it was and when are logged anew.
import { type FormEvent, useRef, useState } from 'react';
import type { Activity } from '../../../shared/activity.ts';
import { useCommand } from '../../api/use-command.ts';
import { TouchFields, type TypedTouch } from '../../parts/leads/TouchFields.tsx';
import { FormFoot } from '../../parts/moves/FormFoot.tsx';
import styles from '../../parts/moves/moves.module.css';
import { IconButton } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';

type Props = { readonly activity: Activity; readonly label: string };

export function EditActivity({ activity, label }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor}>
      <IconButton icon="edit" label={`Edit ${label}`} onClick={() => setOpen(true)} size="small" />
      {open && <ActivitySheet activity={activity} anchor={anchor} label={label} onClose={() => setOpen(false)} />}
    </span>
  );
}

type SheetProps = Props & { readonly anchor: React.RefObject<Element | null>; readonly onClose: () => void };

function ActivitySheet({ activity, label, anchor, onClose }: SheetProps) {
  const update = useCommand('activities.update');
  const [touch, setTouch] = useState<TypedTouch>({
    campaignId: activity.campaignId,
    content: activity.content ?? '',
  });
  const [note, setNote] = useState(activity.note ?? '');
  const [error, setError] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { campaignId } = touch;
    const change = { campaignId, content: touch.content.trim() || null, note: note.trim() || null };
    const result = await update.run({ id: activity.id, ...change }, { done: `${label} saved.`, quiet: true });
    if (result.ok) onClose();
    else setError(result.error.message);
  }

  return (
    <Floating anchor={anchor} label="Edit activity" onClose={onClose} role="dialog">
      <form className={styles.sheet} onSubmit={submit}>
        <h2 className={styles.title}>
          <span>{label}</span>
        </h2>
        <TouchFields onChange={setTouch} value={touch} />
        <Input label="Note" layout="row" maxLength={5000} onChange={setNote} placeholder="Optional" value={note} />
        <FormFoot busy={update.busy} error={error} label="Save" onCancel={onClose} />
      </form>
    </Floating>
  );
}
