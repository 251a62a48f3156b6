// A packet is what one step did to the shared rows. A change is a row added, set, deleted, or returned after a deletion.
import type { HybridClock } from './clock.ts';

export type Value = string | number | null;
export type ColumnValues = Readonly<Record<string, Value>>;

/** Of which packets a writer knew: all from the first to the n-th, by writer. A version vector (Parker et al. 1983). */
export type VersionVector = Readonly<Record<string, number>>;

/** Names one packet. */
export type Dot = { readonly writer: string; readonly n: number };

export type Change = { readonly table: string; readonly id: string } & (
  | { readonly op: 'add'; readonly columns: ColumnValues }
  | { readonly op: 'set'; readonly columns: ColumnValues }
  | { readonly op: 'delete' }
  /** Takes a deletion back and says nothing of the columns: what others wrote meanwhile stands. */
  | { readonly op: 'return' }
);

export type Packet = Dot & {
  readonly workspace: string;
  readonly clock: HybridClock;
  /** What the writer knew of others. */
  readonly seen: VersionVector;
  /** The version of the tables. */
  readonly schema: number;
  readonly memberId: string | null;
  readonly label: string;
  /** The packet of its own that it takes back, or makes again: undo and redo. */
  readonly undoes: number | null;
  readonly changes: readonly Change[];
};

export const dotText = ({ writer, n }: Dot): string => `${writer} ${n}`;

/** Whether a packet's writer knew of another packet when it wrote; it knows of its own ones. */
export const knew = (packet: Packet, { writer, n }: Dot): boolean =>
  writer === packet.writer ? n <= packet.n : n <= (packet.seen[writer] ?? 0);
