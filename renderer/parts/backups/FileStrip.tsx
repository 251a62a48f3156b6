// Over every screen: the open file does not stand any more where it was opened, with the one click that saves it again;
// and what had to be done to open it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import styles from './backups.module.css';

type Props = {
  /** The sentence of the main side; null: the file is where it was. */
  readonly moved: string | null;
  readonly told: readonly string[];
};

export function FileStrip({ moved, told }: Props) {
  const [read, setRead] = useState('');
  const client = useQueryClient();
  const saveAgain = useOnce(async () => {
    const result = await call('workspaces.saveAgain', {});
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
    else {
      const kept = result.value.keptAs === null ? '' : ` What stood there is kept as ${result.value.keptAs}.`;
      showToast(`The workspace is saved in its place again.${kept}`);
    }
    await client.invalidateQueries({ queryKey: ['workspaces.state'] });
  });
  const text = told.join(' ');
  return (
    <>
      {moved !== null && (
        <div aria-label="About the file" className={styles.strip} role="alert">
          <p>
            <b>The file of this workspace is gone from its place.</b> {moved}
          </p>
          <Button look="primary" onClick={saveAgain} size="small">
            Save it again here
          </Button>
        </div>
      )}
      {text !== '' && text !== read && (
        <aside aria-label="About this workspace" className={styles.strip}>
          <p>{text}</p>
          <IconButton icon="close" label="Close this note" onClick={() => setRead(text)} size="small" />
        </aside>
      )}
    </>
  );
}
