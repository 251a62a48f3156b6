// The folder in which the computers meet: chosen in a dialog of the system.
import { type ReactNode, useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './sharing.module.css';

export type ChosenFolder = { readonly token: string; readonly path: string };

/** Asks for a folder; null: none was chosen. */
export async function chooseFolder(): Promise<ChosenFolder | null> {
  const result = await call('sharing.chooseFolder', {});
  if (result.ok) return result.value.folder;
  showToast(result.error.message, { tone: 'problem' });
  return null;
}

type Props = {
  /** The path that is shown; null: none is chosen. */
  readonly path: string | null;
  readonly onChoose: (folder: ChosenFolder) => void;
  readonly problem: string | null;
  readonly disabled: boolean;
  readonly children: ReactNode;
};

export function FolderField({ path, onChoose, problem, disabled, children }: Props) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const choose = useOnce(async () => {
    setBusy(true);
    const folder = await chooseFolder();
    setBusy(false);
    if (folder) onChoose(folder);
  });
  return (
    <fieldset aria-labelledby={id} className={styles.part}>
      <h3 id={id}>Folder</h3>
      {path !== null && <p className={styles.path}>{path}</p>}
      <p className={styles.quiet}>{children}</p>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button
          {...(path === null ? { 'data-autofocus': true } : {})}
          busy={busy && 'Looking…'}
          disabled={disabled}
          icon="file"
          onClick={() => void choose()}
        >
          {path === null ? 'Choose folder' : 'Choose another folder'}
        </Button>
      </div>
    </fieldset>
  );
}
