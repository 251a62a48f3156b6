// The panel of a shared workspace: how it stands, what wants an answer, who is there, what came in, and the ways out.
import { useRef, useState } from 'react';
import type { SharedState } from '../../../shared/contract/sharing.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Floating } from '../../ui/floating/Floating.tsx';
import { useFormat } from '../../ui/format.tsx';
import { SidePanel } from '../screen/SidePanel.tsx';
import { Computers } from './Computers.tsx';
import { chooseFolder } from './FolderField.tsx';
import { GivePassphrase } from './GivePassphrase.tsx';
import { useInvitation } from './Invitation.tsx';
import { OverruledList } from './OverruledList.tsx';
import styles from './sharing.module.css';
import { agoText, counted, stateText } from './sharing-text.ts';

type Props = { readonly shared: SharedState; readonly now: number; readonly onClose: () => void };

export function SharingPanel({ shared, now, onClose }: Props) {
  const format = useFormat();
  const { lastMetAt, computers, state, place } = shared;
  const [meeting, setMeeting] = useState(false);
  const meet = useOnce(async () => {
    setMeeting(true);
    const result = await call('sharing.meet', {});
    setMeeting(false);
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  });
  const elsewhere = useOnce(async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const result = await call('sharing.setFolder', { folder: folder.token });
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  });
  // What is of one computer is said where that stands.
  const problems = shared.problems.filter(sentence => computers.every(({ problem }) => problem !== sentence));
  const canMeet = state !== 'needsPassphrase' && state !== 'needsPlace';
  const busy = meeting || state === 'meeting';
  return (
    <SidePanel label="Sharing" onClose={onClose}>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>Sharing</h2>
          <p className={styles.quiet} role="status">
            {stateText(shared, format).long}.
            {lastMetAt !== null && ` Last exchange ${agoText(lastMetAt, now, format)}.`}
          </p>
        </div>
        <IconButton icon="close" keys="Escape" label="Close" onClick={onClose} />
      </header>
      <div className={styles.body}>
        {state === 'needsPassphrase' && <GivePassphrase />}
        {canMeet && (
          <div className={styles.buttons}>
            <Button disabled={busy} onClick={() => void meet()}>
              {busy ? 'Exchanging…' : 'Exchange now'}
            </Button>
            {state === 'notReached' && place?.kind === 'folder' && (
              <Button onClick={() => void elsewhere()}>Choose another folder</Button>
            )}
          </div>
        )}
        {state === 'needsPlace' && (
          <Notice
            actions={
              <Button look="primary" onClick={() => void elsewhere()}>
                Choose folder
              </Button>
            }
            tone="warning"
          >
            This computer does not know in which folder the computers meet. Your work is safe here.
          </Notice>
        )}
        {problems.length > 0 && (
          <section aria-label="Problems" className={styles.part}>
            {problems.map(problem => (
              <Notice key={problem} tone="warning">
                {problem}
              </Notice>
            ))}
          </section>
        )}
        <OverruledList />
        <Computers computers={computers} now={now} />
        <CameIn came={shared.came} computers={computers} now={now} />
        <Place place={place} />
      </div>
    </SidePanel>
  );
}

function CameIn({ came, computers, now }: Pick<SharedState, 'came' | 'computers'> & { readonly now: number }) {
  const format = useFormat();
  const { members } = useWorkspace();
  const nameOf = ({ memberId, computer }: SharedState['came'][number]) =>
    byId(members, memberId)?.name ?? computers.find(({ id }) => id === computer)?.name ?? 'Another computer';
  return (
    <section aria-labelledby="sharing-came" className={styles.part}>
      <h3 id="sharing-came">Received</h3>
      {came.length === 0 && <p className={styles.quiet}>Nothing since you opened this workspace.</p>}
      {came.length > 0 && (
        <ul className={styles.rows}>
          {came.map(one => (
            <li key={`${one.computer} ${one.at}`}>
              <span>
                {nameOf(one)}: {counted(one.changes, 'change', 'changes')}
              </span>
              <span className={styles.quiet}>{agoText(one.at, now, format)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Place({ place }: Pick<SharedState, 'place'>) {
  const { saved, problem, save } = useInvitation();
  return (
    <section aria-labelledby="sharing-place" className={styles.part}>
      <h3 id="sharing-place">{place?.kind === 'database' ? 'Database' : 'Folder'}</h3>
      {place && <p className={styles.path}>{place.name}</p>}
      <div className={styles.buttons}>
        <Button icon="mail" onClick={save}>
          Save invitation
        </Button>
        <StopSharing />
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
    </section>
  );
}

/** Asked in place, with what it means. */
export function StopSharing() {
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
