// What every form of a move is given.
import type { Who } from '../../../shared/contract/lead-table.ts';
import type { Move } from '../../../shared/contract/leads.ts';
import type { Problem } from '../../api/lead-button.ts';
import type { DraftBox } from '../../ui/fields/use-box-draft.ts';

/** Makes the move; answers what was wrong, or null when it is made. */
export type Answerer = (move: Move) => Promise<Problem | null>;

export type FormProps = {
  readonly onAnswer: Answerer;
  readonly onCancel: () => void;
  readonly who: Who;
  /** What is typed comes back under this key when the form was left without an answer. */
  readonly draft: DraftBox;
};
