// Why the last workspace could not be opened, and the ways on.
import { withFile } from '../../app/use-file-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { BackupList, useBackups } from '../backups/BackupList.tsx';
import { MendButtons } from '../backups/Mend.tsx';
import styles from './welcome.module.css';

type Props = {
  /** The sentence of the main side. */
  readonly words: string;
  readonly last: { readonly file: string; readonly name: string } | undefined;
};

export function Problem({ words, last }: Props) {
  const { data } = useBackups();
  const backups = data?.backups ?? [];
  return (
    <>
      <Notice
        actions={
          <>
            {last && <Button onClick={() => withFile('workspaces.open', { file: last.file })}>Try again</Button>}
            <Button onClick={() => withFile('workspaces.open', { file: null })}>Choose file</Button>
            {last && /damaged|as Ripen made it|lacks/.test(words) && <MendButtons />}
            {last && (
              <Button look="plain" onClick={() => withFile('workspaces.forget', { file: last.file })}>
                Remove from list
              </Button>
            )}
          </>
        }
        tone="problem"
      >
        <b>{last ? `“${last.name}” could not be opened.` : 'The last workspace could not be opened.'}</b> {words}
      </Notice>
      {backups.length > 0 && (
        <section aria-labelledby="way-back" className={styles.wayBack}>
          <h2 id="way-back">If the file is lost or damaged, restore a backup</h2>
          <BackupList backups={backups} before="The file that cannot be opened is kept under another name." />
        </section>
      )}
    </>
  );
}
