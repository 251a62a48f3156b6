// Action items with owner and due date. The next meeting starts with the open ones.
import { useRef, useState } from 'react';
import { addDays, type PlainDate } from '../../../../shared/dates.ts';
import type { ActionItem } from '../../../../shared/meeting.ts';
import { showToast } from '../../../api/toast-store.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useWorkspace } from '../../../api/workspace.tsx';
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
        <p className={styles.none}>No action items yet. The next meeting starts with them.</p>
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
    if (text === '') return setError('Enter the action item.');
    // Free for the next one at once; what is refused comes back.
    leave();
    const result = await run(
      { date: weekStart, id: item?.id ?? null, text, memberId: draft.memberId, dueOn: draft.dueOn || null },
      { done: item ? 'Action item saved.' : 'Action item added.', quiet: true },
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
        label={item ? 'Action item' : 'What needs to be done?'}
        maxLength={2000}
        onChange={text => set({ text })}
        placeholder="Call all leads from the open house"
        value={draft.text}
        {...(item ? { autoFocus: true } : {})}
      />
      <div className={styles.fields}>
        <Field label="Owner" layout="stack">
          {ids => (
            <Choice
              {...ids}
              clearable
              label="Owner"
              onChange={memberId => set({ memberId })}
              options={members.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
              placeholder="Unassigned"
              value={draft.memberId}
            />
          )}
        </Field>
        <Input label="Due date" onChange={dueOn => set({ dueOn })} type="date" value={draft.dueOn} />
        <WriteDown editing={item !== null} onCancel={item === null ? undefined : leave} />
      </div>
    </form>
  );
}
