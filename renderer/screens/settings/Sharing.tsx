// Sharing with other computers: how it stands, and the way to share, to join, and to the panel.
import { act } from '../../parts/actions/actions.ts';
import { stateText } from '../../parts/sharing/sharing-text.ts';
import { useSharing } from '../../parts/sharing/use-sharing.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../ui/format.tsx';
import styles from './settings.module.css';

export function Sharing() {
  const { data } = useSharing();
  const format = useFormat();
  if (!data) return null;
  const { shared, refusal } = data;
  if (shared)
    return (
      <>
        <p className={styles.note}>{stateText(shared, format).long}.</p>
        {shared.place && <p className={styles.path}>{shared.place.name}</p>}
        <div className={styles.buttons}>
          <Button icon="share" onClick={() => act('share-workspace')}>
            Open sharing
          </Button>
        </div>
      </>
    );
  return (
    <>
      <p className={styles.note}>
        {refusal ??
          'Only this computer uses this workspace. Share it, and colleagues work with the same leads on their computers, each also without a network. What travels is encrypted with a passphrase.'}
      </p>
      <div className={styles.buttons}>
        {refusal === null && (
          <Button icon="share" onClick={() => act('share-workspace')}>
            Share this workspace
          </Button>
        )}
        <Button onClick={() => act('join-workspace')}>Join a shared workspace</Button>
      </div>
    </>
  );
}
