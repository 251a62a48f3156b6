// The computers that share this workspace: who works there, and when each was last seen.

import type { SharedState } from '../../../shared/contract/sharing.ts';
import { byId, useWorkspace } from '../../api/workspace.tsx';
import { useFormat } from '../../ui/format.tsx';
import { SaveInvitation } from './Invitation.tsx';
import styles from './sharing.module.css';
import { agoText } from './sharing-text.ts';

export function Computers({ computers, now }: Pick<SharedState, 'computers'> & { readonly now: number }) {
  const format = useFormat();
  const { members } = useWorkspace();
  const seen = (at: number | null) => (at === null ? 'not seen yet' : `seen ${agoText(at, now, format)}`);
  return (
    <section aria-labelledby="sharing-computers" className={styles.part}>
      <h3 id="sharing-computers">Computers</h3>
      <ul className={styles.rows}>
        {computers.map(({ id, memberId, name, here, lastSeenAt, problem }) => {
          const member = byId(members, memberId)?.name;
          return (
            <li key={id}>
              <span>
                <span className={styles.name}>{member ?? name}</span>{' '}
                {member !== undefined && <span className={styles.by}>{name}</span>}
              </span>
              <span className={styles.quiet}>{here ? 'this computer' : seen(lastSeenAt)}</span>
              {problem !== null && <p className={styles.wide}>{problem}</p>}
            </li>
          );
        })}
      </ul>
      {computers.length < 2 && (
        <>
          <p className={styles.quiet}>No other computer yet. Save the invitation and send it to the others.</p>
          <div className={styles.buttons}>
            <SaveInvitation look="primary" />
          </div>
        </>
      )}
    </section>
  );
}
