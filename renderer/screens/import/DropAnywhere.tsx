// Lets a file be dropped on any screen: says so while it hovers, and opens Import when it falls.
import { useCallback } from 'react';
import { go } from '../../parts/navigation/use-route.ts';
import styles from './drop-anywhere.module.css';
import { useDropAnywhere } from './dropped.ts';

export function DropAnywhere() {
  const over = useDropAnywhere(useCallback(() => go('import'), []));
  return over ? (
    <div aria-hidden="true" className={styles.veil}>
      <p>Drop to import</p>
    </div>
  ) : null;
}
