// Banner of the sample workspace.
import { useState } from 'react';
import { act } from '../parts/actions/actions.ts';
import { readPreference, savePreference } from '../parts/navigation/local-preferences.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import styles from './shell.module.css';

export function SampleStrip() {
  const [shown, setShown] = useState(() => readPreference('sample-strip', 'shown') === 'shown');
  if (!shown) return null;
  return (
    <aside aria-label="Sample workspace" className={styles.strip}>
      <p>This is a sample workspace with fictional people. Change anything you like.</p>
      <Button look="plain" onClick={() => act('new-workspace')} size="small">
        Start with your own leads
      </Button>
      <IconButton
        icon="close"
        label="Hide"
        onClick={() => {
          savePreference('sample-strip', 'away');
          setShown(false);
        }}
        size="small"
      />
    </aside>
  );
}
