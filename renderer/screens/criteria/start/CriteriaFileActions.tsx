// Actions to export and import criteria, from the menu, the palette and the Start tab.
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../api/call.ts';
import { showToast } from '../../../api/toast-store.ts';
import { useAction } from '../../../parts/actions/actions.ts';

const FileDialog = lazy(() => import('./FileDialog.tsx').then(code => ({ default: code.FileDialog })));

/** Asks where to, writes, and says what came of it. */
export async function saveCriteria(what: 'draft' | 'in-force'): Promise<void> {
  const result = await call('criteriaFile.save', { what });
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  else if (result.value.saved !== null) showToast(`Saved as ${result.value.saved}.`);
}

export function CriteriaFileActions() {
  const [path, setPath] = useState<string | null>(null);
  useAction('save-criteria', () => void saveCriteria('in-force'));
  useAction('read-criteria', async () => {
    const chosen = await call('files.choose', { purpose: 'criteria' });
    if (chosen.ok) setPath(chosen.value.paths[0] ?? null);
  });
  return <Suspense>{path !== null && <FileDialog onClose={() => setPath(null)} path={path} />}</Suspense>;
}
