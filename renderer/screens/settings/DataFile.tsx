// Data file: location, other workspaces, removal of the sample.
import { useRef, useState } from 'react';
import { useWorkspace } from '../../api/workspace.tsx';
import { act } from '../../parts/actions/actions.ts';
import { withFile } from '../../parts/actions/use-file-actions.ts';
import { useSettings } from '../../parts/settings/use-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Segments } from '../../ui/fields/Segments.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './settings.module.css';

export function DataFile() {
  const { file, leadCount } = useWorkspace();
  const { settings, save } = useSettings();
  const format = useFormat();
  return (
    <>
      <p className={styles.path}>{file}</p>
      <p className={styles.note}>
        {leadCount === 1 ? '1 person' : `${format.whole(leadCount)} people`} in this file. Changes are saved
        automatically.
      </p>
      <UndoHistory />
      <div className={styles.buttons}>
        <Button icon="file" onClick={() => withFile('workspaces.showFile', {})}>
          Show in folder
        </Button>
        <Button onClick={() => act('open-workspace')}>Open another workspace</Button>
        <Button onClick={() => act('new-workspace')}>New workspace</Button>
        {settings.sample && <RemoveSample />}
        {settings.stepsHidden && (
          <Button onClick={() => save('stepsHidden', 'First steps are shown on Today.')(false)}>
            Show first steps
          </Button>
        )}
      </div>
    </>
  );
}

const histories = [
  { value: 'month', label: '1 month' },
  { value: 'year', label: '1 year' },
  { value: 'steps', label: '100,000 changes' },
  { value: 'unlimited', label: 'Unlimited' },
] as const;

/** How far back undo reaches. What is older is pruned from the file, without a question. */
function UndoHistory() {
  const { settings, save } = useSettings();
  return (
    <>
      <Field label="Undo history">
        {ids => (
          <Segments
            {...ids}
            label="Undo history"
            onChange={save('undoHistory')}
            options={histories}
            value={settings.undoHistory}
          />
        )}
      </Field>
      <p className={styles.note}>
        Older changes cannot be undone, and an older import cannot be undone as a whole. What you have now stays. At
        least the latest 1,000 changes are kept.
      </p>
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
            <p>This deletes the sample file and your changes in it. You can open a fresh sample at any time.</p>
            <div className={styles.buttons}>
              <Button onClick={() => setAsking(false)}>Keep sample</Button>
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
