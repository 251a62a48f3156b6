// Why the last workspace could not be opened, and the ways on.
import { withFile } from '../../app/use-file-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { BackupList, useBackups } from '../backups/BackupList.tsx';

type Props = {
  /** The sentence of the main side. */
  readonly words: string;
  readonly last: { readonly file: string; readonly name: string } | undefined;
};

export function Problem({ words, last }: Props) {
  const { data } = useBackups();
  const backups = data?.backups ?? [];
  return (
    <Notice
      actions={
        <>
          {last && <Button onClick={() => withFile('workspaces.open', { file: last.file })}>Try again</Button>}
          <Button onClick={() => withFile('workspaces.open', { file: null })}>Choose the file</Button>
          {last && (
            <Button look="plain" onClick={() => withFile('workspaces.forget', { file: last.file })}>
              Take it off the list
            </Button>
          )}
        </>
      }
      tone="problem"
    >
      <p>
        <b>{last ? `“${last.name}” could not be opened.` : 'The last workspace could not be opened.'}</b> {words}
      </p>
      <p>Ripen has changed nothing in it.</p>
      {backups.length > 0 && (
        <>
          <p>If the file is gone or damaged for good, go back to a backup:</p>
          <BackupList backups={backups} before="The file that does not open is kept under another name." />
        </>
      )}
    </Notice>
  );
}
