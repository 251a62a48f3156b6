// Submits a move once, with busy state and error.
import { type FormEvent, useState } from 'react';
import type { Move } from '../../../shared/contract/leads.ts';
import type { Problem } from '../../api/lead-button.ts';
import { dropBoxDraft } from '../../ui/fields/use-box-draft.ts';
import type { FormProps } from './form-props.ts';

/** `read` makes the move from what was typed, or says in a sentence what is missing. */
export function useAnswer({ onAnswer, draft }: Pick<FormProps, 'onAnswer' | 'draft'>, read: () => Move | string) {
  const [error, setError] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const move = read();
    if (typeof move === 'string') return setError(move);
    setBusy(true);
    const error = await onAnswer(move);
    // When it was made, the form is gone.
    if (error === null) return dropBoxDraft(draft.key);
    setBusy(false);
    setError(error);
  };
  return { submit, error, busy };
}
