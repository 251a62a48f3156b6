// Action items: what somebody will do, who, and by when. They stand on the next meeting's first page until they are ticked off.
import { useRef, useState } from 'react';
import { addDays, type PlainDate } from '../../../../shared/dates.ts';
import type { ActionItem } from '../../../../shared/meeting.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
import { showToast } from '../../../ui/feedback/toast-store.ts';
import { Choice } from '../../../ui/fields/Choice.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Input } from '../../../ui/fields/Input.tsx';
import { ItemList } from '../meeting/ItemList.tsx';
import styles from '../meeting/talk.module.css';
import { useKept } from '../meeting/use-kept.ts';
import { WriteDown } from '../meeting/WriteDown.tsx';
import { useMeeting } from '../review-context.tsx';

export function ItemsSection() {
  const { items } = useMeeting();
  const [changing, setChanging] = useState<ActionItem | null>(null);
  const { run: remove } = useCommand('meeting.removeItem');
  return (
    <>
      {items.length === 0 ? (
        <p className={styles.none}>
          Nobody has taken anything on yet. What stands here is asked for in the next meeting.
        </p>
      ) : (
        <ItemList
          items={items}
          label="Action items"
          onChange={setChanging}
          onRemove={({ id }) => void remove({ id }, { done: 'Action item deleted.' })}
        />
      )}
      <ItemForm item={changing} key={changing?.id ?? 'new'} onDone={() => setChanging(null)} />
    </>
  );
}

type Draft = { readonly text: string; readonly memberId: string | null; readonly dueOn: PlainDate | '' };

function ItemForm({ item, onDone }: { readonly item: ActionItem | null; readonly onDone: () => void }) {
  const { weekStart } = useMeeting();
  const { members, today } = useWorkspace();
  const start: Draft = item
    ? { text: item.text, memberId: item.memberId, dueOn: item.dueOn ?? '' }
    : { text: '', memberId: null, dueOn: addDays(today, 7) };
  const [draft, setDraft, clear] = useKept<Draft>(
    `item ${weekStart} ${item?.id ?? 'new'}`,
    start,
    'Action item',
    ({ text }) => (text === start.text ? '' : text),
  );
  const latest = useRef(draft);
  latest.current = draft;
  const [error, setError] = useState<string | null>(null);
  const { run } = useCommand('meeting.saveItem');
  const set = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    setError(null);
  };
  const leave = () => {
    clear();
    onDone();
  };
  const save = async () => {
    const text = draft.text.trim();
    if (text === '') return setError('Write what is to be done.');
    // Free for the next one at once; what is refused comes back.
    leave();
    const result = await run(
      { date: weekStart, id: item?.id ?? null, text, memberId: draft.memberId, dueOn: draft.dueOn || null },
      { done: item ? 'Action item changed.' : 'Action item written down.', quiet: true },
    );
    if (result.ok) return;
    if (item !== null || latest.current.text !== start.text)
      return showToast(`“${text}” was not saved. ${result.error.message}`, { tone: 'problem' });
    setDraft(draft);
    setError(result.error.message);
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <Input
        error={error}
        label={item ? 'Action item' : 'What is to be done?'}
        maxLength={2000}
        onChange={text => set({ text })}
        placeholder="Call everybody from the open days"
        value={draft.text}
        {...(item ? { autoFocus: true } : {})}
      />
      <div className={styles.fields}>
        <Field label="Who" layout="stack">
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Who"
              onChange={memberId => set({ memberId })}
              options={members.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
              placeholder="Nobody yet"
              value={draft.memberId}
            />
          )}
        </Field>
        <Input label="By when" onChange={dueOn => set({ dueOn })} type="date" value={draft.dueOn} />
        <WriteDown editing={item !== null} onCancel={item === null ? undefined : leave} />
      </div>
    </form>
  );
}
