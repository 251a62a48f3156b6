// Which workspace is open: a new one, another one, the sample, a recent one, none. From the menu, a key or a button.
import type { CallName, Input } from '../../../shared/contract.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useAction } from './actions.ts';

type FileCall = Extract<
  CallName,
  | 'workspaces.create'
  | 'workspaces.open'
  | 'workspaces.openSample'
  | 'workspaces.removeSample'
  | 'workspaces.close'
  | 'workspaces.forget'
  | 'workspaces.showFile'
>;

/** Does it; what went wrong is said in a sentence. True when it went well. */
export async function withFile<N extends FileCall>(name: N, input: Input<N>): Promise<boolean> {
  const result = await call(name, input);
  if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  return result.ok;
}

/** Offers what the File menu has; works with and without an open workspace. */
export function useFileActions() {
  useAction('new-workspace', () => void withFile('workspaces.create', {}));
  useAction('open-workspace', () => void withFile('workspaces.open', { file: null }));
  useAction('open-sample', () => void withFile('workspaces.openSample', {}));
}
