// What every form of a move is given.
import type { Move } from '../../../shared/contract/leads.ts';

/** Makes the move; answers the sentence that says why not, or null when it is made. */
export type Answerer = (move: Move) => Promise<string | null>;

export type FormProps = { readonly onAnswer: Answerer; readonly onCancel: () => void };
