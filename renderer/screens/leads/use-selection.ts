// Selection of rows, or all matching but some.
import { useCallback, useState } from 'react';
import type { TableRow, Who } from '../../../shared/contract/lead-table.ts';
import type { LeadFilter } from '../../../shared/lead-filter.ts';
import { ask } from '../../api/call.ts';

type Person = Pick<TableRow, 'id' | 'name' | 'stage' | 'tagIds'>;
type State = {
  /** All that match are selected but for `people`; else only `people` are. */
  readonly all: boolean;
  readonly people: ReadonlyMap<string, Person>;
};

const nobody: State = { all: false, people: new Map() };
/** Rows one call answers at most. */
const atOnce = 500;

export function useSelection(asked: LeadFilter & { sort: string; descending: boolean }, total: number | undefined) {
  const [state, setState] = useState<State>(nobody);
  const count = state.all ? Math.max(0, (total ?? 0) - state.people.size) : state.people.size;

  const turn = useCallback((row: Person) => {
    setState(now => {
      const people = new Map(now.people);
      if (!people.delete(row.id)) people.set(row.id, row);
      return { ...now, people };
    });
  }, []);
  const add = useCallback((rows: readonly Person[]) => {
    setState(now => {
      const people = new Map(now.people);
      for (const row of rows) {
        if (now.all) people.delete(row.id);
        else people.set(row.id, row);
      }
      return { ...now, people };
    });
  }, []);
  /** The rows from one place to another, also those that have not been drawn yet. */
  const addRange = useCallback(
    async (from: number, to: number) => {
      for (let first = from; first <= to; first += atOnce) {
        const limit = Math.min(atOnce, to - first + 1);
        add((await ask('table.rows', { ...asked, conditions: [...asked.conditions], from: first, limit })).rows);
      }
    },
    [asked, add],
  );
  const { search, conditions } = asked;
  const who: Who = state.all
    ? { by: 'filter', search, conditions: [...conditions], except: [...state.people.keys()] }
    : { by: 'ids', ids: [...state.people.keys()] };
  return {
    count,
    who,
    /** Those known by name: all of them unless everybody who matches is selected. */
    people: state.all ? [] : [...state.people.values()],
    all: state.all,
    has: (row: Person) => state.people.has(row.id) !== state.all,
    turn,
    addRange,
    selectAll: () => setState({ all: true, people: new Map() }),
    clear: useCallback(() => setState(nobody), []),
  };
}

export type Selection = ReturnType<typeof useSelection>;
