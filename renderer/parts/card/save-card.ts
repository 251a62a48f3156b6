// Saves a lead as an address card where the owner says.
import { call } from '../../api/call.ts';
import { showSaved, showToast } from '../../api/toast-store.ts';

export async function saveCard(id: string): Promise<void> {
  const result = await call('documents.saveCard', { id });
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (result.value.path !== null) showSaved('Address card saved. Open the file to add it to your contacts.');
}
