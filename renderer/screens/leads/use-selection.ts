// Selection of rows, or all matching but some.
import { useCallback, useState } from 'react';
import type { TableRow, Who } from '../../../shared/contract/lead-table.ts';
import type { LeadFilter } from '../../../shared/lead-filter.ts';
import { ask } from '../../api/call.ts';

type SelectedLead = Pick<TableRow, 'id' | 'name' | 'stage' | 'tagIds'>;
type State = {
  /** All that match are selected but for `leads`; else only `leads` are. */
  readonly all: boolean;
  readonly leads: ReadonlyMap<string, SelectedLead>;
};

const nobody: State = { all: false, leads: new Map() };
/** Rows one call answers at most. */
const atOnce = 500;

export function useSelection(request: LeadFilter & { sort: string; descending: boolean }, total: number | undefined) {
  const [state, setState] = useState<State>(nobody);
  const count = state.all ? Math.max(0, (total ?? 0) - state.leads.size) : state.leads.size;

  const turn = useCallback((row: SelectedLead) => {
    setState(now => {
      const leads = new Map(now.leads);
      if (!leads.delete(row.id)) leads.set(row.id, row);
      return { ...now, leads };
    });
  }, []);
  const add = useCallback((rows: readonly SelectedLead[]) => {
    setState(now => {
      const leads = new Map(now.leads);
      for (const row of rows) {
        if (now.all) leads.delete(row.id);
        else leads.set(row.id, row);
      }
      return { ...now, leads };
    });
  }, []);
  /** The rows from one place to another, also those that have not been drawn yet. */
  const addRange = useCallback(
    async (from: number, to: number) => {
      for (let first = from; first <= to; first += atOnce) {
        const limit = Math.min(atOnce, to - first + 1);
        add((await ask('table.rows', { ...request, conditions: [...request.conditions], from: first, limit })).rows);
      }
    },
    [request, add],
  );
  const { search, conditions } = request;
  const who: Who = state.all
    ? { by: 'filter', search, conditions: [...conditions], except: [...state.leads.keys()] }
    : { by: 'ids', ids: [...state.leads.keys()] };
  return {
    count,
    who,
    /** Those known by name: all of them unless everybody who matches is selected. */
    leads: state.all ? [] : [...state.leads.values()],
    all: state.all,
    has: (row: SelectedLead) => state.leads.has(row.id) !== state.all,
    turn,
    addRange,
    selectAll: () => setState({ all: true, leads: new Map() }),
    clear: useCallback(() => setState(nobody), []),
  };
}

export type Selection = ReturnType<typeof useSelection>;
