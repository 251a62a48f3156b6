// The notes of the week: written while people talk, saved on leaving the field, and never lost to Escape.
import { errorMessage, useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import fields from '../../../ui/fields/fields.module.css';
import { useDraft } from '../../../ui/fields/use-draft.ts';
import type { MeetingData } from '../review-context.tsx';
import styles from './notes.module.css';

type Props = {
  readonly meeting: MeetingData;
  readonly autoFocus?: boolean;
  readonly onClose?: () => void;
};

export function Notes({ meeting, autoFocus = false, onClose }: Props) {
  const { run } = useCommand('meeting.note');
  const draft = useDraft<string | null>({
    label: 'Notes',
    value: meeting.notes,
    write: text => text ?? '',
    read: text => ({ value: text.trim() || null }),
    save: async notes => errorMessage(await run({ date: meeting.weekStart, notes }, { quiet: true })),
  });
  return (
    <div className={styles.notes}>
      <Field error={draft.error} label="Notes" layout="stack">
        {ids => (
          <textarea
            {...ids}
            // biome-ignore lint/a11y/noAutofocus: notes are opened to write
            autoFocus={autoFocus}
            className={fields.input}
            onBlur={draft.commit}
            onChange={event => draft.change(event.target.value)}
            onKeyDown={event => {
              if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
              event.preventDefault();
              event.currentTarget.blur();
              onClose?.();
            }}
            placeholder="Anything the figures do not show"
            rows={4}
            value={draft.text}
          />
        )}
      </Field>
      {onClose && (
        <Button onClick={onClose} size="small">
          Hide
        </Button>
      )}
    </div>
  );
}
