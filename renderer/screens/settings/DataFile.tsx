// The file: where it lies, what else can be opened, and the way to get rid of the sample.
import { useRef, useState } from 'react';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../app/actions.ts';
import { withFile } from '../../app/use-file-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './settings.module.css';
import { useSettings } from './use-settings.ts';

export function DataFile() {
  const { file, leadCount } = useWorkspace();
  const { settings, save } = useSettings();
  const format = useFormat();
  return (
    <>
      <p className={styles.path}>{file}</p>
      <p className={styles.note}>
        {leadCount === 1 ? '1 person' : `${format.whole(leadCount)} people`} in it. Everything is saved at once; there
        is nothing to save by hand.
      </p>
      <div className={styles.buttons}>
        <Button icon="file" onClick={() => withFile('workspaces.showFile', {})}>
          Show it in its folder
        </Button>
        <Button onClick={() => act('open-workspace')}>Open another</Button>
        <Button onClick={() => act('new-workspace')}>New workspace</Button>
        {settings.sample && <RemoveSample />}
        {settings.stepsHidden && (
          <Button onClick={() => save('stepsHidden', 'The first steps are back on Today.')(false)}>
            Show the first steps again
          </Button>
        )}
      </div>
    </>
  );
}

/** Asked once, in place: the file is deleted, and with it what was changed in the sample. */
function RemoveSample() {
  const [asking, setAsking] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button icon="trash" onClick={() => setAsking(true)} ref={anchor}>
        Remove the sample
      </Button>
      {asking && (
        <Floating anchor={anchor} label="Remove the sample" onClose={() => setAsking(false)} role="dialog" side="above">
          <div className={styles.question}>
            <p>The sample’s file is deleted, with what you changed in it. You can have a fresh one any time.</p>
            <div className={styles.buttons}>
              <Button onClick={() => setAsking(false)}>Keep it</Button>
              <Button data-autofocus look="danger" onClick={() => withFile('workspaces.removeSample', {})}>
                Remove
              </Button>
            </div>
          </div>
        </Floating>
      )}
    </>
  );
}
