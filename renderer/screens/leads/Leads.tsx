// Leads: one table with views, filters, editing in place and bulk actions.
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { listFields } from '../../../shared/lead-filter.ts';
import { usePages } from '../../api/use-pages.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { useAction } from '../../parts/actions/actions.ts';
import { Duplicates } from '../../parts/duplicates/Duplicates.tsx';
import { setFocusedLead } from '../../parts/navigation/focused-lead.ts';
import { go, useRoute } from '../../parts/navigation/use-route.ts';
import { useSaveScreen } from '../../parts/print/use-save-pdf.ts';
import { Screen } from '../../parts/screen/Screen.tsx';
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/feedback/announce.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { SearchInput } from '../../ui/fields/SearchInput.tsx';
import { useFormat } from '../../ui/format.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { AddLead } from './AddLead.tsx';
import { ColumnsButton } from './ColumnsButton.tsx';
import { columnsFor } from './columns.tsx';
import { saysSomething } from './condition-text.ts';
import { FilterBar } from './FilterBar.tsx';
import styles from './filters.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { useRowMenu } from './use-row-menu.tsx';
import { useSelection } from './use-selection.ts';
import { useTable } from './use-table.ts';
import { useWriters } from './use-writers.tsx';
import { ViewTabs } from './ViewTabs.tsx';

/** `rest`: "duplicates" shows who may be here twice. */
const none: readonly string[] = [];

export const Leads = ({ rest }: ScreenProps) => (rest === 'duplicates' ? <Twice /> : <Everybody />);

const Twice = () => (
  <Screen
    layout="full"
    title="Duplicates"
    tools={
      <Button icon="left" onClick={() => go('leads')}>
        All leads
      </Button>
    }
  >
    <Duplicates />
  </Screen>
);

function Everybody() {
  const workspace = useWorkspace();
  const { route, openLead } = useRoute();
  const format = useFormat();
  const table = useTable();
  const { state, change, setConditions, setColumns, plainColumns } = table;
  const [at, setAt] = useState(0);
  const [adding, setAdding] = useState(false);
  const search = useDeferredValue(state.search);
  const searchBox = useRef<HTMLSpanElement>(null);
  const imports = useRead('imports.list', {}).data;
  const { writers, question } = useWriters();
  const { menuOf, questions } = useRowMenu();

  const fields = useMemo(() => listFields(workspace.customFields), [workspace.customFields]);
  const contents = useRead('activities.contents', {}).data ?? none;
  const batches = useMemo(() => new Map((imports ?? []).map(batch => [batch.id, batch.fileName])), [imports]);
  const { sort, descending } = state;
  const conditions = useMemo(() => state.conditions.filter(saysSomething), [state.conditions]);
  const request = useMemo(() => ({ search, conditions, sort, descending }), [search, conditions, sort, descending]);
  const rows = usePages('table.rows', request);
  const selection = useSelection(request, rows.total);
  const columns = useMemo(
    () => columnsFor(state.columns, fields, { workspace, format, batches, writers }),
    [state.columns, fields, workspace, format, batches, writers],
  );
  useAction('search', () => searchBox.current?.querySelector('input')?.focus());
  useSaveScreen('Leads', () => ({ screen: 'leads', ...request, columns: state.columns.map(({ key }) => key) }));
  useAction('new-lead', () => setAdding(true));

  const goTo = useCallback(
    (index: number) => {
      setAt(index);
      setFocusedLead(rows.at(index)?.id ?? null);
    },
    [rows],
  );
  const narrowed = state.search.trim() !== '' || conditions.length > 0;
  const narrow = (next: Parameters<typeof change>[0]) => {
    change(next);
    setAt(0);
    selection.clear();
  };
  const count = rows.total ?? Math.min(workspace.leadCount, 20);

  return (
    <Screen
      aside={rows.total === undefined ? '' : format.whole(rows.total)}
      layout="full"
      title="Leads"
      tools={
        <>
          <span ref={searchBox}>
            <SearchInput
              label="Search leads"
              onChange={text => narrow({ search: text })}
              placeholder="Name, company, e-mail, notes"
              value={state.search}
            />
          </span>
          <Button onClick={() => go('leads', 'duplicates')}>Duplicates</Button>
          <Button icon="person" onClick={() => setAdding(true)}>
            Add lead
          </Button>
        </>
      }
    >
      {workspace.leadCount === 0 ? (
        <EmptyState
          actions={
            <>
              <Button look="primary" onClick={() => setAdding(true)}>
                Add lead
              </Button>
              <Button onClick={() => go('import')}>Import spreadsheet</Button>
            </>
          }
          glyph="lead"
          title="No leads yet"
        >
          Add the first one manually, or import the list you already have.
        </EmptyState>
      ) : (
        <div className={styles.whole}>
          <ViewTabs
            table={{
              ...table,
              show: view => {
                table.show(view);
                setAt(0);
                selection.clear();
              },
            }}
          />
          <div className={styles.line}>
            <FilterBar
              conditions={state.conditions}
              context={{ workspace, format, batches, contents }}
              fields={fields}
              onChange={next => {
                setConditions(next);
                setAt(0);
                selection.clear();
              }}
            />
            <ColumnsButton columns={state.columns} fields={fields} onChange={setColumns} plain={plainColumns} />
          </div>
          {rows.error && <Notice tone="problem">{rows.error.message}</Notice>}
          {rows.total === 0 && narrowed ? (
            <EmptyState
              actions={<Button onClick={() => narrow({ search: '', conditions: [] })}>Clear filters</Button>}
              title="No matching leads"
            >
              {state.search.trim() === ''
                ? 'No lead matches these filters.'
                : `No lead has “${state.search.trim()}” in name, company, e-mail or notes${conditions.length > 0 ? ' and matches these filters' : ''}.`}
            </EmptyState>
          ) : (
            <div className={styles.grid}>
              <DataTable
                at={Math.min(at, Math.max(0, count - 1))}
                columns={columns}
                count={count}
                isSelected={selection.has}
                keyOf={row => row.id}
                label="Leads"
                menuOf={menuOf}
                nameOf={row => row.name}
                onAt={goTo}
                onOpen={row => openLead(row.id)}
                onRange={rows.want}
                onResize={(key, width) =>
                  setColumns(state.columns.map(column => (column.key === key ? { ...column, width } : column)))
                }
                onSelect={(from, to, how) => {
                  const row = rows.at(from);
                  if (how === 'turn' && row) selection.turn(row);
                  else void selection.addRange(from, to);
                }}
                onSelectAll={() => {
                  if (selection.count > 0 && selection.count === rows.total) return selection.clear();
                  selection.selectAll();
                  announce(`All ${format.whole(rows.total ?? 0)} leads selected`);
                }}
                onSort={by =>
                  narrow({ sort: by, descending: state.sort === by ? !state.descending : downFirst.has(by) })
                }
                openKey={route.lead}
                rowAt={rows.at}
                selected={selection.count === 0 ? 'none' : selection.count === rows.total ? 'all' : 'some'}
                sort={{ by: state.sort, descending: state.descending }}
              />
            </div>
          )}
          {selection.count > 0 && <SelectionBar onDone={() => undefined} selection={selection} />}
        </div>
      )}
      {question}
      {questions}
      {adding && (
        <AddLead
          onAdded={id => {
            setAdding(false);
            openLead(id);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Screen>
  );
}

/** What one asks for the greatest or the latest of first. */
const downFirst = new Set([
  'score',
  'engagement',
  'fit',
  'cell',
  'stageDays',
  'amount',
  'budget',
  'lastActivityAt',
  'createdAt',
  'mqlAt',
]);
