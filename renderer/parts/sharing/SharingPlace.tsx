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
import { useInvitation } from './Invitation.tsx';
import styles from './sharing.module.css';

type Props = { readonly shared: SharedState; readonly onChooseFolder: () => void };

export function SharingPlace({ shared: { place, state, toSend }, onChooseFolder }: Props) {
  const { saved, problem, save } = useInvitation();
  const [changing, setChanging] = useState(false);
  return (
    <section aria-labelledby="sharing-place" className={styles.part}>
      <h3 id="sharing-place">{place?.kind === 'database' ? 'Database' : 'Folder'}</h3>
      {place && <p className={styles.path}>{place.name}</p>}
      <div className={styles.buttons}>
        {place?.kind === 'folder' && <Button onClick={onChooseFolder}>Choose another folder</Button>}
        {state !== 'needsPassphrase' && state !== 'needsPlace' && (
          <Button onClick={() => setChanging(true)}>Change passphrase</Button>
        )}
        <Button icon="mail" onClick={save}>
          Save invitation
        </Button>
        <StopSharing toSend={toSend} />
      </div>
      {saved && (
        <p className={styles.quiet} role="status">
          Invitation saved. Send it to the computer that joins, and tell the passphrase by phone or in person.
        </p>
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {changing && <ChangePassphrase onClose={() => setChanging(false)} />}
    </section>
  );
}

/** Asked in place, with what it means. */
function StopSharing({ toSend }: Pick<SharedState, 'toSend'>) {
  const format = useFormat();
  const anchor = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const stop = useOnce(async () => {
    setAsking(false);
    const result = await call('sharing.stop', {});
    if (result.ok) showToast('Sharing stopped on this computer. The workspace stays here.');
    else showToast(result.error.message, { tone: 'problem' });
  });
  return (
    <>
      <Button onClick={() => setAsking(true)} ref={anchor}>
        Stop sharing
      </Button>
      {asking && (
        <Floating anchor={anchor} label="Stop sharing" onClose={() => setAsking(false)} role="dialog" side="above">
          <div className={styles.question}>
            {toSend > 0 && (
              <p>
                <b>
                  {toSend === 1
                    ? '1 change was not sent and stays here only.'
                    : `${format.whole(toSend)} changes were not sent and stay here only.`}
                </b>
              </p>
            )}
            <p>
              The whole workspace stays on this computer, and the others go on without it. Changes are no longer sent or
              received here. To come back, join again with the invitation.
            </p>
            <div className={styles.buttons}>
              <Button data-autofocus onClick={() => setAsking(false)}>
                Go on sharing
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
