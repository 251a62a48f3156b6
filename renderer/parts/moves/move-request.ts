// Who moves where, and beside what the question opens.
import type { RefObject } from 'react';
import type { Who } from '../../../shared/contract/lead-table.ts';
import type { Stage } from '../../../shared/stages.ts';

/** Leads to move; a lead row is one. */
export type Mover = { readonly id: string; readonly name: string; readonly stage: Stage };

export type MoveRequest = {
  readonly leads: readonly Mover[];
  readonly to: Stage;
  /** All that are meant, where `leads` does not hold them. */
  readonly who?: Who;
  /** Beside which a question opens. */
  readonly anchor: RefObject<Element | null>;
};
