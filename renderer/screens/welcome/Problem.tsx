// Why the last workspace could not be opened, and the ways on.
import { withFile } from '../../parts/actions/use-file-actions.ts';
import { BackupList, useBackups } from '../../parts/backups/BackupList.tsx';
import { MendButtons } from '../../parts/backups/Mend.tsx';
import styles from '../../parts/welcome/welcome.module.css';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';

type Props = {
  /** The sentence of the main side. */
  readonly text: string;
  /** It is damaged in a way that repair or salvage may help. */
  readonly canMend: boolean;
  readonly last: { readonly file: string; readonly name: string } | undefined;
};

export function Problem({ text, canMend, last }: Props) {
  const { data } = useBackups();
  const backups = data?.backups ?? [];
  return (
    <>
      <Notice
        actions={
          <>
            {last && <Button onClick={() => withFile('workspaces.open', { file: last.file })}>Try again</Button>}
            <Button onClick={() => withFile('workspaces.open', { file: null })}>Choose file</Button>
            {last && canMend && <MendButtons />}
            {last && (
              <Button look="plain" onClick={() => withFile('workspaces.forget', { file: last.file })}>
                Remove from list
              </Button>
            )}
          </>
        }
        tone="problem"
      >
        <b>{last ? `“${last.name}” could not be opened.` : 'The last workspace could not be opened.'}</b> {text}
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
