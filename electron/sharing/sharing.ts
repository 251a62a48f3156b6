// What the steps of a workspace know of sharing: their packets, and what undo leaves alone.
import type { Writer } from '../db/file/handle.ts';
import { type UndoneOrRedone, unrecordedly } from '../db/journal/journal.ts';
import { type Direction, nextStep } from '../db/journal/next-step.ts';
import type { OthersWork } from '../db/journal/revert.ts';
import { lastLine } from '../db/journal/touched.ts';
import { fileSchema } from '../db/tables/file-schema.ts';
import { readSharing } from '../db/tables/packets.ts';
import { type MergePlan, planFor } from '../sync/plan.ts';
import { type FinishedStep, keptOfOthers, putInOutbox } from './outbox.ts';
import { settle } from './settle.ts';

export type Outbox = {
  /** Writes the packet of a step that has ended, inside its transaction. Nothing, where the file is not shared. */
  readonly put: (done: Omit<FinishedStep, 'after' | 'batchId'> & { readonly after?: number }, now: number) => void;
  /** To be called before a step is undone or done again; what it answers writes the packet of that, and answers it again. */
  readonly beforeFlip: () => (flipped: UndoneOrRedone, memberId: string | null, now: number) => UndoneOrRedone;
  /** Of the step that is undone or redone next. Null: there are no others. */
  readonly othersWork: (direction: Direction) => OthersWork | null;
  readonly plan: () => MergePlan;
};

/** Of one open file. Asks the file once whether it is shared; `noteShared` is to be called when that changes. */
export function createOutbox(db: Writer): Outbox & { readonly noteShared: () => void } {
  let isShared = readSharing(db) !== undefined;
  let known: MergePlan | undefined;
  const plan = (): MergePlan => (known ??= planFor(fileSchema(db)));
  const batchOf = (seq: number): string | null =>
    db.pluck<string | null>('SELECT batch_id FROM step WHERE seq = ?', [seq])[0] ?? null;
  return {
    plan,
    noteShared: () => {
      isShared = readSharing(db) !== undefined;
    },
    put: (done, now) => {
      if (isShared) putInOutbox(db, plan(), now, { after: 0, ...done, batchId: batchOf(done.stepSeq) });
    },
    beforeFlip: () => {
      const after = isShared ? lastLine(db) : 0;
      return (flipped, memberId, now) => {
        const sharing = isShared ? readSharing(db) : undefined;
        if (!sharing) return flipped;
        const { id: stepId, seq: stepSeq, label, batchId } = flipped;
        putInOutbox(db, plan(), now, { stepId, stepSeq, label, memberId, batchId, after });
        // Where others have worked on the same rows, what is left of them is as merging says.
        unrecordedly(db, () => settle(db, plan(), sharing.workspace));
        return flipped;
      };
    },
    othersWork: direction => {
      const step = isShared ? nextStep(db, direction) : undefined;
      return step ? keptOfOthers(db, plan(), direction, step.id) : null;
    },
  };
}
