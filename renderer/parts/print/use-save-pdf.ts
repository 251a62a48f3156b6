// Ctrl+P: what is on the screen, as PDF. Each screen says what that is.
import type { PrintedScreen } from '../../../shared/contract/documents.ts';
import type { Output } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../api/call.ts';
import { showSaved, showToast } from '../../api/toast-store.ts';
import { useAction } from '../actions/actions.ts';

/** A second Ctrl+P while the first is drawn asks for nothing again. */
let drawing = false;

/** Saves by `save` and says so: "Call list saved as PDF." */
export async function savePdf(
  what: string,
  save: () => Promise<Result<Output<'documents.saveScreen'>>>,
): Promise<void> {
  if (drawing) return;
  drawing = true;
  const result = await save().finally(() => {
    drawing = false;
  });
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (result.value.path !== null) showSaved(`${what} saved as PDF.`);
}

/** While mounted, Ctrl+P saves this list. */
export const useSaveScreen = (what: string, request: () => PrintedScreen) =>
  useAction('print', () => void savePdf(what, () => call('documents.saveScreen', request())));

/** While mounted, Ctrl+P saves everything about this lead. */
export const useSaveLead = (id: string) =>
  useAction('print', () => void savePdf('Lead', () => call('privacy.savePerson', { id, format: 'pdf' })));
