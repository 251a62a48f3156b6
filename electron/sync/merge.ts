// Merging: what several computers wrote, as one state of the tables. It is a function of the set of packets, so it does not matter in
// which order, how often or with what pauses they come; and every constraint of the schema holds in what it answers.

import { derived } from './derive.ts';
import { entitiesOf } from './entities.ts';
import { deletionOfReturned, standingRows } from './life.ts';
import type { Dot, Packet } from './packet.ts';
import type { MergePlan } from './plan.ts';
import { index, type SharedRow, type SharedRows } from './registers.ts';
import { type Overruled, overruledOf } from './values.ts';

export type Merged = {
  readonly rows: SharedRows;
  /** Values that somebody entered and that do not stand, because another one does of which they did not know. */
  readonly overruled: readonly Overruled[];
  /** Rows that somebody deleted and that stand, because of work on them that the deletion did not know of. */
  readonly broughtBack: readonly { readonly table: string; readonly id: string; readonly deletion: Dot }[];
  /** Of a row that is several, by table and id: the ids that are not shown. Deleting it deletes them. */
  readonly idsBehind: ReadonlyMap<string, readonly string[]>;
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The tables after these packets, on top of what was there before sharing. */
export function merge(plan: MergePlan, start: SharedRows, packets: readonly Packet[]): Merged {
  const standing = standingRows(plan, entitiesOf(index(plan, start, packets)));
  const all = [...standing.values()].flat();
  const rows = [...derived(standing)].map(([table, found]) => {
    const sorted = [...found].sort(byId).map(row => [row.id, row] as const);
    return [table, new Map<string, SharedRow>(sorted)] as const;
  });
  return {
    rows: new Map(rows),
    overruled: all.flatMap(({ entity, written }) => overruledOf(entity, written)),
    broughtBack: all.flatMap(({ entity }) => {
      const deletion = deletionOfReturned(entity);
      const { table, id } = entity;
      return deletion ? [{ table: table.name, id, deletion: { writer: deletion.writer, n: deletion.n } }] : [];
    }),
    idsBehind: new Map(
      all
        .filter(({ entity: { members } }) => members.length > 1)
        .map(({ entity: { table, id, members } }) => [
          `${table.name} ${id}`,
          members.map(one => one.id).filter(one => one !== id),
        ]),
    ),
  };
}
