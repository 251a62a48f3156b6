// Where the computers meet, and what can be done about it: another folder, another passphrase, the invitation again, the way out.
import { useRef, useState } from 'react';
import type { SharedState } from '../../../shared/contract/sharing.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { Button } from '../../ui/Button.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { DatabaseAddress } from './DatabaseAddress.tsx';
import { SaveInvitation } from './Invitation.tsx';
import styles from './sharing.module.css';

type Props = {
  readonly shared: SharedState;
  /** Another folder is being chosen, or looked at. */
  readonly choosing: boolean;
  readonly onChooseFolder: () => void;
};

export function SharingPlace({ shared: { place, state, toSend, computers }, choosing, onChooseFolder }: Props) {
  const [changing, setChanging] = useState(false);
  const [addressing, setAddressing] = useState(false);
  return (
    <section aria-labelledby="sharing-place" className={styles.part}>
      <h3 id="sharing-place">{place?.kind === 'database' ? 'Database' : 'Folder'}</h3>
      {place && <p className={styles.path}>{place.name}</p>}
      <div className={styles.buttons}>
        {place?.kind === 'folder' && (
          <Button busy={choosing && 'Looking…'} onClick={onChooseFolder}>
            Choose another folder
          </Button>
        )}
        {place?.kind === 'database' && <Button onClick={() => setAddressing(true)}>Change address</Button>}
        {state !== 'needsPassphrase' && state !== 'needsPlace' && (
          <Button onClick={() => setChanging(true)}>Change passphrase</Button>
        )}
        {computers.length > 1 && <SaveInvitation look="quiet" />}
        <StopSharing toSend={toSend} />
      </div>
      {addressing && <DatabaseAddress onClose={() => setAddressing(false)} />}
      {changing && <ChangePassphrase onClose={() => setChanging(false)} />}
    </section>
  );
}

/** Asked in place, with what it means. */
function StopSharing({ toSend }: Pick<SharedState, 'toSend'>) {
  const format = useFormat();
  const anchor = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const [stopping, setStopping] = useState(false);
  const stop = useOnce(async () => {
    setAsking(false);
    setStopping(true);
    const result = await call('sharing.stop', {});
    setStopping(false);
    if (result.ok) showToast('Sharing stopped on this computer. The workspace stays here.');
    else showToast(result.error.message, { tone: 'problem' });
  });
  return (
    <>
      <Button busy={stopping && 'Stopping…'} onClick={() => setAsking(true)} ref={anchor}>
        Stop sharing
      </Button>
      {asking && (
        <Floating anchor={anchor} label="Stop sharing" onClose={() => setAsking(false)} role="dialog" side="above">
          <div className={styles.question}>
            {toSend > 0 && (
              <p>
                <b>
                  {toSend === 1
                    ? "1 change hasn't been sent and will stay on this computer only."
                    : `${format.whole(toSend)} changes haven't been sent and will stay on this computer only.`}
                </b>
              </p>
            )}
            <p>
              The whole workspace stays on this computer, and the others go on without it. Changes are no longer sent or
              received here. To come back, join again with the invitation.
            </p>
            <div className={styles.buttons}>
              <Button data-autofocus onClick={() => setAsking(false)}>
                Keep sharing
              </Button>
              <Button look="danger" onClick={() => void stop()}>
                Stop sharing
              </Button>
            </div>
          </div>
        </Floating>
      )}
    </>
  );
}
