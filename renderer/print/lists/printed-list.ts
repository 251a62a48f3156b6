// A list on paper: groups of rows under heads.
import type { ReactNode } from 'react';
import type { Workspace } from '../../api/workspace.tsx';

/** Head of a column that is left empty, to write in by hand. */
export const toWriteIn = 'Notes';

export type PrintedGroup = {
  readonly title: string;
  readonly heads: readonly string[];
  /** How wide the columns are beside each other; default: by what their cells say. */
  readonly widths?: readonly number[];
  /** As many cells a row as there are heads. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
};

export type PrintedList = {
  readonly title: string;
  /** Day, count, what narrows it. */
  readonly note: string;
  readonly workspace: Workspace;
  readonly groups: readonly PrintedGroup[];
};
