// State of the table: view, filters, search, sort, columns; stored per workspace on this computer.
import { useCallback, useMemo, useState } from 'react';
import type { View } from '../../../shared/contract/lead-table.ts';
import { type Condition, type ViewBody, type ViewColumn, viewBodySchema } from '../../../shared/lead-filter.ts';
import { useRead } from '../../api/use-read.ts';
import { useWorkspace } from '../../api/workspace.tsx';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';
import { firstColumns } from './columns.tsx';
import { readyViews } from './ready-views.ts';
import { storedState } from './stored-state.ts';

const plainColumns: readonly ViewColumn[] = firstColumns.map(key => ({ key, width: null }) as ViewColumn);

export type TableState = ViewBody & { readonly view: string };

export type TableView = {
  readonly id: string;
  readonly label: string;
  readonly body: ViewBody;
  readonly isSaved: boolean;
};

/** What was remembered, when it still makes sense. */
function readState(text: string): TableState | null {
  try {
    const { view, ...body } = JSON.parse(text) as { view: unknown };
    const read = viewBodySchema.safeParse(body);
    return read.success && typeof view === 'string' ? { ...read.data, view } : null;
  } catch {
    return null;
  }
}

export function useTable() {
  const { file, settings, customFields } = useWorkspace();
  const key = `leads ${file}`;
  const saved = useRead('views.list', {}).data;
  const views = useMemo<readonly TableView[]>(
    () => [
      ...readyViews(settings.actingAs).map(({ id, label, ...body }) => ({
        id,
        label,
        body: { ...body, search: '', columns: [] },
        isSaved: false,
      })),
      ...(saved ?? []).map((view: View) => ({ ...view, isSaved: true })),
    ],
    [saved, settings.actingAs],
  );
  const [state, setState] = useState<TableState>(() => {
    const kept = readState(readPreference(key, ''));
    // What was typed in the search was for that moment.
    return kept
      ? { ...kept, search: '' }
      : { view: 'everybody', search: '', conditions: [], sort: 'score', descending: true, columns: [...plainColumns] };
  });
  const change = useCallback(
    (next: Partial<TableState>) =>
      setState(now => {
        const made = { ...now, ...next };
        savePreference(key, JSON.stringify(storedState(made, customFields)));
        return made;
      }),
    [key, customFields],
  );

  /** Ready views leave the columns as they are; a saved one brings its own. */
  const show = useCallback(
    ({ id, body }: Pick<TableView, 'id' | 'body'>) => {
      const { columns, ...rest } = body;
      change({ ...rest, view: id, ...(columns.length > 0 ? { columns } : {}) });
    },
    [change],
  );
  const current = views.find(view => view.id === state.view);
  const { view: _, ...body } = state;
  return {
    state,
    body,
    change,
    show,
    views,
    current,
    /** The table has been changed since the view was chosen. */
    changed: current !== undefined && !isSame(current.body, body),
    setConditions: (conditions: readonly Condition[]) => change({ conditions: [...conditions] }),
    setColumns: (columns: readonly ViewColumn[]) => change({ columns: [...columns] }),
    plainColumns,
  };
}

export type LeadsTable = ReturnType<typeof useTable>;

function isSame(one: ViewBody, other: ViewBody): boolean {
  const { columns, ...rest } = one;
  const { columns: others, ...otherRest } = other;
  return (
    JSON.stringify(rest, Object.keys(rest).sort()) === JSON.stringify(otherRest, Object.keys(otherRest).sort()) &&
    JSON.stringify(rest.conditions) === JSON.stringify(otherRest.conditions) &&
    (columns.length === 0 || JSON.stringify(columns) === JSON.stringify(others))
  );
}
