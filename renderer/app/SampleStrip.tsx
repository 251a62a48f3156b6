// Banner of the sample workspace.
import { useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { act } from './actions.ts';
import { remember, remembered } from './memory.ts';
import styles from './shell.module.css';

export function SampleStrip() {
  const [shown, setShown] = useState(() => remembered('sample-strip', 'shown') === 'shown');
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
          remember('sample-strip', 'away');
          setShown(false);
        }}
        size="small"
      />
    </aside>
  );
}
