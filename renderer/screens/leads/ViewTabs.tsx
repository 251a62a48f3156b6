// The views of the table: those that came with Ripen, then the owner's own; save, rename, order, delete.
import { type FormEvent, useRef, useState } from 'react';
import { rowKey } from '../../api/row-key.ts';
import { errorMessage, useCommand } from '../../api/use-command.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Input } from '../../ui/fields/Input.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { Menu } from '../../ui/floating/Menu.tsx';
import styles from './filters.module.css';
import type { LeadsTable, TableView } from './use-table.ts';

type Props = { readonly table: LeadsTable };

export function ViewTabs({ table }: Props) {
  const { views, current, changed, body, change, show } = table;
  const save = useCommand('views.save');
  const remove = useCommand('views.remove');
  const move = useCommand('views.move');
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const saver = useRef<HTMLButtonElement>(null);
  const saved = views.filter(view => view.isSaved);

  const shift = (view: TableView, by: 1 | -1) => {
    const at = saved.findIndex(one => one.id === view.id);
    void move.run({ id: view.id, before: saved[by < 0 ? at - 1 : at + 2]?.id ?? null });
  };
  async function name(label: string): Promise<string | null> {
    const id = naming === 'rename' && current?.isSaved ? current.id : null;
    const kept = id === null ? body : (current?.body ?? body);
    const result = await save.run(
      { id, label, body: kept },
      { done: id === null ? `View “${label}” saved.` : `View renamed to “${label}”.`, quiet: true },
    );
    if (result.ok && id === null) change({ view: result.value.id });
    return errorMessage(result);
  }

  return (
    <nav aria-label="Views" className={styles.views}>
      {views.map(view => (
        <span className={styles.view} data-on={view.id === current?.id} key={rowKey(view.id)}>
          <button aria-current={view.id === current?.id ? 'true' : undefined} onClick={() => show(view)} type="button">
            {view.label}
          </button>
          {view.isSaved && view.id === current?.id && (
            <Menu
              button={props => <IconButton {...props} icon="more" label={`More about ${view.label}`} size="small" />}
              label={`View: ${view.label}`}
              sections={[
                {
                  items: [
                    { id: 'rename', label: 'Rename', run: () => setNaming('rename') },
                    {
                      id: 'left',
                      label: 'Move to the left',
                      run: () => shift(view, -1),
                      unless: saved[0]?.id === view.id ? 'Already first.' : undefined,
                    },
                    {
                      id: 'right',
                      label: 'Move to the right',
                      run: () => shift(view, 1),
                      unless: saved.at(-1)?.id === view.id ? 'Already last.' : undefined,
                    },
                    {
                      id: 'delete',
                      label: 'Delete',
                      danger: true,
                      run: () =>
                        void remove.run({ id: view.id }, { done: `View “${view.label}” deleted.` }).then(result => {
                          if (result.ok && views[0]) show(views[0]);
                        }),
                    },
                  ],
                },
              ]}
            />
          )}
        </span>
      ))}
      <span className={styles.viewTools}>
        {changed && current && (
          <Button look="plain" onClick={() => show(current)} size="small">
            Discard changes
          </Button>
        )}
        {changed && current?.isSaved && (
          <Button
            onClick={() =>
              save.run({ id: current.id, label: current.label, body }, { done: `View “${current.label}” saved.` })
            }
            size="small"
          >
            Save
          </Button>
        )}
        <Button aria-expanded={naming !== null} look="plain" onClick={() => setNaming('new')} ref={saver} size="small">
          Save as view
        </Button>
      </span>
      {naming !== null && (
        <Floating
          align="end"
          anchor={saver}
          label={naming === 'new' ? 'Save as view' : 'Rename view'}
          onClose={() => setNaming(null)}
          role="dialog"
        >
          <NameForm
            onName={async label => {
              const error = await name(label);
              if (error === null) setNaming(null);
              return error;
            }}
            start={naming === 'rename' ? (current?.label ?? '') : ''}
          />
        </Floating>
      )}
    </nav>
  );
}

function NameForm({ start, onName }: { start: string; onName: (label: string) => Promise<string | null> }) {
  const [label, setLabel] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className={styles.naming}
      onSubmit={async (event: FormEvent) => {
        event.preventDefault();
        setProblem(label.trim() === '' ? 'Enter a name for the view.' : await onName(label.trim()));
      }}
    >
      <Input error={problem} label="View name" onChange={setLabel} value={label} />
      <Button look="primary" type="submit">
        {start === '' ? 'Save' : 'Rename'}
      </Button>
    </form>
  );
}
