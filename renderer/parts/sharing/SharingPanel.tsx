// The panel of a shared workspace: how it stands, what wants an answer, who is there, what came in, and the ways out.
import { useState } from 'react';
import type { SharedState } from '../../../shared/contract/sharing.ts';
import { call } from '../../api/call.ts';
import { showToast } from '../../api/toast-store.ts';
import { useOnce } from '../../api/use-once.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useFormat } from '../../ui/format.tsx';
import { SidePanel } from '../screen/SidePanel.tsx';
import { Computers } from './Computers.tsx';
import { DatabaseAddress } from './DatabaseAddress.tsx';
import { chooseFolder } from './FolderField.tsx';
import { GivePassphrase } from './GivePassphrase.tsx';
import { OverruledList } from './OverruledList.tsx';
import { SharingPlace } from './SharingPlace.tsx';
import styles from './sharing.module.css';
import { agoText, counted, stateText } from './sharing-text.ts';

type Props = { readonly shared: SharedState; readonly now: number; readonly onClose: () => void };

export function SharingPanel({ shared, now, onClose }: Props) {
  const format = useFormat();
  const { lastMetAt, computers, state } = shared;
  const [meeting, setMeeting] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [addressing, setAddressing] = useState(false);
  const meet = useOnce(async () => {
    setMeeting(true);
    const result = await call('sharing.meet', {});
    setMeeting(false);
    if (!result.ok) showToast(result.error.message, { tone: 'problem' });
  });
  const elsewhere = useOnce(async () => {
    setChoosing(true);
    const folder = await chooseFolder();
    const result = folder && (await call('sharing.setPlace', { place: { kind: 'folder', token: folder.token } }));
    setChoosing(false);
    if (result?.ok === false) showToast(result.error.message, { tone: 'problem' });
  });
  // What is of one computer is said where that stands.
  const problems = shared.problems.filter(sentence => computers.every(({ problem }) => problem !== sentence));
  const canMeet = state !== 'needsPassphrase' && state !== 'needsPlace';
  const isChanged = shared.passphraseChanged;
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
        {(state === 'needsPassphrase' || isChanged) && (
          <GivePassphrase>
            {isChanged
              ? 'The passphrase was changed on another computer. Enter the new one. If it is not accepted yet, not everything has arrived here: try again later.'
              : 'This computer does not have the passphrase of the shared workspace. Your work is safe here.'}
          </GivePassphrase>
        )}
        {canMeet && (
          <div className={styles.buttons}>
            <Button disabled={busy} onClick={() => void meet()}>
              {busy ? 'Exchanging…' : 'Exchange now'}
            </Button>
          </div>
        )}
        {state === 'needsPlace' && (
          <Notice
            actions={
              <>
                <Button busy={choosing && 'Looking…'} look="primary" onClick={() => void elsewhere()}>
                  Choose folder
                </Button>
                <Button onClick={() => setAddressing(true)}>Enter database address</Button>
              </>
            }
            tone="warning"
          >
            This computer does not know where the computers meet. Choose the folder, or enter the address of the
            database. Your work is safe here.
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
        {addressing && <DatabaseAddress onClose={() => setAddressing(false)} />}
        <OverruledList />
        <Computers computers={computers} now={now} />
        <CameIn came={shared.came} computers={computers} now={now} />
        <SharingPlace choosing={choosing} onChooseFolder={() => void elsewhere()} shared={shared} />
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
